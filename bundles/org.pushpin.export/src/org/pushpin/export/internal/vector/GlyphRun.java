// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.Font;
import java.awt.Shape;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;

/**
 * A stretch of a line in one font, one direction, one colour.
 *
 * @param font null for signs that no font has
 * @param size of the font, in the units of {@code clusters}
 * @param clusters from left to right
 */
public record GlyphRun(Font font, double size, boolean rightToLeft, double baseline, Color color, Optional<String> link,
        List<Cluster> clusters) {

    public GlyphRun {
        clusters = List.copyOf(clusters);
    }

    /**
     * Glyphs that stand for characters together: a letter, a letter with its accents, a ligature.
     *
     * @param text never empty
     * @param key the same for clusters of a font that look the same and say the same
     * @param outline on the baseline, from the cluster's left
     * @param x of its left
     */
    public record Cluster(String text, String key, Shape outline, double x, double advance) {}

    /** What it says, in the order in which it is read. */
    public String text() {
        StringBuilder text = new StringBuilder();
        List<Cluster> read = rightToLeft ? clusters.reversed() : clusters;
        read.forEach(cluster -> text.append(cluster.text()));
        return text.toString();
    }

    public double x() {
        return clusters.getFirst().x();
    }

    public double width() {
        Cluster last = clusters.getLast();
        return last.x() + last.advance() - x();
    }
}
