// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.history.OpRuns;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.OpSink;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.sequence.SequenceView;

/**
 * Tells what the operations of a document did, as the changes said that made them: the log says where each is, the objects what it is. One
 * thread. Cost: O(log n) per run of operations.
 */
final class LoggedOps {
    private final DocState state;
    private final Authors authors;
    /** By author, where it was found last, and in what object. */
    private final Runs[] recent;
    private final long[] recentObjects;
    /** By author, the operations that were told last, and where they ended. */
    private final OpRuns[] told;
    private final long[] toldTo;
    private OpSink sink;

    LoggedOps(DocState state) {
        this.state = state;
        this.authors = state.authors();
        this.recent = new Runs[authors.size()];
        this.recentObjects = new long[authors.size()];
        this.told = new OpRuns[authors.size()];
        this.toldTo = new long[authors.size()];
    }

    /** Tells an author's operations from one counter to another, both included. */
    void read(int author, long from, long to, OpSink into) {
        sink = into;
        OpRuns runs = runs(author, from, to);
        while (runs.next()) {
            switch (runs.kind()) {
                case INSERT -> insert(runs);
                case DELETE -> delete(runs);
                case UPDATE -> update(runs);
                case MAP -> key(runs);
            }
        }
    }

    /** Changes are mostly asked for in their order. */
    private OpRuns runs(int author, long from, long to) {
        if (told[author] != null && toldTo[author] == from - 1) {
            told[author].goOn(to);
        } else {
            told[author] = state.log().runs(author, from, to);
        }
        toldTo[author] = to;
        return told[author];
    }

    private void insert(OpRuns run) {
        SequenceView sequence = state.sequence(run.object());
        for (int done = 0; done < run.length();) {
            long id = Ids.plus(run.first(), done);
            Runs elements = elements(run.object(), sequence, id);
            Register register = elements.register();
            if (register != null) {
                Op op = register.find(id, authors);
                sink.append(run.object(), null, elements.reference(), true, op.action(), op.value(), Op.NONE, op.expand(), op.mark());
                done++;
            } else {
                int count = Math.min(run.length() - done, elements.length());
                sink.textRun(run.object(), elements.reference(), elements.utf8(), elements.utf8Offset(), elements.utf8Length(count), count);
                done += count;
            }
        }
    }

    private void delete(OpRuns run) {
        SequenceView sequence = state.sequence(run.object());
        for (int done = 0; done < run.length();) {
            long element = Ids.plus(run.target(), done * run.stride());
            Runs elements = elements(run.object(), sequence, element);
            if (elements.register() != null) {
                write(run.object(), null, element, Ids.plus(run.first(), done), elements.register());
                done++;
            } else {
                int count = run.stride() > 0 ? Math.min(run.length() - done, elements.length()) : 1;
                sink.deleteRun(run.object(), element, count, run.stride());
                done += count;
            }
        }
    }

    /** The elements from one on. Changes that follow one another mostly go on in the run in which their author was, or in the next. */
    private Runs elements(long object, SequenceView sequence, long element) {
        int author = Ids.author(element);
        Runs elements = recentObjects[author] == object ? recent[author] : null;
        if (elements == null || !elements.skipTo(element) && !(elements.next() && elements.skipTo(element))) {
            elements = sequence.runs(element);
            elements.next();
            recent[author] = elements;
            recentObjects[author] = object;
        }
        return elements;
    }

    private void update(OpRuns run) {
        SequenceView sequence = state.sequence(run.object());
        for (int i = 0; i < run.length(); i++) {
            write(run.object(), null, Ids.plus(run.target(), i * run.stride()), Ids.plus(run.first(), i), sequence.ops(Ids.plus(run.target(), i * run.stride())));
        }
    }

    private void key(OpRuns run) {
        Register register = state.register(run.object(), run.key());
        for (int i = 0; i < run.length(); i++) {
            write(run.object(), run.key(), Ids.NONE, Ids.plus(run.first(), i), register);
        }
    }

    /** An operation that overwrites others of its register; a deletion is not in the register, but a successor of others. */
    private void write(long object, String key, long element, long id, Register register) {
        Op op = register.find(id, authors);
        sink.append(object, key, element, false, op == null ? Action.DELETE : op.action(), op == null ? Scalar.NULL : op.value(),
                preds(register, id), op != null && op.expand(), op == null ? null : op.mark());
    }

    /** Without those that only differ in their branch: they are one on the wire. */
    private long[] preds(Register register, long id) {
        long[] all = register.predecessors(id, authors);
        if (all.length < 2) {
            return all;
        }
        long[] preds = new long[all.length];
        int count = 0;
        for (long pred : all) {
            if (count == 0 || !isSameOnWire(preds[count - 1], pred)) {
                preds[count++] = pred;
            }
        }
        return Arrays.copyOf(preds, count);
    }

    private boolean isSameOnWire(long a, long b) {
        return Ids.counter(a) == Ids.counter(b) && authors.actor(Ids.author(a)).equals(authors.actor(Ids.author(b)));
    }
}
