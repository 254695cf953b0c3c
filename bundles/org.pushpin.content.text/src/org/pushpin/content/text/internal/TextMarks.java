// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.pushpin.content.Intent;
import org.pushpin.content.text.internal.MarkdownLine.LineMark;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;

/**
 * The marks of a text, handed out line by line from the top. Names are those that other Automerge editors use. A link's
 * value is its target, or the JSON object with an {@code href} that automerge-prosemirror writes.
 */
final class TextMarks {

    static final String STRONG = "strong";
    static final String EM = "em";
    static final String LINK = "link";

    private static final String HREF = "\"href\":\"";

    private final List<Mark> marks;
    private final List<Mark> open = new ArrayList<>();
    private int next;

    static final TextMarks NONE = new TextMarks(List.of());

    private TextMarks(List<Mark> marks) {
        this.marks = marks;
    }

    TextMarks(Read document, ObjectId text) {
        this(document.marks(text).stream().filter(mark -> known(mark.name()) && !mark.value().equals(Scalar.NULL))
                .sorted(Comparator.comparingInt(Mark::start)).toList());
    }

    static boolean known(String name) {
        return name.equals(STRONG) || name.equals(EM) || name.equals(LINK);
    }

    /** What lies on a line. Called for lines from the top down. */
    List<LineMark> on(int start, int end) {
        if (marks.isEmpty()) return List.of();
        open.removeIf(mark -> mark.end() <= start);
        for (; next < marks.size() && marks.get(next).start() < end; next++) {
            if (marks.get(next).end() > start) open.add(marks.get(next));
        }
        List<LineMark> on = new ArrayList<>();
        for (Mark mark : open) {
            on.add(new LineMark(Math.max(0, mark.start() - start), Math.min(mark.end(), end) - start, mark.name(),
                    mark.name().equals(LINK) ? target(mark.value()) : ""));
        }
        return on;
    }

    /** What a mark is stored with: true, or a link's target as automerge-prosemirror has it; null takes it away. */
    static Scalar value(Intent.Format format) {
        boolean link = format.mark().equals(LINK) && format.value() instanceof Scalar.Str;
        if (!link) return format.value().equals(Scalar.NULL) ? Scalar.NULL : new Scalar.Bool(true);
        String target = ((Scalar.Str) format.value()).value().replaceAll("[\\p{Cntrl}\"\\\\]", "");
        return new Scalar.Str("{" + HREF + target + "\",\"title\":null}");
    }

    private static String target(Scalar value) {
        if (!(value instanceof Scalar.Str str)) return "";
        String text = str.value();
        int href = text.startsWith("{") ? text.indexOf(HREF) : -1;
        int end = href < 0 ? -1 : text.indexOf('"', href + HREF.length());
        return end < 0 ? text : text.substring(href + HREF.length(), end);
    }
}
