// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.pushpin.content.Rect;

/**
 * Writes an SVG 1.1 file, element by element, as it is drawn: memory is bounded by one picture and the clips so far. A
 * shape that is filled and then drawn in the same colour, as glyphs are, becomes one element. One thread.
 *
 * <p>What cannot be written ends in an {@link UncheckedIOException}, because Java2D has no room for a checked one.
 */
final class SvgWriter implements AutoCloseable {

    private final Writer out;
    private final Map<String, String> clips = new HashMap<>();
    private final Map<BufferedImage, String> images = new IdentityHashMap<>();
    private int gradients;
    /** A filled path that may yet get a line, without its end; null: none. */
    private Filled pending;
    /** What was added to it: the dots of a grid are one element. */
    private final StringBuilder rectangles = new StringBuilder();

    /** @param more rectangles of the same ink may follow in the same element */
    private record Filled(String path, SvgInk ink, String clip, boolean more) {}

    /** @param seen the part of the plane that the file shows */
    SvgWriter(Writer out, Rect seen, String title) {
        this.out = out;
        String width = SvgNumbers.number(seen.width());
        String height = SvgNumbers.number(seen.height());
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"" + SvgNumbers.number(seen.x()) + " " + SvgNumbers.number(seen.y()) + " " + width + " " + height
                + "\">\n<title>" + escape(title) + "</title>\n");
    }

    void fill(Shape shape, SvgInk ink, Shape clip) {
        if (isOutside(shape.getBounds2D(), clip)) return;
        String path = SvgNumbers.path(shape);
        if (path.isEmpty()) return;
        boolean rectangle = shape instanceof Rectangle2D && ink instanceof SvgInk.Plain plain && plain.argb() >>> 24 == 255;
        String cut = clip(shape.getBounds2D(), clip);
        if (rectangle && pending != null && pending.more && pending.ink.equals(ink) && pending.clip.equals(cut)) {
            rectangles.append(path);
            return;
        }
        flush();
        pending = new Filled(path, ink, cut, rectangle);
    }

    /** @param scale of the stroke's lengths to the file's units */
    void draw(Shape shape, BasicStroke stroke, double scale, SvgInk ink, Shape clip) {
        double width = stroke.getLineWidth() * scale;
        Rectangle2D bounds = shape.getBounds2D();
        bounds.setRect(bounds.getX() - width, bounds.getY() - width, bounds.getWidth() + 2 * width, bounds.getHeight() + 2 * width);
        if (isOutside(bounds, clip)) return;
        String path = SvgNumbers.path(shape);
        if (path.isEmpty()) return;
        String line = ink("stroke", ink) + line(stroke, scale, width);
        if (pending != null && rectangles.isEmpty() && pending.path.equals(path) && pending.ink.equals(ink)) {
            Filled filled = pending;
            pending = null;
            write("<path d=\"" + path + "\"" + ink("fill", ink) + line + filled.clip + "/>\n");
        } else {
            flush();
            write("<path d=\"" + path + "\" fill=\"none\"" + line + clip(bounds, clip) + "/>\n");
        }
    }

    private static String line(BasicStroke stroke, double scale, double width) {
        StringBuilder line = new StringBuilder(" stroke-width=\"").append(SvgNumbers.number(width)).append('"');
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
            for (float dash : stroke.getDashArray()) line.append(SvgNumbers.number(dash * scale)).append(' ');
            line.append('"');
        }
        return line.toString();
    }

    void image(BufferedImage image, AffineTransform at, double alpha, Shape clip) {
        flush();
        Rectangle2D bounds = at.createTransformedShape(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight())).getBounds2D();
        if (isOutside(bounds, clip)) return;
        String clipped = clip(bounds, clip);
        String id = images.computeIfAbsent(image, this::define);
        String opacity = alpha < 1 ? " opacity=\"" + SvgNumbers.number(alpha) + "\"" : "";
        write("<g" + clipped + opacity + "><use xlink:href=\"#" + id + "\" transform=\"" + SvgNumbers.matrix(at) + "\"/></g>\n");
    }

    private String define(BufferedImage image) {
        String id = "i" + (images.size() + 1);
        write("<defs><image id=\"" + id + "\" width=\"" + image.getWidth() + "\" height=\"" + image.getHeight()
                + "\" preserveAspectRatio=\"none\" xlink:href=\"");
        write(DataUri.of(image));
        write("\"/></defs>\n");
        return id;
    }

    private static boolean isOutside(Rectangle2D bounds, Shape clip) {
        return clip != null && !clip.getBounds2D().intersects(bounds.getX() - 1, bounds.getY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
    }

    /** The attribute that cuts an element to a shape; nothing where the shape cuts nothing off. */
    private String clip(Rectangle2D bounds, Shape clip) {
        if (clip == null || clip.contains(bounds)) return "";
        String path = SvgNumbers.path(clip);
        String id = clips.get(path);
        if (id == null) {
            id = "c" + (clips.size() + 1);
            clips.put(path, id);
            write("<clipPath id=\"" + id + "\"><path d=\"" + path + "\"/></clipPath>\n");
        }
        return " clip-path=\"url(#" + id + ")\"";
    }

    private String ink(String attribute, SvgInk ink) {
        return switch (ink) {
            case SvgInk.Plain plain -> " " + attribute + "=\"" + hex(plain.argb()) + "\"" + opacity(attribute + "-opacity", plain.argb());
            case SvgInk.Gradient gradient -> " " + attribute + "=\"url(#" + define(gradient) + ")\"";
        };
    }

    private String define(SvgInk.Gradient gradient) {
        String id = "g" + ++gradients;
        write("<linearGradient id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\" x1=\"" + SvgNumbers.number(gradient.x1())
                + "\" y1=\"" + SvgNumbers.number(gradient.y1()) + "\" x2=\"" + SvgNumbers.number(gradient.x2()) + "\" y2=\""
                + SvgNumbers.number(gradient.y2()) + "\">" + stop(0, gradient.from()) + stop(1, gradient.to()) + "</linearGradient>\n");
        return id;
    }

    private static String stop(int offset, int argb) {
        return "<stop offset=\"" + offset + "\" stop-color=\"" + hex(argb) + "\"" + opacity("stop-opacity", argb) + "/>";
    }

    private static String hex(int argb) {
        return "#%06x".formatted(argb & 0xFFFFFF);
    }

    private static String opacity(String attribute, int argb) {
        int alpha = argb >>> 24;
        return alpha == 255 ? "" : " %s=\"%s\"".formatted(attribute, Float.toString(Math.round(alpha / 255f * 1000) / 1000f));
    }

    private void flush() {
        if (pending == null) return;
        Filled filled = pending;
        pending = null;
        write("<path d=\"" + filled.path + rectangles + "\"" + ink("fill", filled.ink) + filled.clip + "/>\n");
        rectangles.setLength(0);
    }

    /** Text as XML 1.0 can hold it. */
    private static String escape(String text) {
        String allowed = text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
        return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
