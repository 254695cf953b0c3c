// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

import org.pushpin.content.Color;
import org.pushpin.scene.Sprite;

/** Sprites of one colour: a few pixels, stretched. Ui thread. */
final class Blocks {

    private static final int SIDE = 4;

    private final Map<Color, BufferedImage> images = new HashMap<>();

    /** In points. */
    Sprite sprite(Color color, double x, double y, double width, double height) {
        return new Sprite("block/" + color.hex(), 0, images.computeIfAbsent(color, Blocks::image), x, y, width, height);
    }

    private static BufferedImage image(Color color) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < SIDE; x++) for (int y = 0; y < SIDE; y++) image.setRGB(x, y, color.argb());
        return image;
    }
}
