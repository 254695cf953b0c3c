// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * The elements of lists and texts: a copy-on-write B+tree of runs. This is where a keystroke, whoever made it, ends up.
 *
 * <h2>What is kept</h2>
 *
 * A sequence is a list of elements, deleted ones too, for a later operation may name any of them. An element has an id, the element that it was
 * inserted after (its reference), and its operations: the one that inserted it and those that overwrote it, each with its successors.
 * Where elements go is the rule of RGA, as Automerge applies it: behind the reference, and past all elements there whose ids are greater.
 *
 * <p>People type runs and delete runs. So what is stored is spans ({@link org.pushpin.crdt.internal.tree.Span}): characters with
 * consecutive counters, each inserted after the one before, all visible or each deleted once by operations whose counters rise or fall by
 * one. A span is eight ints, whatever its length; the 260,000 edits of a paper are some 13,000 spans. All else (marks, blocks, counters,
 * conflicts, what two deleted at once, every element of a list) is irregular: a span of one element with a
 * {@link org.pushpin.crdt.internal.op.Register} beside it.
 *
 * <h2>The tree</h2>
 *
 * <pre>
 * Inner   children, and for each: units, code points, UTF-8 bytes, marks, elements, least id, node id
 *   Inner …
 *     Leaf   int[] spans           eight ints each
 *            byte[] chars          the regular spans' characters, UTF-8, in order
 *            Register[] registers  the irregular elements' operations
 * </pre>
 *
 * <ul>
 * <li>Sums lead to an index, and translate between UTF-16 units, code points and bytes.
 * <li>The least id lets a late insertion step over whole subtrees of greater elements: O(log n), however many were inserted there meanwhile.
 * <li>A leaf has at most 32 spans and 1 KiB of characters ({@link org.pushpin.crdt.internal.tree.Shape}), so that a copy of it is small
 * and nothing costs in proportion to the length of a span.
 * <li>Nodes have ids that stay the same from copy to copy. An element is found by its id through the index of ids
 * ({@link org.pushpin.crdt.internal.tree.IdIndex}: the leaf), the table of parents
 * ({@link org.pushpin.crdt.internal.tree.NodeTable}: the way up) and the ids of children (the way down). Index and table change only
 * when nodes split, or when an author goes on elsewhere. A tree of one leaf has no index.
 * </ul>
 *
 * <h2>Versions</h2>
 *
 * A {@link org.pushpin.crdt.internal.sequence.Sequence} is immutable. A {@link org.pushpin.crdt.internal.sequence.SequenceEditor} copies a
 * node when it first touches it and marks it with its token; {@code freeze()} hands out the root and takes a new token, so it costs nothing,
 * and the next keystroke copies one leaf and the nodes above it. The editor stays at the place of the last edit
 * ({@link org.pushpin.crdt.internal.tree.Path}): the next one there neither climbs nor descends. Two versions are compared by walking
 * both trees and passing what they share ({@link org.pushpin.crdt.internal.sequence.SequenceDiff}).
 *
 * <p>Editing is in {@link org.pushpin.crdt.internal.sequence.Insertion}, {@link org.pushpin.crdt.internal.sequence.Deletion} and
 * {@link org.pushpin.crdt.internal.sequence.Replacement}, which work on one leaf of a {@link org.pushpin.crdt.internal.sequence.Tree}: it
 * finds the place, makes room, and keeps sums and index right. Two things are put off until someone asks: the sums above the leaf that is
 * being edited ({@link org.pushpin.crdt.internal.tree.Totals}), and, during many edits in a row, the index of ids
 * ({@link org.pushpin.crdt.internal.sequence.IndexUpdates}). Where a local insertion goes at the edges of marks, says
 * {@link org.pushpin.crdt.internal.sequence.InsertionPoint}. The nodes themselves are in {@code internal.tree}.
 */
package org.pushpin.crdt.internal.sequence;
