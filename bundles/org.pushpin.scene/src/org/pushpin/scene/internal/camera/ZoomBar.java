// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.camera;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pushpin.content.Icon;
import org.pushpin.content.Palette;
import org.pushpin.content.Rect;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.layout.Layouter;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.text.Fonts;

/**
 * The quiet control in a corner: less, how near, more, all. It keeps the bitmap that it made last. Ui thread; making one
 * costs about a fifth of a millisecond.
 */
public final class ZoomBar {

    /** From the corner of the stage, in points. */
    public static final double MARGIN = 16;
    private static final double HEIGHT = 36;
    private static final double ICON = 16;

    /** From left to right. */
    private enum Part {
        OUT("zoomOut", 38), ACTUAL("zoomActual", 60), IN("zoomIn", 38), FIT("zoomFit", 38);

        private final String command;
        private final double width;

        Part(String command, double width) {
            this.command = command;
            this.width = width;
        }
    }

    private static final Icon LESS = new Icon("M5 10H15");
    private static final Icon ALL = new Icon("M12 4H16V8M16 4L11.5 8.5M8 16H4V12M4 16L8.5 11.5");

    private record Look(int percent, Theme theme, double scale, String hovered) {}

    private final Fonts fonts;
    private Look look;
    private BufferedImage image;
    private long version;

    public ZoomBar(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Where it is, in points. */
    public static Rect area(int height) {
        double width = 0;
        for (Part part : Part.values()) width += part.width;
        return new Rect(MARGIN, height - MARGIN - HEIGHT, width, HEIGHT);
    }

    /** Where each command is, in points, from left to right. */
    public static Map<String, Rect> areas(int height) {
        Rect area = area(height);
        Map<String, Rect> areas = new LinkedHashMap<>();
        double x = area.x();
        for (Part part : Part.values()) {
            areas.put(part.command, new Rect(x, area.y(), part.width, area.height()));
            x += part.width;
        }
        return areas;
    }

    /** The command at a point; empty beside it. */
    public static Optional<String> command(double x, double y, int height) {
        Rect area = area(height);
        if (!area.contains(new org.pushpin.content.Point(x, y))) return Optional.empty();
        double right = area.x();
        for (Part part : Part.values()) {
            right += part.width;
            if (x < right) return Optional.of(part.command);
        }
        return Optional.empty();
    }

    /** @param hovered the command under the pointer, or nothing */
    public Sprite sprite(double zoom, Theme theme, double scale, int height, String hovered) {
        Look wanted = new Look((int) Math.round(zoom * 100), theme, scale, hovered);
        if (!wanted.equals(look)) {
            look = wanted;
            image = paint(wanted);
            version++;
        }
        Rect area = area(height);
        return new Sprite("zoom", version, image, area.x(), area.y(), image.getWidth() / scale,
                image.getHeight() / scale);
    }

    private BufferedImage paint(Look wanted) {
        Palette palette = wanted.theme.palette();
        List<View> cells = new ArrayList<>();
        for (Part part : Part.values()) cells.add(cell(part, wanted));
        double width = area(0).width();
        View row = new View.Box(View.Axis.ROW, cells, Style.NONE.height(HEIGHT));
        Laid laid = new Layouter(fonts, wanted.theme, embed -> row, editor -> null)
                .lay(row, width, OptionalDouble.of(HEIGHT));
        BufferedImage made = new BufferedImage((int) Math.ceil(width * wanted.scale),
                (int) Math.ceil(HEIGHT * wanted.scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = made.createGraphics();
        g.scale(wanted.scale, wanted.scale);
        Style chrome = Style.NONE.background(palette.chrome()).border(Stroke.of(palette.line(), 1))
                .radius(Theme.RADIUS_CARD);
        new Painter(g, wanted.theme, (picture, w, h) -> Optional.empty(), wanted.scale)
                .card(laid, chrome, 0, 0, width, HEIGHT);
        g.dispose();
        return made;
    }

    private static View cell(Part part, Look look) {
        Palette palette = look.theme.palette();
        View shown = switch (part) {
            case OUT -> new View.Glyph(LESS, ICON, palette.ink2());
            case IN -> new View.Glyph(Icon.ADD, ICON, palette.ink2());
            case FIT -> new View.Glyph(ALL, ICON, palette.ink2());
            case ACTUAL -> new View.Text(Styled.of(look.percent + " %", look.theme.hint().color(palette.ink2())),
                    Style.Align.CENTER, 1);
        };
        Style style = Style.NONE.width(part.width).height(HEIGHT).align(Style.Align.CENTER)
                .justify(Style.Justify.CENTER);
        return View.Box.column(part.command.equals(look.hovered) ? style.background(palette.code()) : style, shown);
    }
}
