// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Styled;
import org.pushpin.content.Theme;
import org.pushpin.content.text.internal.MarkdownLine.LineMark;
import org.pushpin.content.text.internal.MarkdownLine.State;

/**
 * A text read as Markdown, line by line. Reading a text again that has changed in one place reads the lines of that place
 * and those whose meaning it changes; the others are compared and taken over. Immutable.
 */
final class Markdown {

    /** More rows than these are several tables. */
    private static final int MOST_ROWS = 200;

    private final Theme theme;
    private final List<MarkdownLine> lines;
    private final Styled styled;

    private Markdown(Theme theme, List<MarkdownLine> lines) {
        this.theme = theme;
        this.lines = lines;
        styled = new Styled(lines.stream().map(MarkdownLine::paragraph).toList());
    }

    Styled styled() {
        return styled;
    }

    /** How many lines are the very same as in another reading: for tests of what a change costs. */
    long shared(Markdown other) {
        java.util.Set<MarkdownLine> all = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        all.addAll(other.lines);
        return lines.stream().filter(all::contains).count();
    }

    /**
     * @param title whether the first line is to be a heading
     * @param before what was read last; may be null
     */
    static Markdown of(String text, TextMarks marks, boolean title, LineMaker maker, Markdown before) {
        boolean follows = before != null && before.theme.equals(maker.look().theme());
        return new Markdown(maker.look().theme(), new Reader(text, marks, maker, follows ? before.lines : List.of())
                .read(title ? State.TITLE : State.BODY));
    }

    /** Reads once. */
    private static final class Reader {
        private final String text;
        private final TextMarks marks;
        private final LineMaker maker;
        private final List<MarkdownLine> old;
        private final List<MarkdownLine> made = new ArrayList<>();
        /** From this offset the text ends as it did before, with this line. */
        private final int tailFrom;
        private final int tailLine;
        private int at;

        Reader(String text, TextMarks marks, LineMaker maker, List<MarkdownLine> old) {
            this.text = text;
            this.marks = marks;
            this.maker = maker;
            this.old = old;
            int from = text.length() + 1;
            int line = old.size();
            while (line > 0 && endsWith(old.get(line - 1).text(), from - 1)) from -= old.get(--line).text().length() + 1;
            tailFrom = from;
            tailLine = line;
        }

        /** Whether a line stands right before an offset, after a line's end. */
        private boolean endsWith(String line, int end) {
            int start = end - line.length();
            boolean begins = start == 0 || start > 0 && text.charAt(start - 1) == '\n';
            return begins && text.startsWith(line, start);
        }

        List<MarkdownLine> read(State first) {
            State state = first;
            int head = 0;
            boolean same = true;
            while (at <= text.length()) {
                int end = text.indexOf('\n', at);
                if (end < 0) end = text.length();
                MarkdownLine guess = null;
                if (same && head < old.size()) guess = old.get(head);
                same = guess != null && guess.text().length() == end - at && text.startsWith(guess.text(), at);
                if (same) head++;
                else guess = tail(end);
                MarkdownLine line = line(guess, state, end);
                made.add(line);
                state = line.after();
                at = end + 1;
            }
            return tables();
        }

        private int tailNext;
        private boolean tailing;

        /** The old line that stood here counted from the end, or null. */
        private MarkdownLine tail(int end) {
            if (at < tailFrom) return null;
            if (!tailing) {
                tailing = true;
                tailNext = tailLine;
                for (int skip = tailFrom; skip < at; skip += old.get(tailNext++).text().length() + 1) {
                    if (tailNext >= old.size()) return null;
                }
            }
            return tailNext < old.size() ? old.get(tailNext++) : null;
        }

        private MarkdownLine line(MarkdownLine guess, State state, int end) {
            List<LineMark> own = marks.on(at, end);
            boolean holds = guess != null && guess.before().equals(state) && guess.marks().equals(own);
            return holds ? guess : maker.make(text.substring(at, end), own, state, at);
        }

        /** Lays rows out that stand together, unless all of them are taken over together. */
        private List<MarkdownLine> tables() {
            for (int i = 0; i < made.size(); i++) {
                if (!made.get(i).row()) continue;
                int end = i;
                while (end < made.size() && end - i < MOST_ROWS && made.get(end).row()) end++;
                List<MarkdownLine> rows = made.subList(i, end);
                if (!unchanged(rows, i, end)) {
                    List<MarkdownLine> table = new Table(maker, List.copyOf(rows)).made();
                    for (int row = 0; row < table.size(); row++) rows.set(row, table.get(row));
                }
                i = end - 1;
            }
            return made;
        }

        /** Whether the old lines have exactly these rows side by side. */
        private boolean unchanged(List<MarkdownLine> rows, int from, int end) {
            int shift = old.size() - made.size();
            return side(rows, from, end, 0) || shift != 0 && side(rows, from, end, shift);
        }

        private boolean side(List<MarkdownLine> rows, int from, int end, int shift) {
            int first = from + shift;
            int last = end + shift;
            if (first < 0 || last > old.size()) return false;
            boolean alone = (first == 0 || !old.get(first - 1).row()) && (last == old.size() || !old.get(last).row());
            if (!alone) return false;
            for (int i = 0; i < rows.size(); i++) if (rows.get(i) != old.get(first + i)) return false;
            return true;
        }
    }
}
