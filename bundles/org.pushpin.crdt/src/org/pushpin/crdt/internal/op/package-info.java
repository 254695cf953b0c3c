// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Operations, their ids, and registers of them: what all other parts of the engine speak. An id is a {@code long}
 * ({@link org.pushpin.crdt.internal.op.Ids}); what its author part means says {@link org.pushpin.crdt.internal.op.Authors}.
 *
 * <p>A {@link org.pushpin.crdt.internal.op.Register} is what one key or element holds. One operation is a register by itself; a few are an
 * array; a long history, such as that of a card that was dragged about or of a counter, is a persistent B+ tree
 * ({@link org.pushpin.crdt.internal.op.ManyOps}). Its entries name what they succeed, never what succeeds them: so an operation more
 * changes itself and the counts of its predecessors, however long the list of successors is on the wire. Leaves in which nothing shows
 * are packed to bytes, some 5 an increment, 13 a put of a number.
 */
package org.pushpin.crdt.internal.op;
