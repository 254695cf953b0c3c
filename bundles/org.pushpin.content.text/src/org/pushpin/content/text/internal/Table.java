// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;

/**
 * Rows of a table that follow each other, in columns: every cell is followed by so much room that the next column
 * begins at one place. At most {@value #MOST_COLUMNS} columns; more are left as they are written.
 */
final class Table {

    private static final int MOST_COLUMNS = 32;
    private static final int GAP = 2;

    private final LineMaker maker;
    private final List<MarkdownLine> rows;
    private final int[] widths = new int[MOST_COLUMNS];
    private final List<List<Cell>> cells = new ArrayList<>();
    private final List<Inlines> inlines = new ArrayList<>();

    /** What is in a cell, without the space around it. @param shown how many digits' room it takes */
    private record Cell(int from, int to, int shown) {}

    Table(LineMaker maker, List<MarkdownLine> rows) {
        this.maker = maker;
        this.rows = rows;
        for (MarkdownLine row : rows) {
            Inlines inline = maker.inlines(row.text(), 0, row.marks());
            List<Cell> own = cells(row.text(), inline);
            inlines.add(inline);
            cells.add(own);
            if (rule(row.text())) continue;
            for (int i = 0; i < Math.min(own.size(), MOST_COLUMNS); i++) widths[i] = Math.max(widths[i], own.get(i).shown());
        }
    }

    /** The same rows with their places. */
    List<MarkdownLine> made() {
        List<MarkdownLine> made = new ArrayList<>();
        boolean headed = rows.size() > 1 && rule(rows.get(1).text());
        for (int i = 0; i < rows.size(); i++) {
            MarkdownLine row = rows.get(i);
            Styled.Paragraph paragraph = rule(row.text()) ? line(row) : row(i, headed && i == 0);
            made.add(new MarkdownLine(row.text(), row.marks(), row.before(), row.after(), true, paragraph));
        }
        return made;
    }

    private static boolean rule(String row) {
        boolean dash = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '-') dash = true;
            else if (c != '|' && c != ':' && c != ' ') return false;
        }
        return dash;
    }

    private Styled.Paragraph line(MarkdownLine row) {
        return new Styled.Paragraph(Styled.Lead.sign(Styled.Sign.RULE, 0, ""), maker.look().rule(),
                List.of(Styled.Run.syntax(row.text(), maker.look().fence(), 0)));
    }

    private Styled.Paragraph row(int number, boolean head) {
        String text = rows.get(number).text();
        TextStyle style = head ? maker.look().code().weight(600) : maker.look().code();
        TextStyle syntax = maker.look().syntax(style);
        List<Styled.Run> runs = new ArrayList<>();
        int at = 0;
        int room = 0;
        List<Cell> own = cells.get(number);
        for (int i = 0; i < own.size(); i++) {
            Cell cell = own.get(i);
            runs.add(Styled.Run.syntax(text.substring(at, cell.from()), syntax, room));
            runs.addAll(maker.runs(text, cell.from(), cell.to(), inlines.get(number), style));
            at = cell.to();
            room = i < MOST_COLUMNS ? widths[i] - cell.shown() + GAP : GAP;
        }
        if (at < text.length()) runs.add(Styled.Run.syntax(text.substring(at), syntax, 0));
        return new Styled.Paragraph(Styled.Lead.NONE.as(Styled.Block.ROW, head ? 1 : 0), style, runs);
    }

    private static List<Cell> cells(String row, Inlines inline) {
        List<Cell> cells = new ArrayList<>();
        int start = row.indexOf('|') + 1;
        for (int at = start; at < row.length(); at++) {
            boolean bar = row.charAt(at) == '|' && inline.flags[at] != Inlines.CODE && row.charAt(at - 1) != '\\';
            if (!bar) continue;
            int from = start;
            int to = at;
            while (from < to && row.charAt(from) == ' ') from++;
            while (to > from && row.charAt(to - 1) == ' ') to--;
            cells.add(new Cell(from, to, shown(row, from, to, inline)));
            start = at + 1;
        }
        return cells;
    }

    private static int shown(String row, int from, int to, Inlines inline) {
        int shown = 0;
        for (int at = from; at < to; at += Character.charCount(row.codePointAt(at))) {
            int c = row.codePointAt(at);
            int type = Character.getType(c);
            boolean none = (inline.flags[at] & Inlines.SYNTAX) != 0 || type == Character.NON_SPACING_MARK
                    || type == Character.FORMAT;
            if (!none) shown += Character.isIdeographic(c) || c >= 0x1F000 ? 2 : 1;
        }
        return shown;
    }
}
