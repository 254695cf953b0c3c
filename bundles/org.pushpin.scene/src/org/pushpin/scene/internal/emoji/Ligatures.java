// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sequences of glyphs for which a font has one glyph: its table GSUB, lookups of type 4. Source: OpenType 1.9, "GSUB";
 * all of the font's ligatures are taken, as a font of emoji has them in one feature that is always on. Immutable.
 */
final class Ligatures {

    /** Longer sequences are left out. */
    private static final int LONGEST = 24;
    /** So many parts of the table are looked at. */
    private static final int MOST = 200_000;

    /** By the glyphs, each a char, without those that say nothing. */
    private final Map<String, Integer> glyphs = new HashMap<>();
    private final int silent;
    private int left = MOST;

    /** @param silent a glyph that makes no difference in a sequence, or -1 */
    Ligatures(FontTable gsub, int silent) throws DamagedFontException {
        this.silent = silent;
        FontTable list = gsub.at(gsub.u16(8));
        int lookups = list.u16(0);
        for (int i = 0; i < lookups; i++) lookup(list.at(list.u16(2 + 2 * i)));
    }

    private void lookup(FontTable lookup) throws DamagedFontException {
        spend(1);
        int type = lookup.u16(0);
        int count = lookup.u16(4);
        for (int i = 0; i < count && type == 4; i++) sets(lookup.at(lookup.u16(6 + 2 * i)));
    }

    private void sets(FontTable table) throws DamagedFontException {
        List<Integer> first = covered(table.at(table.u16(2)));
        spend(first.size());
        int count = Math.min(table.u16(4), first.size());
        for (int i = 0; i < count; i++) {
            FontTable set = table.at(table.u16(6 + 2 * i));
            int ligatures = set.u16(0);
            for (int k = 0; k < ligatures; k++) ligature(first.get(i), set.at(set.u16(2 + 2 * k)));
        }
    }

    private void ligature(int first, FontTable ligature) throws DamagedFontException {
        int parts = ligature.u16(2);
        spend(1);
        if (parts < 1 || parts > LONGEST) return;
        StringBuilder key = new StringBuilder().append((char) first);
        for (int i = 0; i < parts - 1; i++) {
            int part = ligature.u16(4 + 2 * i);
            if (part != silent) key.append((char) part);
        }
        glyphs.putIfAbsent(key.toString(), ligature.u16(0));
    }

    private void spend(int parts) throws DamagedFontException {
        left -= parts;
        if (left < 0) throw new DamagedFontException("too many ligatures");
    }

    private static List<Integer> covered(FontTable coverage) throws DamagedFontException {
        List<Integer> covered = new ArrayList<>();
        int count = coverage.u16(2);
        boolean ranges = coverage.u16(0) == 2;
        for (int i = 0; i < count; i++) {
            int from = coverage.u16(ranges ? 4 + 6 * i : 4 + 2 * i);
            int to = ranges ? coverage.u16(6 + 6 * i) : from;
            for (int glyph = from; glyph <= to && covered.size() < 0xFFFF; glyph++) covered.add(glyph);
        }
        return covered;
    }

    /** The same glyphs with the longest known sequences replaced, from the start on. */
    String apply(String sequence) {
        StringBuilder joined = new StringBuilder();
        for (int at = 0; at < sequence.length();) {
            int length = Math.min(LONGEST, sequence.length() - at);
            Integer found = null;
            while (length > 1 && (found = glyphs.get(sequence.substring(at, at + length))) == null) length--;
            joined.append(found == null ? sequence.charAt(at) : (char) found.intValue());
            at += found == null ? 1 : length;
        }
        return joined.toString();
    }
}
