// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pushpin.crdt.Mark;
import org.pushpin.crdt.Scalar;

/** Writes what a text is marked with as signs of Markdown, because other programs know no marks. Stateless; any thread. */
public final class MarkedText {

    private static final Pattern HREF = Pattern.compile("\\{.*\"href\"\\s*:\\s*\"([^\"\\\\]*)\".*}");

    private MarkedText() {
    }

    /** All of a text. */
    public static String markdown(String text, List<Mark> marks) {
        return markdown(text, marks, 0, text.length());
    }

    /** @param marks of the whole text; {@code from} and {@code to} say which stretch of it is wanted */
    public static String markdown(String text, List<Mark> marks, int from, int to) {
        TreeMap<Integer, String> signs = new TreeMap<>();
        for (Mark mark : marks) {
            int start = Math.max(mark.start(), from);
            int end = Math.min(mark.end(), to);
            while (start < end && Character.isWhitespace(text.charAt(start))) start++;
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
            boolean oneLine = start < end && text.substring(start, end).indexOf('\n') < 0;
            if (oneLine) put(mark, start, end, signs);
        }
        StringBuilder all = new StringBuilder();
        int at = from;
        for (var sign : signs.entrySet()) {
            all.append(text, at, sign.getKey()).append(sign.getValue());
            at = sign.getKey();
        }
        return all.append(text, at, to).toString();
    }

    /** Where some end and others begin, those that end stand first. */
    private static void put(Mark mark, int start, int end, TreeMap<Integer, String> signs) {
        String open = switch (mark.name()) {
            case "strong" -> "**";
            case "em" -> "*";
            case "link" -> "[";
            default -> "";
        };
        String target = mark.value() instanceof Scalar.Str link ? target(link.value()) : "";
        if (open.isEmpty() || mark.value() instanceof Scalar.Null || open.equals("[") && !plain(target)) return;
        signs.merge(start, open, (before, own) -> before + own);
        signs.merge(end, open.equals("[") ? "](" + target + ")" : open, (before, own) -> own + before);
    }

    /** Other editors write {@code {"href": …}}. */
    private static String target(String value) {
        Matcher href = HREF.matcher(value);
        return href.matches() ? href.group(1) : value;
    }

    private static boolean plain(String target) {
        return !target.isEmpty() && target.indexOf(')') < 0 && target.indexOf(' ') < 0;
    }
}
