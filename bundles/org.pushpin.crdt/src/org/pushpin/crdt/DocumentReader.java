// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a document chunk. The operations give the state as they stand; grouped by author and counter, with deletions recovered from
 * the successors, they give back the changes, whose hashes are recomputed: they must lead to the heads that the chunk names.
 */
final class DocumentReader {
    /** A row of the change columns. */
    private record ChangeRow(int actor, long seq, long maxOp, long time, String message, int[] deps, byte[] extra) {
    }

    private final List<ActorId> actors = new ArrayList<>();
    private final Set<ChangeHash> heads = new HashSet<>();
    private final List<ChangeRow> rows = new ArrayList<>();
    private final DocumentState state = new DocumentState();
    private RecoveredOps recovered;

    static Doc read(Chunk chunk) throws MalformedException {
        DocumentReader reader = new DocumentReader();
        reader.readChunk(chunk.reader());
        History history = reader.rebuildHistory();
        return new Doc(history, reader.state.finish());
    }

    private void readChunk(ByteReader in) throws MalformedException {
        int actorCount = in.readCount(in.remaining() / 2);
        for (int i = 0; i < actorCount; i++) {
            actors.add(in.readActor());
        }
        require(new HashSet<>(actors).size() == actorCount, "an actor twice");
        int headCount = in.readCount(in.remaining() / ChangeHash.LENGTH);
        for (int i = 0; i < headCount; i++) {
            require(heads.add(in.readHash()), "a head twice");
        }
        Deflate deflate = new Deflate();
        Columns changes = Columns.readMeta(in);
        Columns ops = Columns.readMeta(in);
        changes.readData(in, deflate);
        ops.readData(in, deflate);
        for (int i = 0; !in.isAtEnd(); i++) {
            require(i < headCount, "data after the end of a document");
            in.readUnsigned();
        }
        readChanges(changes);
        readOps(ops);
    }

    private void readChanges(Columns columns) throws MalformedException {
        int limit = Limits.OPS;
        RleReader actor = new RleReader(columns.get(Columns.CHANGE_ACTOR), RleReader.Kind.UNSIGNED, limit);
        RleReader seq = new RleReader(columns.get(Columns.CHANGE_SEQ), RleReader.Kind.DELTA, limit);
        RleReader maxOp = new RleReader(columns.get(Columns.CHANGE_MAX_OP), RleReader.Kind.DELTA, limit);
        RleReader time = new RleReader(columns.get(Columns.CHANGE_TIME), RleReader.Kind.DELTA, limit);
        RleReader message = new RleReader(columns.get(Columns.CHANGE_MESSAGE), RleReader.Kind.TEXT, limit);
        RleReader depsCount = new RleReader(columns.get(Columns.CHANGE_DEPS_COUNT), RleReader.Kind.UNSIGNED, limit);
        RleReader depsIndex = new RleReader(columns.get(Columns.CHANGE_DEPS_INDEX), RleReader.Kind.DELTA, limit);
        RleReader extraMeta = new RleReader(columns.get(Columns.CHANGE_EXTRA_META), RleReader.Kind.UNSIGNED, limit);
        ByteReader extraRaw = columns.get(Columns.CHANGE_EXTRA_RAW);
        while (!actor.isDone()) {
            int author = actor.nextIndex(actors.size(), "actor");
            require(author >= 0, "a change without an actor");
            long number = seq.nextCounter();
            long last = maxOp.nextCounter();
            require(number > 0 && last >= 0, "a change without a number");
            long when = time.next() ? time.value() : 0;
            require(Limits.isTime(when), "a change with a time beyond its limit");
            String note = message.nextText();
            int[] deps = readDeps(depsCount, depsIndex);
            byte[] extra = extraMeta.next() ? readExtra(extraMeta.value(), extraRaw) : new byte[0];
            rows.add(new ChangeRow(author, number, last, when, note == null || note.isEmpty() ? null : note, deps, extra));
        }
        boolean all = seq.isDone() && maxOp.isDone() && time.isDone() && message.isDone() && depsCount.isDone() && depsIndex.isDone()
                && extraMeta.isDone() && extraRaw.isAtEnd();
        require(all, "columns of different length");
    }

    private int[] readDeps(RleReader count, RleReader index) throws MalformedException {
        int number = count.next() ? (int) Math.min(count.value() & Long.MAX_VALUE, Integer.MAX_VALUE) : 0;
        require(number <= rows.size(), "a change with too many dependencies");
        int[] deps = new int[number];
        for (int i = 0; i < number; i++) {
            deps[i] = index.nextIndex(rows.size(), "dependency");
            require(deps[i] >= 0, "a dependency without an index");
        }
        return deps;
    }

    private static byte[] readExtra(long meta, ByteReader raw) throws MalformedException {
        return switch (ScalarCodec.read(meta, raw)) {
            case Scalar.Bytes bytes -> bytes.shared();
            case Scalar.Null none -> new byte[0];
            default -> throw new MalformedException("extra data that are not bytes");
        };
    }

    private void readOps(Columns columns) throws MalformedException {
        recovered = new RecoveredOps(actors);
        OpColumnsReader in = new OpColumnsReader(columns, actors, true);
        while (in.next()) {
            state.add(in);
            recovered.add(in);
        }
        recovered.sort();
    }

    private History rebuildHistory() throws MalformedException {
        History history = History.EMPTY;
        List<ChangeHash> hashes = new ArrayList<>(rows.size());
        Set<ChangeHash> tips = new HashSet<>();
        for (ChangeRow row : rows) {
            List<ChangeHash> deps = new ArrayList<>(row.deps.length);
            for (int dep : row.deps) {
                deps.add(hashes.get(dep));
                tips.remove(hashes.get(dep));
            }
            deps.sort(null);
            require(new HashSet<>(deps).size() == deps.size(), "a dependency twice");
            List<ChangeOp> ops = recovered.take(row.actor, row.maxOp);
            long startOp = row.maxOp - ops.size() + 1;
            require(startOp > 0, "incorrect operation counters");
            Change change = ChangeCodec.encode(new ChangeCodec.Header(actors.get(row.actor), row.seq, startOp, row.time, row.message,
                    List.copyOf(deps), row.extra), ops);
            require(history.nodes.get(change.hash()) == null, "a change twice");
            history = history.with(change);
            require(history != null, "a document of an actor that forked");
            hashes.add(change.hash());
            tips.add(change.hash());
        }
        require(recovered.isEmpty(), "operations that belong to no change");
        require(tips.equals(heads), "the heads do not match the changes");
        return history;
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
