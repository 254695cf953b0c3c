// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The Markdown inside one line: which units are strong, emphasised, struck out, code, links, and which are syntax. After
 * CommonMark 0.31 §6, without HTML, images and references, and without its rule of three; strikethrough as in GFM §6.5.
 * Cost: linear, because open delimiters and brackets are at most {@value #DEEPEST}, targets at most {@value #TARGET}
 * units, and a line longer than {@value #LONGEST} is left as it is.
 */
final class Inlines {

    static final int STRONG = 1;
    static final int EM = 2;
    static final int STRIKE = 4;
    static final int CODE = 8;
    static final int SYNTAX = 16;
    static final int LONGEST = 20_000;
    private static final int DEEPEST = 64;
    private static final int TARGET = 2000;
    private static final int PARENTHESES = 8;
    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:", "pushpin:/");

    /** Of each unit: what it is, as a sum of the above. */
    final byte[] flags;
    /** Of each unit: which link it belongs to, from 1; 0 for none. */
    final short[] links;
    final List<String> targets = new ArrayList<>();
    private final String line;
    private final List<Delimiter> open = new ArrayList<>();
    private final List<Integer> brackets = new ArrayList<>();
    private final BitSet noCloser = new BitSet();
    private final int lastParenthesis;

    private static final class Delimiter {
        private final char sign;
        private final int at;
        private int count;

        Delimiter(char sign, int at, int count) {
            this.sign = sign;
            this.at = at;
            this.count = count;
        }
    }

    /** @param from where the line's text begins, behind what makes it a heading or an item */
    Inlines(String line, int from) {
        this.line = line;
        flags = new byte[line.length()];
        links = new short[line.length()];
        lastParenthesis = line.lastIndexOf(')');
        if (line.length() <= LONGEST) parse(from);
    }

    private void parse(int from) {
        for (int at = from; at < line.length();) at = next(at);
    }

    private int next(int at) {
        return switch (line.charAt(at)) {
            case '\\' -> escape(at);
            case '`' -> code(at);
            case '*', '_', '~' -> delimiters(at);
            case '[' -> {
                if (brackets.size() == DEEPEST) brackets.removeFirst();
                brackets.add(at);
                yield at + 1;
            }
            case ']' -> link(at);
            case 'h', 'm', 'p' -> bare(at);
            default -> at + 1;
        };
    }

    private void mark(int from, int to, int flag) {
        for (int i = from; i < to; i++) flags[i] |= (byte) flag;
    }

    private char charAt(int at) {
        return at >= 0 && at < line.length() ? line.charAt(at) : ' ';
    }

    private static boolean punctuation(char c) {
        int type = Character.getType(c);
        boolean sign = c < 128 ? c > ' ' && !Character.isLetterOrDigit(c)
                : type >= Character.DASH_PUNCTUATION && type <= Character.OTHER_PUNCTUATION;
        return sign || type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
    }

    private int escape(int at) {
        char next = charAt(at + 1);
        if (next >= 128 || !punctuation(next)) return at + 1;
        mark(at, at + 1, SYNTAX);
        return at + 2;
    }

    private int run(int at) {
        int end = at;
        while (end < line.length() && line.charAt(end) == line.charAt(at)) end++;
        return end;
    }

    // code

    private int code(int at) {
        int end = run(at);
        int count = end - at;
        if (noCloser.get(count)) return end;
        for (int close = line.indexOf('`', end); close >= 0; close = line.indexOf('`', run(close))) {
            if (run(close) - close != count) continue;
            mark(at, end, SYNTAX);
            mark(end, close, CODE);
            mark(close, close + count, SYNTAX);
            return close + count;
        }
        noCloser.set(count);
        return end;
    }

    // emphasis

    private int delimiters(int at) {
        int end = run(at);
        char sign = line.charAt(at);
        char before = charAt(at - 1);
        char after = charAt(end);
        boolean left = !Character.isWhitespace(after)
                && (!punctuation(after) || Character.isWhitespace(before) || punctuation(before));
        boolean right = !Character.isWhitespace(before)
                && (!punctuation(before) || Character.isWhitespace(after) || punctuation(after));
        boolean opens = sign == '_' ? left && (!right || punctuation(before)) : left;
        boolean closes = sign == '_' ? right && (!left || punctuation(after)) : right;
        if (sign == '~' && end - at != 2) return end;
        int rest = closes ? close(sign, at, end) : at;
        if (opens && rest < end) open(new Delimiter(sign, rest, end - rest));
        return end;
    }

    private void open(Delimiter delimiter) {
        if (open.size() == DEEPEST) open.removeFirst();
        open.add(delimiter);
    }

    /** Closes what these signs can close. @return the first sign that is left over */
    private int close(char sign, int from, int end) {
        int at = from;
        while (at < end) {
            int opener = opener(sign);
            if (opener < 0) return at;
            Delimiter delimiter = open.get(opener);
            int use = Math.min(2, Math.min(end - at, delimiter.count));
            int inner = delimiter.at + delimiter.count;
            mark(inner - use, inner, SYNTAX);
            mark(inner, at, sign == '~' ? STRIKE : use == 2 ? STRONG : EM);
            mark(at, at + use, SYNTAX);
            at += use;
            delimiter.count -= use;
            open.subList(delimiter.count == 0 ? opener : opener + 1, open.size()).clear();
        }
        return at;
    }

    private int opener(char sign) {
        for (int i = open.size() - 1; i >= 0; i--) if (open.get(i).sign == sign) return i;
        return -1;
    }

    // links

    private int link(int at) {
        if (brackets.isEmpty()) return at + 1;
        int bracket = brackets.removeLast();
        int end = charAt(at + 1) == '(' ? targetEnd(at + 2) : -1;
        if (end < 0 || bracket + 1 == at) return at + 1;
        String target = line.substring(at + 2, end).strip();
        int title = target.indexOf(' ');
        mark(bracket, bracket + 1, SYNTAX);
        mark(at, end + 1, SYNTAX);
        link(bracket + 1, at, title < 0 ? target : target.substring(0, title));
        brackets.clear();
        return end + 1;
    }

    /** Where the parenthesis is that ends a target; -1 if there is none near. */
    private int targetEnd(int from) {
        int depth = 0;
        int limit = Math.min(lastParenthesis, from + TARGET);
        for (int at = from; at <= limit; at++) {
            char c = line.charAt(at);
            if (c == '(' && ++depth > PARENTHESES) return -1;
            if (c == ')' && depth-- == 0) return at;
        }
        return -1;
    }

    /** Makes a stretch a link, in place of what it was a link to before. */
    void link(int from, int to, String target) {
        if (targets.size() == Short.MAX_VALUE) return;
        targets.add(target);
        for (int i = from; i < to; i++) links[i] = (short) targets.size();
    }

    private int bare(int at) {
        boolean begins = !Character.isLetterOrDigit(charAt(at - 1));
        if (!begins || SCHEMES.stream().noneMatch(scheme -> line.startsWith(scheme, at))) return at + 1;
        int end = at;
        int limit = Math.min(line.length(), at + TARGET);
        while (end < limit && urlPart(line.charAt(end))) end++;
        while (end > at && trailing(at, end)) end--;
        if (line.indexOf(':', at) + 2 < end) link(at, end, line.substring(at, end));
        return Math.max(end, at + 1);
    }

    private static boolean urlPart(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && c != '`' && c != '|' && !Character.isWhitespace(c);
    }

    /** Whether the last unit belongs to the sentence, not to the link. */
    private boolean trailing(int from, int end) {
        char last = line.charAt(end - 1);
        if (last == ')') return line.substring(from, end).indexOf('(') < 0;
        return ".,;:!?'*_~]".indexOf(last) >= 0;
    }
}
