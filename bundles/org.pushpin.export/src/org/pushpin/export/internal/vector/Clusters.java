// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.font.GlyphMetrics;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;

/** Which glyphs of a vector belong together: those of the same character, and marks with what they stand on. */
record Clusters(GlyphVector glyphs) {

    /** Glyphs that a layout leaves where it has made one of several. */
    private static final int NOTHING = 0xFFFE;

    /** From left to right. */
    List<List<Integer>> list() {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            boolean nothing = (glyphs.getGlyphCode(i) & 0xFFFF) >= NOTHING;
            if (!clusters.isEmpty() && (nothing || belongs(i, clusters.getLast()))) clusters.getLast().add(i);
            else clusters.add(new ArrayList<>(List.of(i)));
        }
        return clusters;
    }

    private boolean belongs(int glyph, List<Integer> cluster) {
        int at = glyphs.getGlyphCharIndex(glyph);
        boolean same = cluster.stream().anyMatch(other -> glyphs.getGlyphCharIndex(other) == at);
        GlyphMetrics metrics = glyphs.getGlyphMetrics(glyph);
        return same || metrics.isCombining() || metrics.getAdvance() == 0 && !glyphs.getGlyphOutline(glyph).getBounds2D().isEmpty();
    }
}
