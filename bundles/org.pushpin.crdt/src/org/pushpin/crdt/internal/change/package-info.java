// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Changes as bytes: checked once ({@link org.pushpin.crdt.internal.change.ChangeParser}), then read in steps without allocation
 * ({@link org.pushpin.crdt.internal.change.ChangeOps}), and written from the engine's ids
 * ({@link org.pushpin.crdt.internal.change.ChangeWriter}).
 *
 * <h2>Change chunk</h2>
 *
 * The body of a chunk of type 1 ({@link org.pushpin.crdt.internal.column} tells the framing, the columns and the values):
 *
 * <pre>
 * ULEB n, n × 32      hashes of the dependencies, ascending
 * ULEB n, n           actor, 1 to 64 bytes
 * ULEB                sequence number, from 1
 * ULEB                counter of the first operation, from 1
 * SLEB                time in seconds
 * ULEB n, n           message, UTF-8; empty for none
 * ULEB n, n × (ULEB m, m)   other actors, ascending; number 0 is the author
 * column table        of the operations; no compressed columns
 * columns
 * rest                extra bytes, kept
 * </pre>
 *
 * The ids of the operations follow from their place. Actions: 0 make map, 1 set, 2 make list, 3 delete, 4 make text, 5 increment, 6 make
 * table, 7 mark; others are refused. The root object is null; the beginning of a sequence is key actor null, key counter 0. An insertion
 * refers to the element that it stands behind, any other operation in a sequence to the element that it changes. Predecessors ascend.
 *
 * <h2>Canonical changes</h2>
 *
 * A document chunk does not hold changes, it holds what they say; their hashes are those of what the engine writes again. A change is
 * canonical if that is what it was: the runs of every column as a writer would cut them, no column empty or unknown, no optional value
 * spelt out, the other actors ascending and each in use. Any other change is kept as bytes.
 *
 * <h2>Refused</h2>
 *
 * Beside what is not in this format: counters beyond 32 bits, operations that no document can hold (a deletion of nothing or with a value,
 * an insertion that overwrites or stands under a key), more than the {@link org.pushpin.crdt.internal.column.Limits}: also more steps
 * than so few bytes may hold. What an operation refers to is checked by whoever applies it.
 */
package org.pushpin.crdt.internal.change;
