// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.svg;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.pushpin.content.Rect;
import org.pushpin.export.internal.vector.GlyphRun;
import org.pushpin.export.internal.vector.Ink;
import org.pushpin.export.internal.vector.PathNumbers;
import org.pushpin.export.internal.vector.VectorSink;

/**
 * Writes SVG 1.1, element by element, as it is drawn: memory is bounded by one picture and the clips so far. A
 * shape that is filled and then drawn in the same colour, as glyphs are, becomes one element. One thread.
 *
 * <p>What cannot be written ends in an {@link UncheckedIOException}, because Java2D has no room for a checked one.
 */
public final class SvgWriter implements VectorSink, AutoCloseable {

    private final Writer out;
    /** Before the name of everything that can be referred to. */
    private final String prefix;
    private final SvgPictures pictures;
    private final Map<String, String> clips = new HashMap<>();
    private int gradients;
    /** A filled path that may yet get a line, without its end; null: none. */
    private Filled pending;
    /** What was added to it: the dots of a grid are one element. */
    private final StringBuilder rectangles = new StringBuilder();

    /** @param more rectangles of the same ink may follow in the same element */
    private record Filled(String path, SvgPaint fill, String clip, boolean more) {}

    private SvgWriter(Writer out, String prefix, SvgPictures pictures) {
        this.out = out;
        this.prefix = prefix;
        this.pictures = pictures;
    }

    /** A file of its own. @param seen the part of the plane that it shows */
    static SvgWriter file(Writer out, Rect seen, String title) {
        SvgWriter svg = new SvgWriter(out, "", new SvgPictures());
        svg.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"" + view(seen) + ">\n<title>" + Markup.text(title)
                + "</title>\n");
        return svg;
    }

    /**
     * A part of a page of HTML.
     *
     * @param prefix what no other part's names begin with
     * @param attributes more of them, as they are written
     */
    public static SvgWriter part(Writer out, Rect seen, String prefix, String attributes, SvgPictures pictures) {
        SvgWriter svg = new SvgWriter(out, prefix, pictures);
        svg.write("<svg" + view(seen) + attributes + ">\n");
        return svg;
    }

    private static String view(Rect seen) {
        String width = PathNumbers.number(seen.width());
        String height = PathNumbers.number(seen.height());
        return " width=\"" + width + "\" height=\"" + height + "\" viewBox=\"" + PathNumbers.number(seen.x()) + " "
                + PathNumbers.number(seen.y()) + " " + width + " " + height + "\"";
    }

    /** Writes elements as they are. */
    public void raw(String markup) {
        flush();
        write(markup);
    }

    @Override
    public void fill(Shape shape, Ink ink, Shape clip) {
        if (isOutside(shape.getBounds2D(), clip)) return;
        String path = PathNumbers.path(shape);
        if (path.isEmpty()) return;
        boolean rectangle = shape instanceof Rectangle2D && ink instanceof Ink.Plain plain && plain.argb() >>> 24 == 255;
        String cut = clip(shape.getBounds2D(), clip);
        if (rectangle && pending != null && pending.more && pending.fill.ink().equals(ink) && pending.clip.equals(cut)) {
            rectangles.append(path);
            return;
        }
        flush();
        pending = new Filled(path, new SvgPaint(ink, rule(shape)), cut, rectangle);
    }

    @Override
    public void draw(Shape shape, BasicStroke stroke, double scale, Ink ink, Shape clip) {
        double width = stroke.getLineWidth() * scale;
        Rectangle2D bounds = shape.getBounds2D();
        bounds.setRect(bounds.getX() - width, bounds.getY() - width, bounds.getWidth() + 2 * width, bounds.getHeight() + 2 * width);
        if (isOutside(bounds, clip)) return;
        String path = PathNumbers.path(shape);
        if (path.isEmpty()) return;
        String line = ink("stroke", ink) + line(stroke, scale, width);
        if (pending != null && rectangles.isEmpty() && pending.path.equals(path) && pending.fill.ink().equals(ink)) {
            Filled filled = pending;
            pending = null;
            write("<path d=\"" + path + "\"" + ink("fill", ink) + filled.fill.rule() + line + filled.clip + "/>\n");
        } else {
            flush();
            write("<path d=\"" + path + "\" fill=\"none\"" + line + clip(bounds, clip) + "/>\n");
        }
    }

    /** @param rule an attribute, or nothing */
    private record SvgPaint(Ink ink, String rule) {}

    private static String rule(Shape shape) {
        boolean evenOdd = shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
        return evenOdd ? " fill-rule=\"evenodd\"" : "";
    }

    private static String line(BasicStroke stroke, double scale, double width) {
        StringBuilder line = new StringBuilder(" stroke-width=\"").append(PathNumbers.number(width)).append('"');
        switch (stroke.getEndCap()) {
            case BasicStroke.CAP_ROUND -> line.append(" stroke-linecap=\"round\"");
            case BasicStroke.CAP_SQUARE -> line.append(" stroke-linecap=\"square\"");
            default -> { } // butt is SVG's own
        }
        switch (stroke.getLineJoin()) {
            case BasicStroke.JOIN_ROUND -> line.append(" stroke-linejoin=\"round\"");
            case BasicStroke.JOIN_BEVEL -> line.append(" stroke-linejoin=\"bevel\"");
            default -> { } // miter is SVG's own
        }
        if (stroke.getDashArray() != null) {
            line.append(" stroke-dasharray=\"");
            for (float dash : stroke.getDashArray()) line.append(PathNumbers.number(dash * scale)).append(' ');
            line.append('"');
        }
        return line.toString();
    }

    @Override
    public void image(BufferedImage image, AffineTransform at, double alpha, Shape clip) {
        flush();
        Rectangle2D bounds = at.createTransformedShape(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight())).getBounds2D();
        if (isOutside(bounds, clip)) return;
        String clipped = clip(bounds, clip);
        String id = pictures.id(image, this::write);
        String opacity = alpha < 1 ? " opacity=\"" + PathNumbers.number(alpha) + "\"" : "";
        write("<g" + clipped + opacity + "><use xlink:href=\"#" + id + "\" transform=\"" + PathNumbers.matrix(at) + "\"/></g>\n");
    }

    /** Text comes as outlines. */
    @Override
    public void text(GlyphRun run, AffineTransform at, double alpha, Shape clip) {
        throw new IllegalStateException("a picture has no text");
    }

    private static boolean isOutside(Rectangle2D bounds, Shape clip) {
        return clip != null && !clip.getBounds2D().intersects(bounds.getX() - 1, bounds.getY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
    }

    /** The attribute that cuts an element to a shape; nothing where the shape cuts nothing off. */
    public String clip(Rectangle2D bounds, Shape clip) {
        if (clip == null || clip.contains(bounds)) return "";
        String path = PathNumbers.path(clip);
        String id = clips.get(path);
        if (id == null) {
            id = prefix + "c" + (clips.size() + 1);
            clips.put(path, id);
            raw("<clipPath id=\"" + id + "\"><path d=\"" + path + "\"/></clipPath>\n");
        }
        return " clip-path=\"url(#" + id + ")\"";
    }

    private String ink(String attribute, Ink ink) {
        return switch (ink) {
            case Ink.Plain plain -> " " + attribute + "=\"" + hex(plain.argb()) + "\"" + opacity(attribute + "-opacity", plain.argb());
            case Ink.Gradient gradient -> " " + attribute + "=\"url(#" + define(gradient) + ")\"";
        };
    }

    private String define(Ink.Gradient gradient) {
        String id = prefix + "g" + ++gradients;
        write("<linearGradient id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\" x1=\"" + PathNumbers.number(gradient.x1())
                + "\" y1=\"" + PathNumbers.number(gradient.y1()) + "\" x2=\"" + PathNumbers.number(gradient.x2()) + "\" y2=\""
                + PathNumbers.number(gradient.y2()) + "\">" + stop(0, gradient.from()) + stop(1, gradient.to()) + "</linearGradient>\n");
        return id;
    }

    private static String stop(int offset, int argb) {
        return "<stop offset=\"" + offset + "\" stop-color=\"" + hex(argb) + "\"" + opacity("stop-opacity", argb) + "/>";
    }

    /** An opaque colour. */
    public static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    /** Nothing where it is opaque. */
    public static String opacity(String attribute, int argb) {
        int alpha = argb >>> 24;
        return alpha == 255 ? "" : " " + attribute + "=\"" + Math.round(alpha / 255f * 1000) / 1000f + "\"";
    }

    private void flush() {
        if (pending == null) return;
        Filled filled = pending;
        pending = null;
        write("<path d=\"" + filled.path + rectangles + "\"" + ink("fill", filled.fill.ink()) + filled.fill.rule() + filled.clip + "/>\n");
        rectangles.setLength(0);
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the file; the writer below stays open. */
    @Override
    public void close() {
        flush();
        write("</svg>\n");
    }
}
