// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text in paragraphs, each of runs of one look. Never without a paragraph. Two that share their paragraphs are compared
 * and laid out at the cost of those that differ: who styles a long text again keeps the paragraphs that have not changed.
 */
public record Styled(List<Paragraph> paragraphs) {

    /** What a run is there for. */
    public enum Kind {
        TEXT,
        /**
         * Says how other text looks. It is shown, as it stands, only while somebody edits its paragraph; otherwise it
         * takes {@link Run#room} and shows nothing.
         */
        SYNTAX,
        /** What makes the paragraph what its {@link Lead} says, first in it: the host draws that in its place. */
        MARKER
    }

    /**
     * A stretch of one look, without line ends.
     *
     * @param intent performed when the run is pressed: a link, a tick
     * @param room of {@link Kind#SYNTAX} that is not shown: as wide as so many digits
     */
    public record Run(String text, TextStyle style, Optional<Intent> intent, Kind kind, int room) {

        public Run(String text, TextStyle style, Optional<Intent> intent) {
            this(text, style, intent, Kind.TEXT, 0);
        }

        public Run(String text, TextStyle style) {
            this(text, style, Optional.empty());
        }

        public static Run syntax(String text, TextStyle style, int room) {
            return new Run(text, style, Optional.empty(), Kind.SYNTAX, room);
        }

        /** The same with other text. */
        public Run text(String other) {
            return new Run(other, style, intent, kind, room);
        }

        /** The same, shown as it stands. */
        public Run revealed() {
            return kind == Kind.SYNTAX ? new Run(text, style, intent, Kind.TEXT, 0) : this;
        }
    }

    /** What is drawn for a paragraph beside its text. */
    public enum Sign {
        NONE,
        /** The marker itself, for a number. */
        WRITTEN,
        BULLET, BOX, TICKED,
        /** A line across. */
        RULE
    }

    /** What a paragraph is, beyond its look and its sign: what a screen reader says of it. */
    public enum Block {
        PROSE,
        /** Its level is from 1, the highest, to 6. */
        HEADING,
        QUOTE, CODE,
        /** A row of a table: cells lie between stretches of syntax with a bar in them. */
        ROW
    }

    /**
     * How a paragraph stands among others.
     *
     * @param block what it is
     * @param level of a heading or a quotation; 1 of the row that heads its table
     * @param indent of its lines, in board units; a marker stands in that space, and where it is wider, goes on
     * @param above space, in board units; not above the first one. {@code below}: likewise, not below the last
     * @param ground behind the whole width; paragraphs of one ground that follow each other share it
     * @param bar at the left edge, as for a quotation
     * @param next what a paragraph that is begun with Enter at the end of this one begins with
     */
    public record Lead(Block block, int level, Sign sign, double indent, double above, double below,
            Optional<Color> ground, Optional<Color> bar, String next) {

        public static final Lead NONE = new Lead(Sign.NONE, 0, 0, 0, Optional.empty(), Optional.empty(), "");

        public Lead(Sign sign, double indent, double above, double below, Optional<Color> ground, Optional<Color> bar,
                String next) {
            this(Block.PROSE, 0, sign, indent, above, below, ground, bar, next);
        }

        /** The same as what it is. */
        public Lead as(Block is, int atLevel) {
            return new Lead(is, atLevel, sign, indent, above, below, ground, bar, next);
        }

        public static Lead spaced(double above, double below) {
            return new Lead(Sign.NONE, 0, above, below, Optional.empty(), Optional.empty(), "");
        }

        public static Lead sign(Sign sign, double indent, String next) {
            return new Lead(sign, indent, 0, 0, Optional.empty(), Optional.empty(), next);
        }
    }

    /** @param style of the line while there is no text */
    public record Paragraph(Lead lead, TextStyle style, List<Run> runs) {

        public Paragraph {
            runs = List.copyOf(runs);
        }

        /** In UTF-16 units, without a line's end. */
        public int length() {
            int length = 0;
            for (Run run : runs) length += run.text().length();
            return length;
        }

        public String plain() {
            if (runs.size() == 1) return runs.getFirst().text();
            StringBuilder all = new StringBuilder();
            runs.forEach(run -> all.append(run.text()));
            return all.toString();
        }

        /** How many units the marker has that it begins with. */
        public int marker() {
            int length = 0;
            for (Run run : runs) {
                if (run.kind() != Kind.MARKER) break;
                length += run.text().length();
            }
            return length;
        }

        /** As it is shown while it is edited; itself where that makes no difference. */
        public Paragraph revealed() {
            boolean same = runs.stream().noneMatch(run -> run.kind() == Kind.SYNTAX);
            return same ? this : new Paragraph(lead, style, runs.stream().map(Run::revealed).toList());
        }
    }

    public Styled {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) throw new IllegalArgumentException("no paragraph");
    }

    /** Plain paragraphs of runs, in which {@code \n} ends a paragraph. */
    public static Styled runs(List<Run> runs) {
        if (runs.isEmpty()) throw new IllegalArgumentException("no run");
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        TextStyle style = runs.getFirst().style();
        for (Run run : runs) {
            style = run.style();
            String text = run.text();
            int start = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
                if (end > start) line.add(run.text(text.substring(start, end)));
                paragraphs.add(new Paragraph(Lead.NONE, style, line));
                line.clear();
                start = end + 1;
            }
            if (start < text.length()) line.add(run.text(text.substring(start)));
        }
        paragraphs.add(new Paragraph(Lead.NONE, style, line));
        return new Styled(paragraphs);
    }

    public static Styled of(String text, TextStyle style) {
        return runs(List.of(new Run(text, style)));
    }

    public Styled plus(String text, TextStyle style) {
        return plus(new Run(text, style));
    }

    /** With a run, without a line's end, after the last one. */
    public Styled plus(Run run) {
        List<Paragraph> all = new ArrayList<>(paragraphs);
        Paragraph last = all.removeLast();
        List<Run> more = new ArrayList<>(last.runs);
        more.add(run);
        all.add(new Paragraph(last.lead, last.style, more));
        return new Styled(all);
    }

    /** The same with every size multiplied. */
    public Styled scaled(double by) {
        return new Styled(paragraphs.stream().map(p -> new Paragraph(p.lead, p.style.scaled(by), p.runs.stream()
                .map(run -> new Run(run.text, run.style.scaled(by), run.intent, run.kind, run.room)).toList())).toList());
    }

    public boolean isEmpty() {
        return paragraphs.size() == 1 && paragraphs.getFirst().length() == 0;
    }

    /** In UTF-16 units. */
    public long length() {
        long length = paragraphs.size() - 1;
        for (Paragraph paragraph : paragraphs) length += paragraph.length();
        return length;
    }

    /** The text alone: paragraphs with {@code \n} between them. */
    public String plain() {
        if (paragraphs.size() == 1) return paragraphs.getFirst().plain();
        StringBuilder all = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            for (Run run : paragraph.runs) all.append(run.text());
            all.append('\n');
        }
        all.setLength(all.length() - 1);
        return all.toString();
    }
}
