// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Emoji in colour, as vectors. Java2D paints none where text is outlines, so a cluster of a text that is emoji
 * ({@link org.pushpin.scene.internal.emoji.EmojiCluster}) is looked up in a font that is shipped here
 * ({@link org.pushpin.scene.internal.emoji.EmojiFont}) and becomes filled outlines
 * ({@link org.pushpin.scene.internal.emoji.Emoji}): the same on every machine, sharp at any zoom, and vectors in every export.
 * What the font lacks is drawn in one colour by whatever font of the machine has it.
 */
package org.pushpin.scene.internal.emoji;
