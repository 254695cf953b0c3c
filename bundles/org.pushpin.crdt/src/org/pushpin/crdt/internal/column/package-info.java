// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Chunks, columns and values of Automerge's binary format, decoded within bounds: nothing is allocated on the word of a length or count,
 * and what is not as it must be ends in {@link org.pushpin.crdt.MalformedException}. Readers and writers are used again and again, go by
 * runs where the data does, and know whether what they read is what they would write: hashes depend on that.
 *
 * <h2>Chunks</h2>
 *
 * <pre>
 * bytes     field
 * 4         85 6f 4a 83
 * 4         checksum: the first bytes of SHA-256 over type, length and body; of the inflated form in the case of type 2
 * 1         type: 0 document, 1 change, 2 deflated change, 3 bundle; others are refused
 * ULEB      length of the body
 * length    body; of type 2 raw DEFLATE of the body of type 1
 * </pre>
 *
 * The hash of a change is SHA-256 over type (1), length and body. Numbers are LEB128 in their shortest form, at most 64 bits; operation
 * counters and sequence numbers at most 32. Writers deflate a change when its chunk has more than 256 bytes, and a column of a document
 * from 256 bytes, if that makes it smaller.
 *
 * <h2>Columns</h2>
 *
 * A column table is {@code ULEB n, n × (ULEB specification, ULEB length)}, ascending by specification without its bit 3, which says that
 * the column is deflated. Empty columns are left out.
 *
 * <pre>
 * type (low 3 bits)   content
 * 0 group             RLE ULEB: how many rows of the next columns belong to this row
 * 1 actor, 2 ULEB     RLE ULEB
 * 3 delta             RLE SLEB of differences to the value before, at first 0; null does not move it
 * 4 boolean           alternating run lengths, ULEB, false first; only the first may be 0
 * 5 text              RLE (ULEB length, UTF-8)
 * 6 value, meta       RLE ULEB: length × 16 + type
 * 7 value, bytes      raw
 * </pre>
 *
 * RLE runs are {@code SLEB +n, value}, {@code SLEB -n, n values}, {@code 0, ULEB n} for nulls. Canonical are: two or more equal values as
 * a run, other values as the longest literal, nulls as one run, nothing at all if all is null.
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
 * <h2>Values</h2>
 *
 * Types: 0 null, 1 false, 2 true, 3 ULEB, 4 SLEB, 5 double (little-endian), 6 UTF-8, 7 bytes, 8 counter (SLEB), 9 timestamp (SLEB,
 * milliseconds), 10 to 15 unknown, kept.
 *
 * <h2>Limits</h2>
 *
 * {@link org.pushpin.crdt.internal.column.Limits}. One chunk inflates to at most 16 MiB, and each of its streams past 1 MiB to at most
 * 100 times its size; a batch may share an {@link org.pushpin.crdt.internal.column.InflateBudget}.
 */
package org.pushpin.crdt.internal.column;
