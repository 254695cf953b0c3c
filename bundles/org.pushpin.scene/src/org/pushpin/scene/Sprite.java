// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.awt.image.BufferedImage;

/**
 * A bitmap at a place. While a key's version stays, so does the bitmap, wherever it moves: a host keeps one native
 * image per key and version, and drops those that a frame no longer has.
 *
 * @param image TYPE_INT_ARGB_PRE, {@code scale} pixels per point; never changed after it was handed out
 * @param x left edge in points, on a whole device pixel; likewise {@code y}
 * @param width in points; may differ from the image's for an instant while a card is resized: stretch it
 */
public record Sprite(String key, long version, BufferedImage image, double x, double y, double width, double height) {}
