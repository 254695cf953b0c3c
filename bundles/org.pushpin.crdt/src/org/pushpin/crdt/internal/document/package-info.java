// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Documents as files: from the chunk to the state and back, by runs. What people typed is never taken apart into operations: columns are
 * decoded straight into the spans of the sequences, the log and the graph, and encoded from there.
 *
 * <h2>Document chunk</h2>
 *
 * <pre>
 * ULEB n, n × (ULEB m, m)   actors, ascending as unsigned bytes
 * ULEB n, n × 32            heads, ascending
 * column table              of the changes
 * column table              of the operations
 * columns                   of the changes
 * columns                   of the operations
 * n × ULEB                  for each head the index of its change; absent in very old files
 * </pre>
 *
 * Changes stand in an order in which each follows its dependencies, which it names by their indexes. Operations stand by object (the root
 * first, then by id), then by key (by UTF-8 bytes) or in the order of the sequence, then by id; deletions are left out, being successors of
 * what they delete. A change is not told its first operation: an author's operations are consecutive, so each change has what its author
 * had done up to its last operation. For the columns see {@link org.pushpin.crdt.internal.column}.
 *
 * <h2>Bundle chunk (type 3)</h2>
 *
 * Some changes of a history, each encoded as in a change chunk once it is taken out.
 *
 * <pre>
 * ULEB n, n × 32            hashes of changes outside that are built on
 * ULEB n, n × (ULEB m, m)   actors, ascending
 * column table, columns     of the changes
 * column table, columns     of the operations
 * </pre>
 *
 * Columns of the operations are those of a change, but for the counter of the object (0x03, delta), the id's actor (0x21), and the order
 * (0xb3, delta): by author and counter, the row of each operation. The first bundles had the id's counter (0x23, delta) instead. Rows may
 * stand in any order; deletions are among them. Columns of the changes, each after those that it builds on:
 *
 * <pre>
 * actor                     0x01  RLE ULEB      time               0x33  delta         dependency index   0x53  delta
 * sequence number           0x03  delta         message            0x45  RLE string    extra, length      0x60  RLE ULEB
 * first operation           0x13  delta         dependencies       0x50  group         extra, bytes       0x67  raw
 * last operation            0x23  delta
 * </pre>
 *
 * A dependency index counts the changes of the bundle, and from their number on those outside.
 *
 * <h2>What is checked</h2>
 *
 * Always: that each operation can be what it says; that objects, keys and operations ascend; that the elements of a sequence stand as
 * applying their insertions one by one would put them (RGA); that successors are later, and are one thing in one place; that each operation
 * belongs to one change; that a change is later than what it builds on, and builds on its author's last. Verified: that the hashes of all
 * changes, encoded again, lead to the heads that the chunk names.
 */
package org.pushpin.crdt.internal.document;
