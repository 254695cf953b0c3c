// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A stage as a tree for assistive technology: the plane, frames, cards, and what a card's view says of its parts. Nodes are
 * values of a frame, made when they are asked for; what a node can do is a command whose id names the node.
 */
package org.pushpin.scene.internal.accessible;
