// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Whether a picture is, to a person's eye, the one that is expected. What rasterizers may do differently is passed over: a
 * channel may differ by {@value #CHANNEL}, and a few pixels by more; but not ten of one place, which a letter has.
 */
final class Comparison {

    /** Of 255. */
    static final int CHANNEL = 24;
    /** Of all pixels. */
    static final double ALL = 0.005;
    /** Of the pixels of a block. */
    static final double BLOCK = 0.04;
    /** Edge of a block, in pixels. */
    static final int SIDE = 16;
    private static final int RED = 0xFFFF0000;

    private final BufferedImage expected;
    private final BufferedImage actual;
    private final boolean[] differs;
    private final int width;
    private final int height;

    Comparison(BufferedImage expected, BufferedImage actual) {
        this.expected = expected;
        this.actual = actual;
        width = expected.getWidth();
        height = expected.getHeight();
        differs = new boolean[sameSize() ? width * height : 0];
        for (int i = 0; i < differs.length; i++) {
            differs[i] = far(expected.getRGB(i % width, i / width), actual.getRGB(i % width, i / width));
        }
    }

    private boolean sameSize() {
        return actual.getWidth() == width && actual.getHeight() == height;
    }

    private static boolean far(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        return most > CHANNEL;
    }

    /** What is wrong, for a person to read; empty where nothing is. */
    Optional<String> fault() {
        if (!sameSize()) {
            return Optional.of("the picture is " + actual.getWidth() + " × " + actual.getHeight() + " pixels, expected "
                    + width + " × " + height);
        }
        int all = 0;
        int worst = 0;
        int worstX = 0;
        int worstY = 0;
        for (int y = 0; y < height; y += SIDE) {
            for (int x = 0; x < width; x += SIDE) {
                int count = count(x, y);
                all += count;
                if (count > worst) {
                    worst = count;
                    worstX = x;
                    worstY = y;
                }
            }
        }
        if (all <= ALL * width * height && worst <= BLOCK * SIDE * SIDE) return Optional.empty();
        return Optional.of(String.format(java.util.Locale.ROOT, "%d pixels differ (%.2f %%), %d of them in the block at %d, %d",
                all, 100.0 * all / (width * height), worst, worstX, worstY));
    }

    private int count(int left, int top) {
        int count = 0;
        for (int y = top; y < Math.min(height, top + SIDE); y++) {
            for (int x = left; x < Math.min(width, left + SIDE); x++) {
                if (differs[y * width + x]) count++;
            }
        }
        return count;
    }

    /** The expected picture, pale, with what differs in red. */
    BufferedImage difference() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int rgb = expected.getRGB(i % width, i / width);
            int pale = 0xC0C0C0 + (rgb >> 2 & 0x3F3F3F);
            image.setRGB(i % width, i / width, i < differs.length && differs[i] ? RED : pale);
        }
        return image;
    }
}
