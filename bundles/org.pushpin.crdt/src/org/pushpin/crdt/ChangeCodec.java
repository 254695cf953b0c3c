// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Change chunks ({@code package-info}, "Change chunk"). */
final class ChangeCodec {
    private ChangeCodec() {
    }

    /** What a change says, but for its operations. {@code message} may be null, {@code deps} ascend. */
    record Header(ActorId actor, long seq, long startOp, long time, String message, List<ChangeHash> deps, byte[] extra) {
    }

    static Change encode(Header header, List<ChangeOp> ops) {
        return new Change(header, write(header, ops), ops.size(), true, ops);
    }

    private static Chunk write(Header header, List<ChangeOp> ops) {
        ActorTable actors = new ActorTable(actors(header.actor, ops));
        ByteWriter out = new ByteWriter(128);
        out.writeUnsigned(header.deps.size());
        header.deps.forEach(d -> out.write(d.shared()));
        out.writePrefixed(header.actor.shared());
        out.writeUnsigned(header.seq).writeUnsigned(header.startOp).writeSigned(header.time);
        out.writePrefixed(header.message == null ? "" : header.message);
        out.writeUnsigned(actors.actors().size() - 1);
        actors.actors().stream().skip(1).forEach(a -> out.writePrefixed(a.shared()));
        OpColumnsWriter writer = new OpColumnsWriter(actors, false);
        ops.forEach(writer::append);
        Columns columns = writer.finish();
        columns.writeMeta(out);
        columns.writeData(out);
        return Chunk.of(Chunk.CHANGE, out.write(header.extra));
    }

    /** The author, then the other actors that occur, ascending. */
    private static List<ActorId> actors(ActorId author, List<ChangeOp> ops) {
        TreeSet<ActorId> others = new TreeSet<>();
        for (ChangeOp op : ops) {
            note(op.object().maker(), author, others);
            note(op.element(), author, others);
            for (OpId pred : op.preds()) {
                note(pred, author, others);
            }
        }
        others.remove(author);
        List<ActorId> actors = new ArrayList<>(others.size() + 1);
        actors.add(author);
        actors.addAll(others);
        return actors;
    }

    private static void note(OpId id, ActorId author, TreeSet<ActorId> others) {
        if (id != null && id.actor() != author) {
            others.add(id.actor());
        }
    }

    static Change decode(Chunk chunk) throws MalformedException {
        ByteReader in = chunk.reader();
        List<ChangeHash> deps = readDeps(in);
        ActorId author = in.readActor();
        long seq = in.readCounter();
        long startOp = in.readCounter();
        long time = in.readSigned();
        String message = in.readPrefixedString();
        List<ActorId> actors = readActors(in, author);
        Columns columns = Columns.readMeta(in);
        columns.readData(in, null);
        List<ChangeOp> ops = new ArrayList<>();
        OpColumnsReader reader = new OpColumnsReader(columns, actors, false);
        while (reader.next()) {
            ops.add(reader.changeOp());
        }
        if (seq == 0 || startOp == 0 || startOp + ops.size() - 1 > Limits.MAX_COUNTER) {
            throw new MalformedException("a change with counters out of range");
        }
        if (!Limits.isTime(time)) {
            throw new MalformedException("a change with a time beyond its limit");
        }
        Header header = new Header(author, seq, startOp, time, message.isEmpty() ? null : message, deps, in.readBytes(in.remaining()));
        boolean canonical = Arrays.equals(write(header, ops).bytes(), chunk.bytes());
        return new Change(header, chunk, ops.size(), canonical, ops);
    }

    private static List<ChangeHash> readDeps(ByteReader in) throws MalformedException {
        int count = in.readCount(in.remaining() / ChangeHash.LENGTH);
        List<ChangeHash> deps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ChangeHash dep = in.readHash();
            if (i > 0 && deps.get(i - 1).compareTo(dep) >= 0) {
                throw new MalformedException("dependencies out of order");
            }
            deps.add(dep);
        }
        return List.copyOf(deps);
    }

    private static List<ActorId> readActors(ByteReader in, ActorId author) throws MalformedException {
        int count = in.readCount(in.remaining() / 2);
        List<ActorId> actors = new ArrayList<>(count + 1);
        actors.add(author);
        for (int i = 0; i < count; i++) {
            actors.add(in.readActor());
        }
        if (new TreeSet<>(actors).size() != actors.size()) {
            throw new MalformedException("an actor twice");
        }
        return actors;
    }
}
