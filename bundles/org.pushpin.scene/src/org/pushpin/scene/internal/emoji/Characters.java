// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import java.util.HashMap;
import java.util.Map;

/** Which character is which glyph: the table cmap, format 12. Source: OpenType 1.9, "cmap". Immutable. */
final class Characters {

    private static final int MOST = 0xFFFF;

    private final Map<Integer, Integer> glyphs = new HashMap<>();

    Characters(FontTable cmap) throws DamagedFontException {
        int count = cmap.u16(2);
        for (int i = 0; i < count; i++) {
            FontTable table = cmap.at(cmap.offset(4 + 8 * i + 4));
            if (table.u16(0) == 12) groups(table);
        }
        if (glyphs.isEmpty()) throw new DamagedFontException("no characters beyond the basic plane");
    }

    private void groups(FontTable table) throws DamagedFontException {
        int count = table.offset(12);
        for (int i = 0; i < count; i++) {
            int at = 16 + 12 * i;
            int first = table.offset(at);
            int last = table.offset(at + 4);
            int glyph = table.offset(at + 8);
            for (int code = first; code <= last && glyphs.size() < MOST; code++) glyphs.put(code, glyph + code - first);
            if (glyphs.size() >= MOST) return;
        }
    }

    /** -1 where the font has none. */
    int glyph(int code) {
        return glyphs.getOrDefault(code, -1);
    }
}
