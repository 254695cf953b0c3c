// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * The nodes of the tree that keeps a sequence: spans, leaves and inner nodes, how to find a place in them, and the two tables through which
 * an element is found by its id. {@code internal.sequence} uses this, and explains it; fields are open to it, for its loops. Others use
 * {@link org.pushpin.crdt.internal.tree.Edges} only.
 *
 * <ul>
 * <li>{@link org.pushpin.crdt.internal.tree.Span} is the layout of a run in the ints of a {@link org.pushpin.crdt.internal.tree.Leaf};
 * {@link org.pushpin.crdt.internal.tree.Inner} has children and their sums. {@link org.pushpin.crdt.internal.tree.Shape} says how large
 * they get.
 * <li>{@link org.pushpin.crdt.internal.tree.Path} is a place; {@link org.pushpin.crdt.internal.tree.Walk} goes over all in order;
 * {@link org.pushpin.crdt.internal.tree.Text} reads characters and counts them in other units.
 * <li>{@link org.pushpin.crdt.internal.tree.IdIndex} leads from an id to a leaf, {@link org.pushpin.crdt.internal.tree.NodeTable} from a node
 * to its parent. Both are persistent: an owner's token says which nodes may be modified in place.
 * <li>{@link org.pushpin.crdt.internal.tree.Edges} are the marks that are open in a node, {@link org.pushpin.crdt.internal.tree.EdgeWalk} goes
 * over all of them.
 * </ul>
 */
package org.pushpin.crdt.internal.tree;
