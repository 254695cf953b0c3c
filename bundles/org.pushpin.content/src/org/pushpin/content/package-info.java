// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The SPI for card types: what a bundle implements so that a kind of document can be made, shown, changed and found.
 *
 * <p>A card type is two kinds of OSGi service. A {@link org.pushpin.content.ContentType} says what the type is called,
 * how one is made, what it takes, and what its intents do. A {@link org.pushpin.content.Renderer} turns an immutable
 * snapshot into a {@link org.pushpin.content.View} for one context, or for all. Both carry the service property
 * {@code contentType}; a renderer may carry {@code context}.
 *
 * <p><b>Values only.</b> Everything that passes through here, whether view, intent, style or theme, is an immutable
 * value that is compared by content and made of strings, numbers, lists and identifiers. Nothing refers to a window
 * system, holds a callback, or pins a class loader. Lengths are in board units (one pixel at 100 % zoom), y downwards.
 *
 * <p><b>Contexts.</b> {@code board}: as a card on a board; {@code workspace}: opened, filling the window; {@code list}: a
 * row; {@code title-bar}: above the opened document; {@code thread}, {@code contact}. In context {@code board} the host
 * draws the card (ground, border, round corners, shadow) around the view; a root {@link org.pushpin.content.View.Box}
 * whose style has a background or a border replaces that part of it.
 */
package org.pushpin.content;
