// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

/**
 * What kind of line a line of Markdown is, by its beginning. Cost: its beginning.
 *
 * @param kind of the line
 * @param text where its text begins, in UTF-16 units
 * @param level of a heading, 1 to 6; how deep an item is, from 0; how many quotations
 * @param next what the next line begins with when this one is continued
 */
record Block(Kind kind, int text, int level, String next) {

    /** The kinds of lines. */
    enum Kind { PLAIN, BLANK, HEADING, QUOTE, BULLET, NUMBER, TASK, DONE, RULE, FENCE, CODE, ROW }

    private static final int DEEPEST = 9;
    private static final int HEADINGS = 6;
    /** In UTF-16 units; a longer line that begins and ends as a row does is no row. */
    private static final int LONGEST_ROW = 2000;

    static Block of(String line) {
        int at = 0;
        int columns = 0;
        for (; at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t'); at++) {
            columns += line.charAt(at) == '\t' ? 4 : 1;
        }
        if (at == line.length()) return new Block(Kind.BLANK, 0, 0, "");
        int level = Math.min(DEEPEST, columns / 2);
        return switch (line.charAt(at)) {
            case '#' -> heading(line, at);
            case '>' -> quote(line, at);
            case '-', '*', '+' -> rule(line, at) ? new Block(Kind.RULE, line.length(), 0, "") : item(line, at, level);
            case '_' -> rule(line, at) ? new Block(Kind.RULE, line.length(), 0, "") : plain();
            case '`', '~' -> fence(line, at) ? new Block(Kind.FENCE, 0, 0, "") : plain();
            case '|' -> row(line) ? new Block(Kind.ROW, 0, 0, "") : plain();
            default -> number(line, at, level);
        };
    }

    private static Block plain() {
        return new Block(Kind.PLAIN, 0, 0, "");
    }

    private static char charAt(String line, int at) {
        return at < line.length() ? line.charAt(at) : '\n';
    }

    private static Block heading(String line, int at) {
        int end = at;
        while (charAt(line, end) == '#') end++;
        boolean is = end - at <= HEADINGS && charAt(line, end) == ' ';
        return is ? new Block(Kind.HEADING, end + 1, end - at, "") : plain();
    }

    private static Block quote(String line, int at) {
        int end = at;
        int level = 0;
        while (charAt(line, end) == '>' && level < DEEPEST) {
            level++;
            end++;
            if (charAt(line, end) == ' ') end++;
        }
        return new Block(Kind.QUOTE, end, level, "> ".repeat(level));
    }

    private static Block item(String line, int at, int level) {
        if (charAt(line, at + 1) != ' ') return plain();
        boolean box = charAt(line, at + 2) == '[' && charAt(line, at + 4) == ']' && charAt(line, at + 5) == ' ';
        char tick = charAt(line, at + 3);
        String start = line.substring(0, at + 2);
        if (box && tick == ' ') return new Block(Kind.TASK, at + 6, level, start + "[ ] ");
        if (box && (tick == 'x' || tick == 'X')) return new Block(Kind.DONE, at + 6, level, start + "[ ] ");
        return new Block(Kind.BULLET, at + 2, level, start);
    }

    private static Block number(String line, int at, int level) {
        int end = at;
        while (end < line.length() && end - at < 9 && line.charAt(end) >= '0' && line.charAt(end) <= '9') end++;
        boolean is = end > at && (charAt(line, end) == '.' || charAt(line, end) == ')') && charAt(line, end + 1) == ' ';
        if (!is) return plain();
        int next = Integer.parseInt(line.substring(at, end)) + 1;
        return new Block(Kind.NUMBER, end + 2, level, line.substring(0, at) + next + line.charAt(end) + " ");
    }

    private static boolean rule(String line, int at) {
        int count = 0;
        for (int i = at; i < line.length(); i++) {
            if (line.charAt(i) == line.charAt(at)) count++;
            else if (line.charAt(i) != ' ') return false;
        }
        return count >= 3;
    }

    private static boolean fence(String line, int at) {
        return fenceLength(line, at) >= 3 && line.indexOf('`', at + fenceLength(line, at)) < 0;
    }

    private static boolean row(String line) {
        return line.length() <= LONGEST_ROW && line.strip().length() > 1 && line.stripTrailing().endsWith("|");
    }

    private static int fenceLength(String line, int at) {
        int end = at;
        while (charAt(line, end) == line.charAt(at)) end++;
        return end - at;
    }

    /** Of a fence: its signs, as many as there are. */
    static String fence(String line) {
        String stripped = line.strip();
        return stripped.substring(0, fenceLength(stripped, 0));
    }
}
