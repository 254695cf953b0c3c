// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.pushpin.content.Rect;
import org.pushpin.export.internal.vector.PathNumbers;
import org.pushpin.export.internal.vector.GlyphRun;
import org.pushpin.export.internal.vector.Ink;
import org.pushpin.export.internal.vector.VectorSink;

/**
 * A file of one page, as large as what it shows at 96 units an inch, or as large as a page can be. Memory grows with
 * the page's operators, not with its pictures. One thread.
 *
 * <p>What cannot be written ends in an {@link UncheckedIOException}, because Java2D has no room for a checked one.
 */
public final class PdfPage implements VectorSink, AutoCloseable {

    /** Points in a board unit. */
    private static final double POINT = 0.75;
    /** ISO 32000-1, annex C: a page's most points. */
    private static final double MOST = 14_400;

    private final PdfFile file;
    private final Rect seen;
    private final String title;
    private final double scale;
    private final String matrix;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final PdfFonts fonts = new PdfFonts();
    private final PdfPaints paints = new PdfPaints();
    private final PdfPictures pictures;
    private final List<Integer> links = new ArrayList<>();
    /** Of the graphics state that is open; null: none. */
    private String clip;
    private int alpha = 255;
    private String fillColor = "";

    /** @param seen the part of the plane that the page shows */
    public PdfPage(OutputStream out, Rect seen, String title) throws IOException {
        this.file = new PdfFile(out);
        this.pictures = new PdfPictures(file);
        this.seen = seen;
        this.title = title;
        this.scale = Math.min(POINT, MOST / Math.max(seen.width(), seen.height()));
        this.matrix = PdfPath.matrix(new AffineTransform(scale, 0, 0, -scale, -seen.x() * scale, seen.bottom() * scale));
        write("q " + matrix + " cm\n");
        state();
    }

    // state

    private void state() {
        alpha = 255;
        fillColor = "";
        write("q\n");
    }

    /** Opens a graphics state with this clip, unless it is open. */
    private void clip(Shape shape) {
        String wanted = shape == null ? null : path(shape) + (evenOdd(shape) ? "W* n\n" : "W n\n");
        if (Objects.equals(wanted, clip)) return;
        write("Q\n");
        state();
        clip = wanted;
        if (wanted != null) write(wanted);
    }

    private void opacity(int wanted) {
        if (alpha != wanted) write(paints.opacity(wanted));
        alpha = wanted;
    }

    private void fillColor(Ink ink) {
        String wanted = paints.color(ink, true);
        if (!wanted.equals(fillColor)) write(wanted);
        fillColor = wanted;
    }

    // drawing

    @Override
    public void fill(Shape shape, Ink ink, Shape within) {
        if (isOutside(shape.getBounds2D(), within)) return;
        clip(needed(shape.getBounds2D(), within));
        opacity(PdfPaints.alpha(ink));
        fillColor(ink);
        write(path(shape) + (evenOdd(shape) ? "f*\n" : "f\n"));
    }

    @Override
    public void draw(Shape shape, BasicStroke stroke, double lengths, Ink ink, Shape within) {
        double width = stroke.getLineWidth() * lengths;
        Rectangle2D bounds = shape.getBounds2D();
        bounds.setRect(bounds.getX() - width, bounds.getY() - width, bounds.getWidth() + 2 * width, bounds.getHeight() + 2 * width);
        if (isOutside(bounds, within)) return;
        clip(needed(bounds, within));
        opacity(PdfPaints.alpha(ink));
        StringBuilder line = new StringBuilder(paints.color(ink, false)).append(PathNumbers.number(width)).append(" w ")
                .append(stroke.getEndCap()).append(" J ").append(stroke.getLineJoin()).append(" j [");
        if (stroke.getDashArray() != null) {
            for (float dash : stroke.getDashArray()) line.append(PathNumbers.number(dash * lengths)).append(' ');
        }
        write(line.append("] ").append(PathNumbers.number(stroke.getDashPhase() * lengths)).append(" d\n") + path(shape) + "S\n");
    }

    @Override
    public void image(BufferedImage image, AffineTransform at, double opacity, Shape within) {
        Rectangle2D bounds = at.createTransformedShape(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight())).getBounds2D();
        if (isOutside(bounds, within)) return;
        clip(needed(bounds, within));
        opacity((int) Math.round(opacity * 255));
        AffineTransform unit = new AffineTransform(at);
        unit.concatenate(new AffineTransform(image.getWidth(), 0, 0, -image.getHeight(), 0, image.getHeight()));
        try {
            write("q " + PdfPath.matrix(unit) + " cm /" + pictures.name(image) + " Do Q\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void text(GlyphRun run, AffineTransform at, double opacity, Shape within) {
        Rectangle2D bounds = at.createTransformedShape(new Rectangle2D.Double(run.x(), run.baseline() - run.size(), run.width(),
                run.size() * 1.3)).getBounds2D();
        if (isOutside(bounds, within)) return;
        clip(needed(bounds, within));
        Ink ink = Ink.of(new java.awt.Color(run.color().argb(), true), at, opacity);
        opacity(PdfPaints.alpha(ink));
        fillColor(ink);
        PdfFont font = fonts.of(run.font());
        AffineTransform place = new AffineTransform(at);
        place.concatenate(new AffineTransform(1, 0, 0, -1, run.x(), run.baseline()));
        write("BT /" + font.name + " " + PathNumbers.number(run.size()) + " Tf " + PdfPath.matrix(place) + " Tm ["
                + glyphs(run, font) + "] TJ ET\n");
        run.link().ifPresent(link -> link(link, bounds));
    }

    /** Glyphs, and between them what makes each stand where it does. */
    private static String glyphs(GlyphRun run, PdfFont font) {
        StringBuilder array = new StringBuilder("<");
        double at = run.x();
        for (GlyphRun.Cluster cluster : run.clusters()) {
            int glyph = font.glyph(cluster, run.size());
            long gap = Math.round((at - cluster.x()) * 1000 / run.size());
            if (gap != 0) {
                array.append("> ").append(gap).append(" <");
                at -= gap * run.size() / 1000;
            }
            array.append("%04X".formatted(glyph));
            at += font.width(glyph) * run.size() / 1000;
        }
        return array.append('>').toString();
    }

    /** ISO 32000-1, 12.5.6.5. */
    private void link(String target, Rectangle2D area) {
        try {
            String rectangle = "[%s %s %s %s]".formatted(PathNumbers.number((area.getX() - seen.x()) * scale),
                    PathNumbers.number((seen.bottom() - area.getMaxY()) * scale), PathNumbers.number((area.getMaxX() - seen.x()) * scale),
                    PathNumbers.number((seen.bottom() - area.getY()) * scale));
            links.add(file.object("<< /Type /Annot /Subtype /Link /Rect " + rectangle + " /Border [0 0 0] /A << /S /URI /URI "
                    + PdfFile.ascii(target) + " >> >>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOutside(Rectangle2D bounds, Shape clip) {
        return clip != null && !clip.getBounds2D().intersects(bounds.getX() - 1, bounds.getY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
    }

    /** Nothing where a clip cuts nothing off. */
    private static Shape needed(Rectangle2D bounds, Shape clip) {
        return clip == null || clip.contains(bounds) ? null : clip;
    }

    private static boolean evenOdd(Shape shape) {
        return shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
    }

    private static String path(Shape shape) {
        return PdfPath.of(shape);
    }

    private void write(String operators) {
        content.writeBytes(operators.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ends the file; the stream below stays open. */
    @Override
    public void close() throws IOException {
        write("Q Q\n");
        int page = file.reserve();
        int pages = file.reserve();
        int operators = file.compressed("", content.toByteArray());
        StringBuilder annotations = new StringBuilder();
        links.forEach(link -> annotations.append(link).append(" 0 R "));
        file.object(page, "<< /Type /Page /Parent " + pages + " 0 R /MediaBox [0 0 " + PathNumbers.number(seen.width() * scale) + " "
                + PathNumbers.number(seen.height() * scale) + "] /Group << /S /Transparency /CS /DeviceRGB >> /Contents " + operators
                + " 0 R /Annots [" + annotations + "] /Resources << /Font " + fonts.write(file) + " /XObject " + pictures.dictionary() + " "
                + paints.dictionaries(matrix) + " >> >>");
        file.object(pages, "<< /Type /Pages /Kids [" + page + " 0 R] /Count 1 >>");
        int catalog = file.object("<< /Type /Catalog /Pages " + pages + " 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        int information = file.object("<< /Title " + PdfFile.string(title) + " /Producer (PushPin) >>");
        file.end(catalog, information);
    }
}
