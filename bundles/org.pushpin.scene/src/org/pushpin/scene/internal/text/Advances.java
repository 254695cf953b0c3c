// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Font;

/** How wide the letters and signs of Europe's languages are in a face of Inter, one by one. Immutable, any thread. */
final class Advances {

    private static final int FIRST = ' ';
    private static final int END = 0x180;
    /** Dashes, quotation marks and the ellipsis. */
    private static final String MORE = "\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2026";

    private final float[] widths = new float[END - FIRST];
    private final float[] more = new float[MORE.length()];

    Advances(Font font) {
        for (int c = FIRST; c < END; c++) widths[c - FIRST] = isPlain((char) c) ? width(font, (char) c) : Float.NaN;
        for (int i = 0; i < more.length; i++) more[i] = width(font, MORE.charAt(i));
    }

    /** Of the others some make signs with their neighbours, or lie in no font of ours. */
    private static boolean isPlain(char c) {
        return c < 0x7F ? c != '<' && c != '>' : c >= 0xC0 && Character.isLetter(c);
    }

    private static float width(Font font, char c) {
        return font.canDisplay(c) ? font.createGlyphVector(Fonts.METRICS, new char[] {c}).getGlyphMetrics(0).getAdvanceX() : Float.NaN;
    }

    /** In board units; not a number for what is not plain. */
    float of(char c) {
        if (c >= FIRST && c < END) return widths[c - FIRST];
        int index = c < FIRST ? -1 : MORE.indexOf(c);
        return index < 0 ? Float.NaN : more[index];
    }
}
