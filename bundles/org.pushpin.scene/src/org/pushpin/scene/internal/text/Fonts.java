// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.pushpin.content.TextStyle;
import org.pushpin.scene.internal.emoji.Emoji;
import org.pushpin.scene.internal.emoji.EmojiFont;

/**
 * The fonts that scenes are laid out with: Inter, shipped here so that a board has the same lines everywhere, and the
 * machine's own fonts for what Inter has no glyphs for; emoji in colour are shipped too. Any thread.
 */
public final class Fonts {

    /** Metrics of no device: fractional and unhinted, so that layout does not depend on zoom or screen. */
    public static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    /** Of Inter, per unit of size; every line is placed by these, whatever fonts are on it. */
    static final double ASCENT = 0.96875;
    static final double DESCENT = 0.24121;

    private static final Map<TextAttribute, Object> KERNED = Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON);

    /** As Inter's own italic, 9.4 degrees: of the bold one none is shipped. */
    private static final AffineTransform SLANT = AffineTransform.getShearInstance(-0.1655, 0);

    private final Font mono;
    private final Font other;
    private final Font regular = load("Inter-Regular.otf");
    private final Font medium = load("Inter-Medium.otf");
    private final Font semibold = load("Inter-SemiBold.otf");
    private final Font italic = load("Inter-Italic.otf");
    private final Map<Face, Font> faces = new ConcurrentHashMap<>();
    private final Map<Font, Advances> widths = new ConcurrentHashMap<>();
    private final Lazy colors = new Lazy();

    /** The font of emoji, read when the first one is met. */
    private static final class Lazy {
        private Optional<EmojiFont> font;

        synchronized Optional<EmojiFont> get() {
            if (font == null) font = EmojiFont.read(bytes("Twemoji.ttf"));
            return font;
        }
    }

    /** What of a style decides about the font. */
    private record Face(TextStyle.Family family, double size, int weight, boolean italic, boolean fallback) {}

    /** With the machine's fonts. */
    public Fonts() {
        this(new Font(Font.MONOSPACED, Font.PLAIN, 1), new Font(Font.SANS_SERIF, Font.PLAIN, 1));
    }

    /**
     * With fonts that stand for the machine's, for pictures that are the same on every machine.
     *
     * @param mono for code
     * @param other for what Inter has no glyphs for
     */
    public Fonts(Font mono, Font other) {
        this.mono = mono;
        this.other = other;
    }

    /** The font of a style. */
    Font font(TextStyle style) {
        return faces.computeIfAbsent(
                new Face(style.family(), style.size(), style.weight(), style.italic(), false), this::make);
    }

    /** How wide its characters are; empty for a machine's font, of which nothing is known. */
    Optional<Advances> advances(TextStyle style) {
        if (style.family() == TextStyle.Family.MONO) return Optional.empty();
        return Optional.of(widths.computeIfAbsent(font(style), Advances::new));
    }

    /** How wide a digit is. */
    double digit(TextStyle style) {
        return font(style).getStringBounds("0", METRICS).getWidth();
    }

    /** What draws the characters that {@link #font} lacks. */
    Font fallback(TextStyle style) {
        return faces.computeIfAbsent(
                new Face(style.family(), style.size(), style.weight(), style.italic(), true), this::make);
    }

    /** What a cluster looks like that asks for colour; empty where it is drawn as other characters are. */
    Optional<Emoji> emoji(String cluster) {
        return colors.get().flatMap(font -> font.emoji(cluster));
    }

    private Font make(Face face) {
        boolean code = face.family == TextStyle.Family.MONO;
        if (code || face.fallback) {
            int style = (face.weight >= 600 ? Font.BOLD : 0) | (face.italic ? Font.ITALIC : 0);
            return (code ? mono : other).deriveFont(style, (float) (code ? face.size * 0.95 : face.size));
        }
        return inter(face).deriveFont((float) face.size).deriveFont(KERNED);
    }

    private Font inter(Face face) {
        if (face.weight >= 575) return face.italic ? semibold.deriveFont(SLANT) : semibold;
        if (face.italic) return italic;
        return face.weight >= 475 ? medium : regular;
    }

    private static Font load(String name) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes(name)));
        } catch (IOException | FontFormatException damaged) {
            throw new IllegalStateException("the font " + name + " cannot be read", damaged);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            if (in == null) throw new IllegalStateException("the font " + name + " is missing from the bundle");
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the font " + name + " cannot be read", unreadable);
        }
    }
}
