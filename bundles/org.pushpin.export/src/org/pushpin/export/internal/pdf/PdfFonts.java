// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fonts of a file. One thread. */
final class PdfFonts {

    private static final String SIGNS = "Signs";

    private final Map<Object, PdfFont> fonts = new HashMap<>();
    private final List<PdfFont> all = new ArrayList<>();

    /** @param font of any size; null: of signs that no font has */
    PdfFont of(Font font) {
        Object face = font == null ? SIGNS : font.deriveFont(1f);
        PdfFont known = fonts.get(face);
        if (known != null && !known.isFull()) return known;
        String family = font == null ? SIGNS : font.getPSName().replaceAll("[^A-Za-z0-9-]", "");
        PdfFont made = new PdfFont("F" + (all.size() + 1), family.isEmpty() ? "Font" : family);
        fonts.put(face, made);
        all.add(made);
        return made;
    }

    /** Writes them; the answer is a page's dictionary of fonts. */
    String write(PdfFile file) throws IOException {
        StringBuilder dictionary = new StringBuilder("<< ");
        for (PdfFont font : all) dictionary.append('/').append(font.name).append(' ').append(font.write(file, all.indexOf(font))).append(" 0 R ");
        return dictionary.append(">>").toString();
    }
}
