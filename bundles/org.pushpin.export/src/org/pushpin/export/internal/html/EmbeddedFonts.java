// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.html;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.pushpin.scene.Poster;

/** The fonts that a page brings along: those of scenes that it uses. Others are the reader's own. One thread. */
final class EmbeddedFonts {

    private static final String INTER = "Inter";
    private static final String OTHER = INTER + ", system-ui, sans-serif";
    private static final String MONO = "ui-monospace, monospace";

    /** A font as CSS names it. */
    record Face(String family, int weight, boolean italic) {}

    private final Set<Face> used = new LinkedHashSet<>();

    /** The face of a font, which the page then brings along. */
    Face face(Font font) {
        String name = font.getPSName().toLowerCase(Locale.ROOT);
        boolean italic = name.contains("italic") || font.isItalic() || font.getTransform().getShearX() != 0;
        int weight = name.contains("bold") || font.isBold() ? 600 : name.contains("medium") ? 500 : 400;
        if (!name.startsWith("inter")) return new Face(name.contains("mono") ? MONO : OTHER, weight, italic);
        Face face = new Face(INTER, weight, italic);
        used.add(face);
        return face;
    }

    /** The rules that bring what was used. */
    String css() throws IOException {
        StringBuilder css = new StringBuilder();
        for (Face face : used) {
            // of the bold italic none is shipped: the reader's program slants the bold
            boolean slanted = face.italic && face.weight == 400;
            String file = slanted ? "Italic" : face.weight == 600 ? "SemiBold" : face.weight == 500 ? "Medium" : "Regular";
            css.append(rule(file, face.weight, slanted));
        }
        return css.toString();
    }

    private static String rule(String file, int weight, boolean italic) throws IOException {
        try (InputStream in = Poster.class.getResourceAsStream("/fonts/Inter-" + file + ".otf")) {
            if (in == null) throw new IOException("the font Inter-" + file + " is missing from the program");
            return "@font-face { font-family: " + INTER + "; font-weight: " + weight + "; font-style: " + (italic ? "italic" : "normal")
                    + "; src: url(data:font/woff;base64," + Base64.getEncoder().encodeToString(Woff.of(in.readAllBytes())) + ") }\n";
        }
    }
}
