// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pushpin.content.Color;
import org.pushpin.content.Insets;
import org.pushpin.content.Palette;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.layout.Layouter;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.text.Fonts;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * Bitmaps of names on their person's colour, with a pointer or without: made once for each look, and then only moved. Ui thread; making one
 * costs about a fifth of a millisecond.
 */
public final class Flags {

    /** From the tip of a pointer to its name, in points. */
    private static final double NAME_X = 12;
    private static final double NAME_Y = 16;
    private static final double LINE = 16;
    private static final double SIDE = 7;
    private static final double ROOM = 160;
    private static final int MOST = 300;

    private record Look(String text, Color color, Theme theme, double scale, boolean pointer) {}

    private record Made(BufferedImage image, long version) {}

    private final Fonts fonts;
    private long versions;
    private final Map<Look, Made> made = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Made> eldest) {
            return size() > MOST;
        }
    };

    public Flags(Fonts fonts) {
        this.fonts = fonts;
    }

    /** A pointer with its person's name, its tip at a place in points. */
    Sprite pointer(String key, String name, Color color, Theme theme, double scale, double x, double y) {
        Made flag = flag(new Look(name, color, theme, scale, true));
        return sprite(key, flag, scale, x - Arrow.MARGIN, y - Arrow.MARGIN);
    }

    /** A line of text, its middle and top at a place in points. */
    public Sprite label(String key, String text, Color color, Theme theme, double scale, double x, double y) {
        Made flag = flag(new Look(text, color, theme, scale, false));
        return sprite(key, flag, scale, x - flag.image.getWidth() / scale / 2, y);
    }

    private static Sprite sprite(String key, Made flag, double scale, double x, double y) {
        return new Sprite(key, flag.version, flag.image, Math.round(x * scale) / scale, Math.round(y * scale) / scale,
                flag.image.getWidth() / scale, flag.image.getHeight() / scale);
    }

    private Made flag(Look look) {
        return made.computeIfAbsent(look, fresh -> new Made(paint(fresh), ++versions));
    }

    private BufferedImage paint(Look look) {
        TextStyle style = look.theme.hint().weight(600).color(Palette.on(look.color));
        Styled line = Styled.of(look.text, style);
        View text = View.Box.column(Style.NONE.padding(Insets.of(2, SIDE)), new View.Text(line, Style.Align.START, 1));
        double room = look.pointer ? ROOM : 4 * ROOM;
        double width = Math.ceil(TextBlock.limited(line, room, TextBlock.Alignment.START, 1, fonts).visibleWidth()) + 2 * SIDE + 1;
        double height = LINE + 4;
        Laid laid = new Layouter(fonts, look.theme, embed -> text, editor -> null).lay(text, width, OptionalDouble.of(height));
        double left = look.pointer ? NAME_X + Arrow.MARGIN : 0;
        double top = look.pointer ? NAME_Y + Arrow.MARGIN : 0;
        BufferedImage image = new BufferedImage((int) Math.ceil((left + width + 1) * look.scale),
                (int) Math.ceil((top + height + 1) * look.scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.scale(look.scale, look.scale);
        Style ground = Style.NONE.background(look.color).radius(Theme.RADIUS_CONTROL);
        new Painter(g, look.theme, (picture, w, h) -> Optional.empty(), look.scale).card(laid, ground, left, top, width, height);
        if (look.pointer) Arrow.paint(g, look.color, look.theme.palette().card());
        g.dispose();
        return image;
    }

    /** The pointer itself. */
    private static final class Arrow {

        static final double MARGIN = 2;

        static void paint(Graphics2D g, Color color, Color edge) {
            Path2D arrow = new Path2D.Double();
            arrow.moveTo(0, 0);
            arrow.lineTo(4.6, 15.5);
            arrow.lineTo(7.7, 9.2);
            arrow.lineTo(14.2, 7.2);
            arrow.closePath();
            g.translate(MARGIN, MARGIN);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(new java.awt.Color(edge.argb(), true));
            g.draw(arrow);
            g.setColor(new java.awt.Color(color.argb(), true));
            g.fill(arrow);
        }
    }
}
