// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeGraphEditor;
import org.pushpin.crdt.internal.history.OpLogEditor;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.OpSink;

/**
 * Takes changes over from another document, by runs of operations and as that has them: they were checked when they came to be there. No
 * actor forked in either. One thread; used once.
 */
final class Handover implements OpSink {
    private final OpenObjects objects;
    private final OpLogEditor log;
    private final ChangeGraph from;
    private final LoggedOps operations;
    /** By author there, the number here. */
    private final int[] authors;
    private long id;

    Handover(OpenObjects objects, OpLogEditor log, DocState from, int[] authors) {
        this.objects = objects;
        this.log = log;
        this.from = from.graph();
        this.operations = new LoggedOps(from);
        this.authors = authors;
    }

    /** @param missing nodes there, ascending; what they build on is among them or here */
    void take(int[] missing, ChangeGraphEditor graph) {
        ChangeGraph before = graph.freeze();
        int[] taken = new int[missing.length];
        for (int i = 0; i < missing.length;) {
            int first = missing[i];
            do {
                int[] deps = from.deps(missing[i]);
                for (int d = 0; d < deps.length; d++) {
                    int at = Arrays.binarySearch(missing, 0, i, deps[d]);
                    deps[d] = at >= 0 ? taken[at] : before.node(here(from.author(deps[d])), from.seq(deps[d]));
                }
                Arrays.sort(deps);
                taken[i] = add(missing[i], deps, graph);
                i++;
            } while (i < missing.length && missing[i] == missing[i - 1] + 1 && from.goesOn(missing[i]));
            int author = from.author(first);
            id = Ids.of(from.startOp(first), here(author));
            operations.read(author, from.startOp(first), from.maxOp(missing[i - 1]), this);
        }
    }

    private int add(int node, int[] deps, ChangeGraphEditor graph) {
        byte[] hash = null;
        if (from.isHashed(node)) {
            hash = new byte[ChangeHash.LENGTH];
            from.hash(node, null, hash, 0);
        }
        return graph.add(here(from.author(node)), from.seq(node), from.startOp(node), from.maxOp(node), from.time(node), from.message(node),
                deps, from.extra(node), hash, from.raw(node));
    }

    private int here(int author) {
        return authors[author];
    }

    /** An id there, as it is here. */
    private long here(long there) {
        return there == Ids.NONE ? there : Ids.of(Ids.counter(there), authors[Ids.author(there)]);
    }

    @Override
    public void textRun(long sequence, long reference, byte[] utf8, int from, int length, int elements) {
        long object = here(sequence);
        objects.peekEditor(object).insertText(here(reference), id, utf8, from, length, elements);
        log.insert(id, elements, object);
        id = Ids.plus(id, elements);
    }

    @Override
    public void deleteRun(long sequence, long element, int elements, int stride) {
        long object = here(sequence);
        long first = here(element);
        if (elements == 1 && !objects.isUntouched(object, first)) {
            objects.register(object, first).add(new Op(id, Action.DELETE, Scalar.NULL), new long[] {first}, objects.authors());
        } else {
            objects.editor(object).delete(first, elements, stride, id);
        }
        log.delete(id, elements, object, first, stride);
        id = Ids.plus(id, elements);
    }

    @Override
    public void append(long object, String key, long element, boolean insert, int action, Scalar value, long[] preds, boolean expand,
            String mark) {
        long container = here(object);
        long target = here(element);
        if (insert) {
            objects.peekEditor(container).insert(target, new Op(id, action, value, expand, mark, Op.NONE));
            log.insert(id, 1, container);
            make(action, container, null, id);
        } else {
            OpenRegister register = key == null ? objects.register(container, target)
                    : objects.register((StoredObject.MapObject) objects.peek(container), key);
            register.add(new Op(id, action, value, expand, mark, Op.NONE), Arrays.stream(preds).map(this::here).toArray(), objects.authors());
            note(action, container, key, target);
            make(action, container, key, target);
        }
        id = Ids.plus(id, 1);
    }

    private void note(int action, long container, String key, long element) {
        if (key != null) {
            log.map(id, container, key);
        } else if (action == Action.DELETE) {
            log.delete(id, 1, container, element, 1);
        } else {
            log.update(id, container, element);
        }
    }

    private void make(int action, long parent, String key, long element) {
        try {
            objects.make(id, action, parent, key, element);
        } catch (MalformedException e) {
            throw new IllegalStateException("an object that was made before", e);
        }
    }
}
