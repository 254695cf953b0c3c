// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Span;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.state.Objects;
import org.pushpin.crdt.internal.state.StoredObject;
import org.pushpin.crdt.internal.state.Values;

/** A text as pieces and blocks. Cost: the text. */
public final class SpanReader {
    private static final String OBJECT = "\uFFFC";

    private final Objects objects;
    private final OpenMarks open;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean begun;
    private Map<String, Scalar> marksOfPiece = Map.of();
    private Map<String, Scalar> marks = Map.of();

    private SpanReader(Objects objects) {
        this.objects = objects;
        this.open = new OpenMarks(objects.authors());
    }

    public static List<Span> spans(SequenceView view, Objects objects) {
        SpanReader reader = new SpanReader(objects);
        for (Runs runs = view.runs(); runs.next();) {
            if (runs.register() != null) {
                reader.element(runs.register());
            } else if (runs.deleter() == 0) {
                reader.text(new String(runs.utf8(), runs.utf8Offset(), runs.utf8Length(), StandardCharsets.UTF_8));
            }
        }
        reader.flush();
        return Collections.unmodifiableList(reader.spans);
    }

    private void element(Register register) {
        if (register.markEdge() != null) {
            open.pass(register.markEdge());
        }
        Op winner = register.winner();
        if (winner == null) {
            return;
        }
        if (winner.action() == Action.MAKE_MAP && objects.object(winner.id()) instanceof StoredObject.MapObject map) {
            flush();
            spans.add(new Span.Block(Values.objectId(map.id(), objects.authors()), new ContentReader(objects).entries(map)));
        } else {
            text(winner.action() == Action.SET && winner.value() instanceof Scalar.Str s ? s.value() : OBJECT);
        }
    }

    private void text(String characters) {
        if (open.isTouched()) {
            open.takeTouched();
            marks = open.values();
        }
        if (begun && !marks.equals(marksOfPiece)) {
            flush();
        }
        begun = true;
        marksOfPiece = marks;
        piece.append(characters);
    }

    private void flush() {
        if (!piece.isEmpty()) {
            spans.add(new Span.Text(piece.toString(), marksOfPiece));
            piece.setLength(0);
        }
        begun = false;
    }
}
