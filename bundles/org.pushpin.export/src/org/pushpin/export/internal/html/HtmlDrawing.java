// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.html;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.pushpin.export.internal.svg.Markup;
import org.pushpin.export.internal.svg.SvgWriter;
import org.pushpin.export.internal.vector.GlyphRun;
import org.pushpin.export.internal.vector.Ink;
import org.pushpin.export.internal.vector.PathNumbers;
import org.pushpin.export.internal.vector.VectorSink;
import org.pushpin.scene.Poster;

/** Shapes as SVG has them, and text, parts and links as elements that say what they are. One thread. */
final class HtmlDrawing implements VectorSink {

    private final SvgWriter svg;
    private final EmbeddedFonts fonts;
    private Poster.Line line;
    /** Whether the line's element is open. */
    private boolean open;

    HtmlDrawing(SvgWriter svg, EmbeddedFonts fonts) {
        this.svg = svg;
        this.fonts = fonts;
    }

    @Override
    public void fill(Shape shape, Ink ink, Shape clip) {
        svg.fill(shape, ink, clip);
    }

    @Override
    public void draw(Shape shape, BasicStroke stroke, double scale, Ink ink, Shape clip) {
        svg.draw(shape, stroke, scale, ink, clip);
    }

    @Override
    public void image(BufferedImage image, AffineTransform at, double alpha, Shape clip) {
        svg.image(image, at, alpha, clip);
    }

    // parts

    @Override
    public void begin(Poster.Part part) {
        String role = switch (part.role()) {
            case DOCUMENT -> "article";
            case IMAGE -> "img";
            case LIST -> "list";
            case LIST_ITEM -> "listitem";
            // their text says it, and nothing here can be pressed
            case HEADING, TEXT, PARAGRAPH, LINK, BUTTON, CHECKBOX, PROGRESS, TABLE, ROW, CELL -> "";
            case GROUP, BOARD, FRAME, ARROW, TOOLBAR -> "group";
        };
        boolean silent = role.isEmpty() || part.name().isEmpty();
        boolean decoration = role.equals("img") && part.name().isEmpty();
        svg.raw("<g" + (decoration ? " aria-hidden=\"true\"" : silent ? "" : Markup.attribute("role", role)
                + Markup.attribute("aria-label", part.name())) + ">\n");
    }

    @Override
    public void end() {
        svg.raw("</g>\n");
    }

    // text

    @Override
    public void beginLine(Poster.Line next, AffineTransform at) {
        line = next;
    }

    /** One element for the line, so that what is copied out of it is one line. */
    @Override
    public void text(GlyphRun run, AffineTransform at, double alpha, Shape clip) {
        Rectangle2D bounds = at.createTransformedShape(new Rectangle2D.Double(run.x(), run.baseline() - run.size(), run.width(),
                run.size() * 1.3)).getBounds2D();
        if (clip != null && !clip.intersects(bounds)) return;
        if (run.font() == null && !open) {
            sign(run, at, alpha, clip);
            return;
        }
        if (!open) {
            String heading = line.level() > 0 ? " role=\"heading\" aria-level=\"" + line.level() + "\"" : "";
            svg.raw("<text" + heading + place(at) + svg.clip(bounds, clip) + ">");
            open = true;
        }
        if (run.font() == null) { // an emoji inside a line: painted already, and said here
            svg.raw("<tspan x=\"" + PathNumbers.number(run.x()) + "\" y=\"" + PathNumbers.number(run.baseline()) + "\" textLength=\""
                    + PathNumbers.number(run.width()) + "\" lengthAdjust=\"spacingAndGlyphs\" fill-opacity=\"0\">" + Markup.text(run.text()) + "</tspan>");
            return;
        }
        String href = run.link().map(link -> "<a rel=\"noopener noreferrer\"" + Markup.attribute("href", link) + ">").orElse("");
        svg.raw(href + "<tspan" + direction(run) + " y=\"" + PathNumbers.number(run.baseline()) + "\" textLength=\""
                + PathNumbers.number(run.width()) + "\" lengthAdjust=\"spacingAndGlyphs\"" + font(run.font())
                + color(run, alpha) + ">" + Markup.text(run.text()) + "</tspan>" + (href.isEmpty() ? "" : "</a>"));
    }

    /** What stands before a line is drawn, and said by a text that is not seen. */
    private void sign(GlyphRun run, AffineTransform at, double alpha, Shape clip) {
        GlyphRun.Cluster sign = run.clusters().getFirst();
        AffineTransform place = new AffineTransform(at);
        place.translate(sign.x(), run.baseline());
        svg.fill(place.createTransformedShape(sign.outline()), Ink.of(new java.awt.Color(run.color().argb(), true), at, alpha), clip);
        svg.raw("<text" + place(at) + " x=\"" + PathNumbers.number(sign.x()) + "\" y=\"" + PathNumbers.number(run.baseline())
                + "\" fill-opacity=\"0\">" + Markup.text(sign.text()) + " </text>\n");
    }

    @Override
    public void endLine() {
        if (open) svg.raw("</text>\n");
        open = false;
    }

    /** Text that reads to the left is placed by its end. */
    private static String direction(GlyphRun run) {
        return (run.rightToLeft() ? " direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\"" : "") + " x=\""
                + PathNumbers.number(run.x()) + "\"";
    }

    private static String place(AffineTransform at) {
        return at.isIdentity() ? "" : " transform=\"" + PathNumbers.matrix(at) + "\"";
    }

    private static String color(GlyphRun run, double alpha) {
        int argb = (int) Math.round(run.color().alpha() * alpha) << 24 | run.color().argb() & 0xFFFFFF;
        return " fill=\"" + SvgWriter.hex(argb) + "\"" + SvgWriter.opacity("fill-opacity", argb);
    }

    private String font(Font font) {
        EmbeddedFonts.Face face = fonts.face(font);
        return " font-family=\"" + face.family() + "\" font-size=\"" + PathNumbers.number(font.getSize2D()) + "\""
                + (face.weight() == 400 ? "" : " font-weight=\"" + face.weight() + "\"") + (face.italic() ? " font-style=\"italic\"" : "");
    }
}
