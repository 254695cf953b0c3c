// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.image.BufferedImage;

/** A decoded picture: {@code width} and {@code height} as they are in the file, upright; the image may be smaller. */
public record Decoded(BufferedImage image, int width, int height) {}
