// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.Color;

/**
 * Of which glyphs, in which colours, a glyph is made: the tables COLR version 0 and CPAL, its first palette. Source:
 * OpenType 1.9, "COLR" and "CPAL". Immutable.
 */
final class ColorLayers {

    /** More layers of one glyph are left out; emoji have dozens. */
    private static final int MOST_LAYERS = 256;
    private static final int MOST_COLORS = 4096;
    /** Number of a colour that is the text's own. */
    private static final int TEXT_COLOR = 0xFFFF;

    /** @param color empty: the text's own */
    record Layer(int glyph, Optional<Color> color) {}

    private record Span(int first, int count) {}

    private final FontTable records;
    private final Map<Integer, Span> glyphs = new HashMap<>();
    private final List<Color> palette;

    ColorLayers(FontTable colr, FontTable cpal) throws DamagedFontException {
        palette = palette(cpal);
        records = colr.at(colr.offset(8));
        FontTable bases = colr.at(colr.offset(4));
        int all = colr.u16(12);
        int count = colr.u16(2);
        for (int i = 0; i < count; i++) {
            int first = bases.u16(6 * i + 2);
            int layers = Math.min(bases.u16(6 * i + 4), MOST_LAYERS);
            if (first + layers > all) throw new DamagedFontException("layers that are not there");
            glyphs.put(bases.u16(6 * i), new Span(first, layers));
        }
    }

    private static List<Color> palette(FontTable cpal) throws DamagedFontException {
        int entries = Math.min(cpal.u16(2), MOST_COLORS);
        int first = cpal.u16(12);
        FontTable colors = cpal.at(cpal.offset(8));
        List<Color> palette = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            int at = 4 * (first + i);
            palette.add(new Color(colors.u8(at + 3) << 24 | colors.u8(at + 2) << 16 | colors.u8(at + 1) << 8 | colors.u8(at)));
        }
        return List.copyOf(palette);
    }

    boolean has(int glyph) {
        return glyphs.containsKey(glyph);
    }

    /** Lowest first; none where the glyph is not in colour. */
    List<Layer> of(int glyph) throws DamagedFontException {
        Span span = glyphs.getOrDefault(glyph, new Span(0, 0));
        List<Layer> layers = new ArrayList<>(span.count);
        for (int i = span.first; i < span.first + span.count; i++) {
            int color = records.u16(4 * i + 2);
            if (color != TEXT_COLOR && color >= palette.size()) throw new DamagedFontException("a colour that is not there");
            layers.add(new Layer(records.u16(4 * i),
                    color == TEXT_COLOR ? Optional.empty() : Optional.of(palette.get(color))));
        }
        return layers;
    }
}
