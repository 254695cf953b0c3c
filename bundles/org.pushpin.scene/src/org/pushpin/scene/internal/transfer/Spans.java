// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.transfer;

import java.util.ArrayList;
import java.util.List;

/** Text of several looks on one line, on its way to Markdown. */
final class Spans {

    /** @param link its target; empty: none */
    record Look(boolean strong, boolean em, boolean strike, boolean code, String link) {
        static final Look PLAIN = new Look(false, false, false, false, "");

        Look strong(boolean on) {
            return new Look(on, em, strike, code, link);
        }

        Look em(boolean on) {
            return new Look(strong, on, strike, code, link);
        }

        Look struck() {
            return new Look(strong, em, true, code, link);
        }

        Look coded() {
            return new Look(strong, em, strike, true, link);
        }

        Look link(String to) {
            return new Look(strong, em, strike, code, to);
        }
    }

    private record Span(String text, Look look) {}

    private final List<Span> spans = new ArrayList<>();

    void add(String text, Look look) {
        boolean goesOn = !spans.isEmpty() && spans.getLast().look.equals(look);
        String before = goesOn ? spans.removeLast().text : "";
        spans.add(new Span(before + text, look));
    }

    boolean isBlank() {
        return spans.stream().allMatch(span -> span.text.isBlank());
    }

    boolean endsWithSpace() {
        return spans.isEmpty() || spans.getLast().text.endsWith(" ");
    }

    void clear() {
        spans.clear();
    }

    /** As Markdown that shows just this text; signs of Markdown in it are escaped. */
    String markdown() {
        StringBuilder line = new StringBuilder();
        for (Span span : spans) line.append(markdown(span));
        return escapedStart(line.toString().strip());
    }

    /** As it stands, for code. */
    String plain() {
        StringBuilder line = new StringBuilder();
        spans.forEach(span -> line.append(span.text));
        return line.toString();
    }

    private static String markdown(Span span) {
        String text = span.text.strip();
        if (text.isEmpty()) return span.text;
        Look look = span.look;
        String shown = look.code && text.indexOf('`') < 0 ? "`" + text + "`" : escaped(text);
        if (look.strike) shown = "~~" + shown + "~~";
        if (look.em) shown = "*" + shown + "*";
        if (look.strong) shown = "**" + shown + "**";
        if (!look.link.isEmpty()) shown = look.link.equals(text) ? text : "[" + shown + "](" + look.link + ")";
        int start = span.text.indexOf(text);
        return span.text.substring(0, start) + shown + span.text.substring(start + text.length());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == '*' || c == '`' || c == '[' || c == ']' || c == '\\'
                    || c == '~' && i + 1 < text.length() && text.charAt(i + 1) == '~';
            if (sign) escaped.append('\\');
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** What would make something else of the line at its beginning. */
    private static String escapedStart(String line) {
        boolean sign = line.matches("(#{1,6}|[-+])(\\s.*)?|>.*|~{3}.*") || line.matches("-{3,}|_{3,}") || line.startsWith("|");
        if (sign) return "\\" + line;
        return line.replaceFirst("^(\\d{1,9})([.)]\\s)", "$1\\\\$2");
    }
}
