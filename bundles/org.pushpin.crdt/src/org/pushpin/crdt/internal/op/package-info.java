// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Operations and their ids: what all other parts of the engine speak. An id is a {@code long}
 * ({@link org.pushpin.crdt.internal.op.Ids}); what its author part means says {@link org.pushpin.crdt.internal.op.Authors}.
 */
package org.pushpin.crdt.internal.op;
