// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.ColumnSpec;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.ChangeGraphEditor;

/**
 * The change columns of a document, read into a graph: change by change, or, where one author made one change after the other, a run of
 * them at a time. A change's first operation is not written: it follows from the ids of all operations. One thread.
 */
final class DocumentChanges {
    /** Meta of bytes, of which there are none. */
    private static final int NO_BYTES = ScalarCodec.BYTES;
    private static final int[] NONE = {};

    private final int authors;
    private final OpIds ids;
    private final Steps steps;
    private final RleReader actor = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader seq = new RleReader(RleReader.Kind.DELTA);
    private final RleReader maxOp = new RleReader(RleReader.Kind.DELTA);
    private final RleReader time = new RleReader(RleReader.Kind.DELTA);
    private final RleReader message = new RleReader(RleReader.Kind.TEXT);
    private final RleReader depCount = new RleReader(RleReader.Kind.UNSIGNED);
    private final RleReader depIndex = new RleReader(RleReader.Kind.DELTA);
    private final RleReader extraMeta = new RleReader(RleReader.Kind.UNSIGNED);
    private final ByteReader extraRaw = new ByteReader();
    private final ChangeGraphEditor graph = ChangeGraph.empty().edit();
    /** By author: the sequence number and node of the latest change. */
    private final long[] lastSeq;
    private final int[] lastNode;
    /** Changes that do not build on their author's last directly: node and that last, in turns. */
    private int[] indirect = NONE;
    private int indirectSize;

    static Columns columns() {
        return new Columns(ColumnSpec.CHANGE_ACTOR, ColumnSpec.CHANGE_SEQ, ColumnSpec.CHANGE_MAX_OP, ColumnSpec.CHANGE_TIME,
                ColumnSpec.CHANGE_MESSAGE, ColumnSpec.CHANGE_DEPS_COUNT, ColumnSpec.CHANGE_DEPS_INDEX, ColumnSpec.CHANGE_EXTRA_META,
                ColumnSpec.CHANGE_EXTRA_RAW);
    }

    /** @param columns as {@link #columns()}, with their data @param ids of all operations, sorted */
    DocumentChanges(Columns columns, int authors, OpIds ids, Steps steps) {
        this.steps = steps;
        this.authors = authors;
        this.ids = ids;
        this.lastSeq = new long[authors];
        this.lastNode = new int[authors];
        RleReader[] numbers = {actor, seq, maxOp, time, message, depCount, depIndex, extraMeta};
        for (int i = 0; i < numbers.length; i++) {
            columns.open(i, numbers[i], Limits.OPS);
        }
        columns.open(numbers.length, extraRaw);
    }

    /** Reads all changes; their hashes are yet unknown. */
    ChangeGraphEditor read() throws MalformedException {
        while (!actor.isDone()) {
            readChange();
        }
        boolean all = seq.isDone() && maxOp.isDone() && time.isDone() && message.isDone() && depCount.isDone() && depIndex.isDone()
                && extraMeta.isDone() && extraRaw.isAtEnd();
        require(all, "columns of different length");
        require(ids.isEmpty(), "operations that belong to no change");
        ChangeGraph done = graph.freeze();
        for (int i = 0; i < indirectSize; i += 2) {
            require(done.isAncestor(indirect[i + 1], done.deps(indirect[i])), "a change that does not build on its author's last");
        }
        return graph;
    }

    private void readChange() throws MalformedException {
        steps.spend(1);
        int author = actor.nextIndex(authors, "actor");
        require(author >= 0, "a change without an actor");
        long number = seq.nextCounter();
        long last = maxOp.nextCounter();
        require(number > 0 && last >= 0, "a change without a number");
        long when = time.next() ? time.value() : 0;
        require(Limits.isTime(when), "a change with a time beyond its limit");
        String note = message.nextText();
        int[] deps = readDeps();
        byte[] extra = extraMeta.next() ? readExtra(extraMeta.value()) : null;
        long start = ids.take(author, last);
        require(start > 0 && start <= Limits.MAX_COUNTER, "incorrect operation counters");
        checkLine(author, number, start, deps);
        graph.add(author, number, start, last, when, note == null || note.isEmpty() ? null : note, deps, extra, null, null);
        lastSeq[author] = number;
        lastNode[author] = graph.size() - 1;
        skip(author, number, last, when);
    }

    private int[] readDeps() throws MalformedException {
        int before = graph.size();
        long count = depCount.next() ? depCount.value() : 0;
        require(count >= 0 && count <= before, "a change with too many dependencies");
        int[] deps = count == 0 ? NONE : new int[(int) Math.min(count, 4)];
        for (int i = 0; i < count; i++) {
            if (i == deps.length) {
                deps = Arrays.copyOf(deps, (int) Math.min(count, i * 2L));
            }
            deps[i] = depIndex.nextIndex(before, "dependency");
            require(deps[i] >= 0, "a dependency without an index");
        }
        Arrays.sort(deps);
        for (int i = 1; i < deps.length; i++) {
            require(deps[i - 1] < deps[i], "a dependency twice");
        }
        return deps;
    }

    private byte[] readExtra(long meta) throws MalformedException {
        Scalar value = ScalarCodec.read(meta, extraRaw);
        return switch (value) {
            case Scalar.Bytes bytes -> bytes.length() == 0 ? null : bytes.toByteArray();
            case Scalar.Null none -> null;
            default -> throw new MalformedException("extra data that are not bytes");
        };
    }

    private void checkLine(int author, long number, long start, int[] deps) throws MalformedException {
        long latest = lastSeq[author] == 0 ? 0 : graph.maxOp(lastNode[author]);
        boolean direct = lastSeq[author] == 0;
        for (int dep : deps) {
            latest = Math.max(latest, graph.maxOp(dep));
            direct |= dep == lastNode[author];
        }
        require(latest < start, "a change whose operations are older than what it builds on");
        require(number > lastSeq[author], "a document of an actor that forked");
        require(number == lastSeq[author] + 1, "a change that does not build on its author's last");
        if (!direct) {
            if (indirectSize == indirect.length) {
                indirect = Arrays.copyOf(indirect, Math.max(16, indirectSize * 2));
            }
            indirect[indirectSize++] = graph.size();
            indirect[indirectSize++] = lastNode[author];
        }
    }

    /** Adds the changes to come that go on with the one that was just added in every respect. */
    private void skip(int author, long number, long last, long when) throws MalformedException {
        int node = graph.size() - 1;
        if (depIndex.value() != node - 1) {
            return;
        }
        long count = Math.min(actor.following(author), seq.following(1));
        count = count == 0 ? 0 : Math.min(count, Math.max(time.following(0), when == 0 ? time.followingNulls() : 0));
        count = count == 0 ? 0 : Math.min(count, message.followingNulls());
        count = count == 0 ? 0 : Math.min(count, depCount.following(1));
        count = count == 0 ? 0 : Math.min(count, depIndex.following(1));
        count = count == 0 ? 0 : Math.min(count, Math.max(extraMeta.following(NO_BYTES), extraMeta.followingNulls()));
        if (count == 0 || maxOp.followingNulls() > 0) {
            return;
        }
        long each = maxOp.ahead();
        count = Math.min(count, maxOp.following(each));
        count = Math.min(count, each == 0 ? Long.MAX_VALUE : each < 0 ? 0 : ids.available(author, last + 1) / each);
        count = Math.min(count, Limits.MAX_COUNTER - number);
        if (count > 0 && last < Limits.MAX_COUNTER) {
            skip(author, (int) count, (int) each, number, last, when);
        }
    }

    private void skip(int author, int count, int each, long number, long last, long when) throws MalformedException {
        steps.spend(each == 0 ? count : 0);
        graph.addRun(author, number + 1, last + 1, each, count, when, graph.size() - 1);
        if (each > 0) {
            ids.take(author, last + (long) each * count);
        }
        for (RleReader column : new RleReader[] {actor, seq, maxOp, time, message, depCount, depIndex, extraMeta}) {
            column.skip(count);
        }
        lastSeq[author] = number + count;
        lastNode[author] = graph.size() - 1;
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
