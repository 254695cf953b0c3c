// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Automerge documents in pure Java: immutable snapshots, transactions, merging, and the binary format with its hashes.
 *
 * <p>{@link org.pushpin.crdt.Doc} is a snapshot, {@link org.pushpin.crdt.Edit} a transaction on one, {@link org.pushpin.crdt.Change} what
 * a transaction made, {@link org.pushpin.crdt.Patch} a step between two snapshots. The format is Automerge's, as its Rust engine writes
 * it (automerge.org/automerge-binary-format-spec is a draft and errs in places: the hashes decide).
 *
 * <h2>Chunks</h2>
 *
 * A file is one or more chunks.
 *
 * <pre>
 * bytes     field
 * 4         85 6f 4a 83
 * 4         checksum: the first bytes of SHA-256 over type, length and body; of the inflated form in the case of type 2
 * 1         type: 0 document, 1 change, 2 deflated change; others are refused
 * ULEB      length of the body
 * length    body
 * </pre>
 *
 * The hash of a change is SHA-256 over type (1), length and body. Numbers are LEB128 in their shortest form, at most 64 bits; operation
 * counters and sequence numbers at most 32.
 *
 * <h2>Change chunk</h2>
 *
 * <pre>
 * ULEB n, n × 32      hashes of the dependencies, ascending
 * ULEB n, n           actor
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
 * Changes stand in an order in which each follows its dependencies. Operations stand by object (the root first, then by id), then by key
 * (by UTF-8 bytes) or in the order of the sequence, then by id; deletions are left out, being successors of what they delete.
 *
 * <h2>Columns</h2>
 *
 * A column table is {@code ULEB n, n × (ULEB specification, ULEB length)}, ascending by specification without its bit 3, which says that
 * the column is deflated. Empty columns are left out. Types: RLE runs ({@code SLEB +n value}, {@code SLEB -n values}, {@code 0 ULEB n}
 * nulls), delta (RLE of differences), boolean (alternating run lengths, false first), group (RLE counts of the rows of the next columns).
 *
 * <pre>
 * operations            spec  type             changes (in a document)  spec  type
 * object actor          0x01  RLE ULEB         actor                    0x01  RLE ULEB
 * object counter        0x02  RLE ULEB         sequence number          0x03  delta
 * key actor             0x11  RLE ULEB         last operation           0x13  delta
 * key counter           0x13  delta            time                     0x23  delta
 * key string            0x15  RLE string       message                  0x35  RLE string
 * id actor (document)   0x21  RLE ULEB         dependencies             0x40  group
 * id counter (document) 0x23  delta            dependency index         0x43  delta
 * insert                0x34  boolean          extra, meta              0x56  RLE ULEB
 * action                0x42  RLE ULEB         extra, bytes             0x57  raw
 * value, meta           0x56  RLE ULEB
 * value, bytes          0x57  raw
 * predecessors (change) 0x70  group            successors (document)    0x80  group
 *   actor               0x71  RLE ULEB           actor                  0x81  RLE ULEB
 *   counter             0x73  delta              counter                0x83  delta
 * expand                0x94  boolean, left out if never true
 * mark name             0xa5  RLE string
 * </pre>
 *
 * Actions: 0 make map, 1 set, 2 make list, 3 delete, 4 make text, 5 increment, 6 make table, 7 mark; others are refused. The beginning of
 * a sequence is key actor null, key counter 0.
 *
 * <h2>Values</h2>
 *
 * Meta is {@code length << 4 | type}: 0 null, 1 false, 2 true, 3 ULEB, 4 SLEB, 5 double (little-endian), 6 UTF-8, 7 bytes, 8 counter
 * (SLEB), 9 timestamp (SLEB, milliseconds), 10 to 15 unknown, kept.
 *
 * <h2>Limits</h2>
 *
 * One chunk inflates to at most 16 MiB, and past 1 MiB to at most 100 times its size; it has at most 5 million operations; objects nest
 * 64 deep. Nothing is allocated on the word of a length or count. A change that is not encoded as this version would encode it (unknown
 * columns) is kept as it is and saved behind the document chunk.
 *
 * <h2>Stricter than Automerge</h2>
 *
 * A change is refused unless its author's previous change is among its ancestors, its operations are younger than what it builds on, and
 * what it overwrites exists. A document chunk is refused unless its sequences stand in the order that applying its changes would give.
 *
 * <h2>Forks</h2>
 *
 * Where an actor made two changes with one sequence number, operations of each branch carry the hash of the branch's first change in
 * {@link org.pushpin.crdt.OpId#branch()}, in memory only. On the wire an id may then stand for several operations; those in the
 * change's own ancestors count: an object or element is the first, by branch, in which the whole operation makes sense, and a
 * predecessor is all of them.
 */
package org.pushpin.crdt;
