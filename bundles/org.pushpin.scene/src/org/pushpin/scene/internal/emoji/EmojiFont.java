// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.emoji;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font of emoji whose glyphs are layers of outlines. Characters, ligatures and colours are read here from its tables;
 * outlines come from the platform. Any thread; an emoji is made once and kept, at most {@value #KEPT} of them.
 */
public final class EmojiFont {

    /** A larger file is not looked at. */
    static final int MOST_BYTES = 32 << 20;
    private static final int KEPT = 2048;
    private static final int JOINER = 0x200D;
    private static final int COLOR = 0xFE0F;

    /** Glyphs are asked for at this size, at which the platform rounds nothing that is seen. */
    private static final float PRECISE = 512;
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    /** Side of the drawing, and what it takes of the line, as other desktops have it; and how far it goes below. */
    private static final double SIDE = 1.14;
    private static final double ADVANCE = 1.26;
    private static final double DROP = 0.03;

    private final Font outlines;
    private final Characters characters;
    private final Ligatures ligatures;
    private final ColorLayers colors;
    private final int joiner;
    private final Map<String, Optional<Emoji>> made = new ConcurrentHashMap<>();

    private EmojiFont(byte[] font) throws DamagedFontException, IOException, FontFormatException {
        if (font.length > MOST_BYTES) throw new DamagedFontException("a font too large");
        FontTable tables = FontTable.of(font);
        characters = new Characters(required(tables, "cmap"));
        ligatures = new Ligatures(required(tables, "GSUB"), characters.glyph(COLOR));
        colors = new ColorLayers(required(tables, "COLR"), required(tables, "CPAL"));
        joiner = characters.glyph(JOINER);
        outlines = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font)).deriveFont(PRECISE);
    }

    private static FontTable required(FontTable font, String tag) throws DamagedFontException {
        return font.table(tag).orElseThrow(() -> new DamagedFontException("no table " + tag));
    }

    /** Empty for bytes that are no such font. */
    public static Optional<EmojiFont> read(byte[] font) {
        try {
            return Optional.of(new EmojiFont(font));
        } catch (DamagedFontException | IOException | FontFormatException damaged) {
            System.getLogger(EmojiFont.class.getName()).log(System.Logger.Level.WARNING, "emoji have no colour", damaged);
            return Optional.empty();
        }
    }

    /**
     * What a cluster looks like, a sequence that the font does not know as its parts side by side; empty where a part is
     * missing.
     */
    public Optional<Emoji> emoji(String cluster) {
        if (made.size() >= KEPT) made.clear();
        return made.computeIfAbsent(cluster, this::make);
    }

    private Optional<Emoji> make(String cluster) {
        StringBuilder glyphs = new StringBuilder();
        for (int code : cluster.codePoints().toArray()) {
            if (code == COLOR) continue;
            int glyph = characters.glyph(code);
            if (glyph < 0) return Optional.empty();
            glyphs.append((char) glyph);
        }
        List<Emoji.Layer> layers = new ArrayList<>();
        double x = 0;
        for (char glyph : ligatures.apply(glyphs.toString()).toCharArray()) {
            if (glyph == joiner) continue;
            if (!colors.has(glyph)) return Optional.empty();
            draw(layers, glyph, x);
            x += ADVANCE;
        }
        return x == 0 ? Optional.empty() : Optional.of(new Emoji(layers, x));
    }

    private void draw(List<Emoji.Layer> layers, int glyph, double x) {
        AffineTransform place = AffineTransform.getTranslateInstance(x + (ADVANCE - SIDE) / 2, DROP);
        place.scale(SIDE / PRECISE, SIDE / PRECISE);
        try {
            for (ColorLayers.Layer layer : colors.of(glyph)) {
                Shape outline = outlines.createGlyphVector(METRICS, new int[] {layer.glyph()}).getOutline();
                layers.add(new Emoji.Layer(new Path2D.Double(outline, place), layer.color()));
            }
        } catch (DamagedFontException damaged) {
            layers.clear(); // nothing is drawn for it, and its room is kept
        }
    }
}
