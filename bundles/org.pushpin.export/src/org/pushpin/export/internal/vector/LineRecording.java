// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextHitInfo;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.pushpin.content.Color;
import org.pushpin.scene.Poster;

/**
 * What a line consists of: Java's own layout draws it into here, so that every glyph stands where the window has it,
 * and each stretch of glyphs is matched with the characters that it stands for. One use, one thread.
 */
final class LineRecording {

    /** A line under or through text, or a sign that says nothing. */
    record Mark(Shape shape, Color color) {}

    /** A picture in the line. */
    record Picture(BufferedImage image, AffineTransform at) {}

    /** Glyphs as they were drawn, and the characters that they stand for. */
    private record Drawn(GlyphVector glyphs, double x, int start, int end) {}

    /** In board units. */
    private static final double NEAR = 0.05;

    private final Poster.Line line;
    private final List<Drawn> drawn = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<GlyphRun> runs = new ArrayList<>();

    private LineRecording(Poster.Line line) {
        this.line = line;
    }

    static LineRecording of(Poster.Line line) {
        LineRecording recording = new LineRecording(line);
        Recorder recorder = recording.new Recorder(recording.new Shapes());
        line.layout().draw(recorder, (float) line.x(), (float) line.baseline());
        recorder.dispose();
        recording.drawn.forEach(recording::run);
        line.emoji().forEach(recording::emoji);
        recording.runs.sort(Comparator.comparingDouble(GlyphRun::x));
        return recording;
    }

    List<Mark> marks() {
        return marks;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** From left to right. */
    List<GlyphRun> runs() {
        return runs;
    }

    private Poster.Piece piece(int unit) {
        for (Poster.Piece piece : line.pieces()) if (unit < piece.end()) return piece;
        return line.pieces().getLast();
    }

    private int unitAt(double x) {
        TextHitInfo hit = line.layout().hitTestChar((float) (x - line.x()), 0);
        return Math.clamp(hit.getCharIndex(), 0, line.text().length() - 1);
    }

    // glyphs and their characters

    private void run(Drawn stretch) {
        GlyphVector glyphs = stretch.glyphs;
        boolean rightToLeft = line.layout().getCharacterLevel(stretch.start) % 2 == 1;
        List<List<Integer>> clusters = new Clusters(glyphs).list();
        int end = stretch.end;
        List<GlyphRun.Cluster> same = new ArrayList<>();
        Poster.Piece before = null;
        for (List<Integer> cluster : clusters) {
            int from = stretch.start + glyphs.getGlyphCharIndex(first(glyphs, cluster));
            int to = Math.max(from, Math.min(end, stretch.start + next(clusters, glyphs, cluster, end - stretch.start)));
            if (from >= line.text().length() || from == to) continue;
            Poster.Piece piece = piece(from);
            if (before != null && !(piece.color().equals(before.color()) && piece.link().equals(before.link()))) add(glyphs, rightToLeft, before, same);
            before = piece;
            same.add(cluster(stretch, cluster, line.text().substring(from, to)));
        }
        if (before != null) add(glyphs, rightToLeft, before, same);
    }

    private void add(GlyphVector glyphs, boolean rightToLeft, Poster.Piece piece, List<GlyphRun.Cluster> clusters) {
        if (clusters.isEmpty()) return;
        runs.add(new GlyphRun(glyphs.getFont(), glyphs.getFont().getSize2D(), rightToLeft, line.baseline(), piece.color(), piece.link(), clusters));
        clusters.clear();
    }

    private static int first(GlyphVector glyphs, List<Integer> cluster) {
        return cluster.stream().min((a, b) -> glyphs.getGlyphCharIndex(a) - glyphs.getGlyphCharIndex(b)).orElseThrow();
    }

    /** The first character, from the stretch's start, that belongs to another cluster after this one. */
    private static int next(List<List<Integer>> clusters, GlyphVector glyphs, List<Integer> cluster, int end) {
        int own = glyphs.getGlyphCharIndex(first(glyphs, cluster));
        return clusters.stream().mapToInt(other -> glyphs.getGlyphCharIndex(first(glyphs, other))).filter(at -> at > own).min().orElse(end);
    }

    /** The characters between two places on the line; signs stand for theirs. */
    private Drawn drawn(GlyphVector glyphs, double x) {
        double right = x + glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
        int start = -1;
        int end = -1;
        for (int i = 0; i < line.text().length(); i++) {
            double a = edge(TextHitInfo.leading(i));
            double b = edge(TextHitInfo.trailing(i));
            boolean inside = Math.min(a, b) > x - NEAR && Math.max(a, b) < right + NEAR && piece(i).shown();
            if (inside && Math.abs(a - b) > NEAR) {
                start = start < 0 ? i : start;
                end = i + 1;
            } else if (inside && end == i) { // an accent on what stands before it
                end = i + 1;
            }
        }
        return new Drawn(glyphs, x, Math.max(0, start), Math.max(0, end));
    }

    private double edge(TextHitInfo hit) {
        return line.x() + line.layout().getCaretInfo(hit)[0];
    }

    private static GlyphRun.Cluster cluster(Drawn stretch, List<Integer> glyphs, String text) {
        GlyphVector all = stretch.glyphs;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int glyph : glyphs) {
            left = Math.min(left, all.getGlyphPosition(glyph).getX());
            right = Math.max(right, all.getGlyphPosition(glyph + 1).getX());
        }
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        StringBuilder key = new StringBuilder(text);
        for (int glyph : glyphs) {
            outline.append(all.getGlyphOutline(glyph).getPathIterator(AffineTransform.getTranslateInstance(-left, 0)), false);
            key.append('\0').append(all.getGlyphCode(glyph));
            if (glyphs.size() > 1) key.append(' ').append(Math.round((all.getGlyphPosition(glyph).getX() - left) * 20));
        }
        return new GlyphRun.Cluster(text, key.toString(), outline, stretch.x + left, right - left);
    }

    /** Signs say what the line's marker says; what nobody has a word for is a mark. */
    private void sign(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        if (bounds.isEmpty()) return;
        Poster.Piece piece = piece(unitAt(bounds.getCenterX()));
        if (line.marker().isEmpty()) {
            marks.add(new Mark(shape, piece.color()));
            return;
        }
        Shape outline = AffineTransform.getTranslateInstance(-bounds.getX(), -line.baseline()).createTransformedShape(shape);
        String key = line.marker() + '\0' + PathNumbers.path(outline);
        runs.add(new GlyphRun(null, 16, false, line.baseline(), piece.color(), piece.link(),
                List.of(new GlyphRun.Cluster(line.marker(), key, outline, bounds.getX(), bounds.getWidth()))));
    }

    /** It is painted by others; what it says is a glyph without an outline. */
    private void emoji(Poster.Emoji emoji) {
        Poster.Piece piece = piece(unitAt(emoji.x() + emoji.width() / 2));
        runs.add(new GlyphRun(null, 16, false, line.baseline(), piece.color(), piece.link(),
                List.of(new GlyphRun.Cluster(emoji.text(), emoji.text(), new Path2D.Double(), emoji.x(), emoji.width()))));
    }

    /** Takes glyphs as glyphs. */
    private final class Recorder extends VectorGraphics {

        Recorder(VectorSink out) {
            super(out);
        }

        private Recorder(Recorder from) {
            super(from);
        }

        @Override
        public Graphics create() {
            return new Recorder(this);
        }

        @Override
        public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
            if (glyphs.getNumGlyphs() == 0) return;
            drawn.add(drawn(glyphs, x));
        }
    }

    /** Takes what else is drawn. */
    private final class Shapes implements VectorSink {

        @Override
        public void fill(Shape shape, Ink ink, Shape clip) {
            sign(shape);
        }

        @Override
        public void draw(Shape shape, BasicStroke stroke, double scale, Ink ink, Shape clip) {
            Shape drawnLine = stroke.createStrokedShape(shape);
            marks.add(new Mark(drawnLine, piece(unitAt(drawnLine.getBounds2D().getCenterX())).color()));
        }

        @Override
        public void image(BufferedImage image, AffineTransform at, double alpha, Shape clip) {
            pictures.add(new Picture(image, at));
        }

        @Override
        public void text(GlyphRun run, AffineTransform at, double alpha, Shape clip) {
            throw new IllegalStateException("glyphs come as such");
        }
    }
}
