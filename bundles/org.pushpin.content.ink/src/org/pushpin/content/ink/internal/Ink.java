// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.Fields;
import org.pushpin.content.Intent.Sample;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;

/** The strokes of a drawing, from the lowest to the highest. Immutable. Reading it again unpacks only what is new. */
final class Ink {

    static final String STROKES = "strokes";
    static final String POINTS = "points";
    static final String COLOR = "color";
    static final String WIDTH = "width";
    static final String REMOVED = "removed";
    /** The newest ones are shown. */
    private static final int MOST = 5000;

    private final List<Line> lines;
    private final Map<ObjectId, Line> byId = new HashMap<>();

    private Ink(List<Line> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> byId.put(line.id(), line));
    }

    List<Line> lines() {
        return lines;
    }

    static Optional<ObjectId> strokes(Read document) {
        return Fields.root(document).object(STROKES, ObjectType.LIST);
    }

    /** @param before what was read last; may be null */
    static Ink of(Read document, Ink before) {
        Optional<ObjectId> strokes = strokes(document);
        if (strokes.isEmpty()) return new Ink(List.of());
        List<Line> lines = new ArrayList<>();
        int count = document.length(strokes.get());
        for (int i = Math.max(0, count - MOST); i < count; i++) {
            document.get(strokes.get(), i).flatMap(value -> value instanceof ObjectValue object
                    && object.type() == ObjectType.MAP ? line(new Fields(document, object.id()), before)
                            : Optional.empty()).ifPresent(lines::add);
        }
        return new Ink(lines);
    }

    private static Optional<Line> line(Fields stroke, Ink before) {
        if (stroke.isTrue(REMOVED)) return Optional.empty();
        Line known = before == null ? null : before.byId.get(stroke.map());
        if (known != null) return Optional.of(known);
        if (!(stroke.value(POINTS).orElse(null) instanceof Scalar.Bytes bytes)) return Optional.empty();
        Optional<List<Sample>> path = Points.unpack(bytes.toByteArray());
        double width = Pen.clamped(stroke.number(WIDTH).orElse(Pen.FIRST.width()));
        return path.map(points -> new Line(stroke.map(), points, PenColor.of(stroke.string(COLOR)), width));
    }
}
