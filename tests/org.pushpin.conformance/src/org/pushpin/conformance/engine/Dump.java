// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.List;

/**
 * A document as text, the same for every engine: `m12@ab{2:k1=i5;…}`, `l…[i5;…]`, `x…"3:abc"`; several values in one slot stand in
 * parentheses, the winner last. Strings carry their length in UTF-16 units, so that no content can look like another.
 */
final class Dump {
    private final Source source;
    private final boolean deep;
    private final StringBuilder out = new StringBuilder();

    private Dump(Source source, boolean deep) {
        this.source = source;
        this.deep = deep;
    }

    /** @param deep whether to show all elements of texts one by one, and not only what is no string */
    static String of(Source source, boolean deep) {
        Dump dump = new Dump(source, deep);
        dump.object('m', "_root");
        return dump.out.toString();
    }

    static String string(String text) {
        return text.length() + ":" + text;
    }

    static String mark(int from, int to, String name, String value) {
        return "<" + from + "-" + to + " " + string(name) + "=" + value + ">";
    }

    /** @param marks each as {@code name=value}, sorted */
    static String piece(String text, List<String> marks) {
        return "{" + string(text) + " " + String.join(",", marks) + "}";
    }

    private void object(char type, String id) {
        out.append(type).append(id);
        switch (type) {
            case 'm' -> {
                out.append('{');
                source.keys(id).forEach(key -> slot(string(key) + "=", source.at(id, key)));
                out.append('}');
            }
            case 'l' -> elements(id);
            default -> text(id);
        }
    }

    private void elements(String list) {
        out.append('[');
        int length = source.length(list);
        for (int i = 0; i < length; i++) {
            slot("", source.at(list, new Step.Index(i, i)));
        }
        out.append(']');
    }

    private void text(String id) {
        String text = source.text(id);
        out.append('"').append(string(text)).append('"').append(source.length(id));
        source.marks(id).stream().sorted().forEach(out::append);
        source.spans(id).forEach(out::append);
        if (!deep && text.indexOf('\uFFFC') < 0) {
            return;
        }
        out.append('[');
        for (int unit = 0, point = 0; unit < text.length(); unit += Character.charCount(text.codePointAt(unit)), point++) {
            if (deep || text.charAt(unit) == '\uFFFC') {
                slot("", source.at(id, new Step.Index(unit, point)));
            }
        }
        out.append(']');
    }

    private void slot(String name, List<Source.Shown> values) {
        out.append(name).append(values.size() == 1 ? "" : "(");
        for (Source.Shown value : values) {
            if (value.type() == 's') {
                out.append(value.text());
            } else {
                object(value.type(), value.text());
            }
            out.append(values.size() == 1 ? "" : "|");
        }
        out.append(values.size() == 1 ? ";" : ");");
    }
}
