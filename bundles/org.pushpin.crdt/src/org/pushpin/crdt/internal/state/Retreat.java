// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.ArrayDeque;
import java.util.Deque;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.history.OpRun;
import org.pushpin.crdt.internal.history.OpRuns;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceEditor;

/**
 * The way back: takes operations out again, the latest first, and leaves the objects as if these had never been. What is taken out must be
 * all that builds on anything taken out. One thread; cost O(log n) per run of operations.
 */
final class Retreat {
    private final OpenObjects objects;
    private final OpLog log;

    Retreat(OpenObjects objects, OpLog log) {
        this.objects = objects;
        this.log = log;
    }

    /** Takes out the operations of one author from one counter to another, both inclusive. */
    void takeOut(int author, long from, long to) {
        Deque<OpRun> runs = new ArrayDeque<>();
        for (OpRuns in = log.runs(author, from, to); in.next();) {
            runs.push(in.run());
        }
        runs.forEach(this::takeOut);
    }

    private void takeOut(OpRun run) {
        switch (run.kind()) {
            case INSERT -> objects.editor(run.object()).remove(run.first(), run.length());
            case DELETE -> undelete(run);
            case UPDATE -> {
                SequenceEditor editor = objects.editor(run.object());
                for (int i = run.length() - 1; i >= 0; i--) {
                    long element = run.target(i);
                    editor.replace(element, editor.ops(element).without(Ids.plus(run.first(), i), 1, objects.authors()));
                }
            }
            case MAP -> {
                StoredObject.MapObject map = (StoredObject.MapObject) objects.object(run.object());
                objects.put(map.with(run.key(), map.register(run.key()).without(run.first(), run.length(), objects.authors())));
            }
        }
        if (run.kind() != OpRun.Kind.DELETE) {
            unmake(run);
        }
    }

    private void undelete(OpRun run) {
        SequenceEditor editor = objects.editor(run.object());
        int plain = 0;
        for (int i = 0; i < run.length(); i++) {
            Register ops = editor.ops(run.target(i));
            if (ops instanceof Op) {
                plain++;
            } else {
                undelete(editor, run, i - plain, plain);
                plain = 0;
                editor.replace(run.target(i), ops.without(Ids.plus(run.first(), i), 1, objects.authors()));
            }
        }
        undelete(editor, run, run.length() - plain, plain);
    }

    /** Takes back deletions of elements that have no operation but that which inserted them. */
    private static void undelete(SequenceEditor editor, OpRun run, int from, int count) {
        if (count > 0) {
            editor.undelete(run.target(from), count, count == 1 ? 1 : run.stride(), Ids.plus(run.first(), from));
        }
    }

    private void unmake(OpRun run) {
        for (int i = 0; i < run.length(); i++) {
            long id = Ids.plus(run.first(), i);
            if (objects.object(id) != null) {
                objects.unmake(id);
            }
        }
    }
}
