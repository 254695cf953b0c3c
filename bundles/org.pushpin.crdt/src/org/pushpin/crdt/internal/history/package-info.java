// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Who made which change on top of which ({@link org.pushpin.crdt.internal.history.ChangeGraph}), and where the operations of each are
 * ({@link org.pushpin.crdt.internal.history.OpLog}).
 *
 * <h2>Values that share a tail</h2>
 * Both are immutable values, yet adding to one neither copies it nor builds a tree. Their tables are arrays that are only appended to; a
 * handle is a reference to them and a size, and reads below that size only. The arrays have room behind the size, and one counter in
 * what the handles share says how much of it is taken. Who appends to a handle moves that counter, by compare-and-set, from the handle's
 * size. If this succeeds, nobody has written behind the handle or ever will, but the caller; if not, another line of growth has, and the
 * caller goes on in a copy: of the last, unfilled chunk of each table and of the directory of chunks. Full chunks stay shared for good.
 * An edit that is given up leaves its claim behind, so that the next one copies: that is all that it costs.
 *
 * <h2>Why readers need no lock</h2>
 * <ul>
 * <li>A handle has final fields only, and what they lead to is written before the handle is made. So a thread that gets hold of the
 * handle in any way sees all that is below its size (Java Language Specification §17.5).
 * <li>An appender that writes later writes only where no earlier handle reads: behind the size, in a slot of a directory that was unused,
 * or, where an array must grow, in a new array and a new directory that earlier handles do not lead to.
 * <li>Two threads never append to the same arrays at once: the compare-and-set decides, and it also orders what the two lines of growth
 * of one handle do.
 * <li>What is written where others read is of three kinds. Hashes are filled in late, by any thread: their bit is set with release after
 * their bytes, and read with acquire; two threads can only write the same bytes. The index of hashes holds hints, which are compared with
 * the hash itself. The last run of an author's operations is lengthened in place: readers take its end from their handle. The notes and
 * times of 64 changes hang on one block, in which an earlier handle reads null, or what it always read.
 * </ul>
 *
 * <h2>What things cost</h2>
 * A change takes 8 bytes (its run and its last operation), and a run of consecutive changes of one author 32; a hash 32, and 16 in the
 * index, once someone asks. Hashes are computed each after those below, by a callback that encodes a change; a file that was loaded
 * without verification knows those of its heads. Operations take 32 bytes a run: what an author did in one go at one place.
 *
 * <p>Questions about the past walk down from the latest node, run by run, and end at the first node that has everything older in its past
 * ({@link org.pushpin.crdt.internal.history.Runs#SOLE}); among changes that were concurrent for long, clocks cached at every 64th run of
 * an author bound the walk.
 */
package org.pushpin.crdt.internal.history;
