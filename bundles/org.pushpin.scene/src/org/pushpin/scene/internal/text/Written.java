// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Intent;
import org.pushpin.content.Styled;
import org.pushpin.scene.Poster;

/** A block's lines for those who take text as text. */
record Written(TextBlock block) {

    /** From this weight on, a paragraph's own style is a heading's. */
    private static final int HEADING = 600;

    List<Poster.Line> lines(double from, double to) {
        List<Poster.Line> lines = new ArrayList<>();
        for (int p = block.paragraphAt(from); p < block.paragraphs.size() && block.top(p) < to; p++) {
            Paragraph paragraph = block.paragraphs.get(p);
            for (Line line : paragraph.lines()) {
                double top = block.top(p) + line.top();
                if (top > block.height() - 0.01) return lines;
                if (top < to && top + line.height() > from && line.layout() != null) lines.add(line(paragraph, line, block.top(p)));
            }
        }
        return lines;
    }

    private static Poster.Line line(Paragraph paragraph, Line line, double top) {
        boolean first = line.start() == 0;
        return new Poster.Line(line.layout(), paragraph.text.substring(line.start(), line.end()), line.x(),
                top + line.baseline(), pieces(paragraph, line), first ? marker(paragraph) : "", level(paragraph), first,
                emoji(paragraph, line));
    }

    private static List<Poster.Piece> pieces(Paragraph paragraph, Line line) {
        List<Poster.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Styled.Run run : paragraph.source.runs()) {
            int from = Math.max(at, line.start()) - line.start();
            int to = Math.min(at + run.text().length(), line.end()) - line.start();
            at += run.text().length();
            if (from >= to) continue;
            add(pieces, line, new Poster.Piece(from, to, run.style().color(), run.intent().flatMap(Written::link),
                    run.kind() == Styled.Kind.TEXT));
        }
        return pieces;
    }

    /** In parts: where an emoji stands, the text is not shown as such. */
    private static void add(List<Poster.Piece> pieces, Line line, Poster.Piece piece) {
        int at = piece.start();
        for (Line.Placed each : line.emoji()) {
            int from = Math.max(at, each.emoji().start() - line.start());
            int to = Math.min(piece.end(), each.emoji().end() - line.start());
            if (from >= to) continue;
            if (from > at) pieces.add(new Poster.Piece(at, from, piece.color(), piece.link(), piece.shown()));
            pieces.add(new Poster.Piece(from, to, piece.color(), piece.link(), false));
            at = to;
        }
        if (at < piece.end()) pieces.add(new Poster.Piece(at, piece.end(), piece.color(), piece.link(), piece.shown()));
    }

    private static List<Poster.Emoji> emoji(Paragraph paragraph, Line line) {
        List<Poster.Emoji> all = new ArrayList<>();
        for (Line.Placed each : line.emoji()) {
            all.add(new Poster.Emoji(paragraph.text.substring(each.emoji().start(), each.emoji().end()), line.x() + each.x(),
                    each.emoji().advance()));
        }
        return all;
    }

    private static Optional<String> link(Intent intent) {
        return switch (intent) {
            case Intent.Browse browse -> Optional.of(browse.link());
            case Intent.Open open -> Optional.of(open.url().withoutCapability().toString());
            default -> Optional.empty();
        };
    }

    private static String marker(Paragraph paragraph) {
        return switch (paragraph.source.lead().sign()) {
            case NONE, RULE -> "";
            case WRITTEN -> paragraph.text.substring(0, paragraph.marker).strip();
            case BULLET -> "\u2022";
            case BOX -> "\u2610";
            case TICKED -> "\u2611";
        };
    }

    /** By its size: what stands largest is the second level, for the first is the document's title. */
    private static int level(Paragraph paragraph) {
        var style = paragraph.source.style();
        if (style.weight() < HEADING) return 0;
        return style.size() >= 19 ? 2 : style.size() >= 16 ? 3 : 4;
    }
}
