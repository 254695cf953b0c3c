// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a document chunk ({@code package-info}, "Document chunk"): all operations in document order, all changes in their order. */
final class DocumentWriter {
    private static final int BYTES = 7;

    private final Doc doc;
    private final Node[] nodes;
    private final ActorTable actors;

    private DocumentWriter(Doc doc) {
        this.doc = doc;
        this.nodes = doc.history.ordered();
        TreeSet<ActorId> all = new TreeSet<>();
        doc.history.authors.forEach((id, author) -> all.add(author.actor()));
        this.actors = new ActorTable(List.copyOf(all));
    }

    /** @param doc without forks, waiting changes, and changes that are not canonical */
    static Chunk write(Doc doc) {
        return new DocumentWriter(doc).write();
    }

    private Chunk write() {
        ByteWriter out = new ByteWriter(1 << 12);
        out.writeUnsigned(actors.actors().size());
        actors.actors().forEach(a -> out.writePrefixed(a.shared()));
        out.writeUnsigned(doc.history.heads.length);
        for (Node head : doc.history.heads) {
            out.write(head.hash().shared());
        }
        Deflate deflate = new Deflate();
        Columns changes = changes().deflated(deflate);
        Columns ops = operations().deflated(deflate);
        changes.writeMeta(out);
        ops.writeMeta(out);
        changes.writeData(out);
        ops.writeData(out);
        for (Node head : doc.history.heads) {
            out.writeUnsigned(head.index);
        }
        return Chunk.of(Chunk.DOCUMENT, out);
    }

    private Columns changes() {
        RleWriter actor = new RleWriter();
        RleWriter seq = new RleWriter.Delta();
        RleWriter maxOp = new RleWriter.Delta();
        RleWriter time = new RleWriter.Delta();
        RleWriter.Text message = new RleWriter.Text();
        RleWriter depsCount = new RleWriter();
        RleWriter depsIndex = new RleWriter.Delta();
        RleWriter extraMeta = new RleWriter();
        ByteWriter extraRaw = new ByteWriter();
        for (Node node : nodes) {
            Change change = node.change;
            actor.append(actors.number(change.actor()));
            seq.append(change.seq());
            maxOp.append(change.maxOp());
            time.append(change.time());
            message.append(change.message().orElse(null));
            depsCount.append(node.deps.length);
            for (Node dep : node.deps) {
                depsIndex.append(dep.index);
            }
            extraMeta.append((long) change.extra().length << 4 | BYTES);
            extraRaw.write(change.extra());
        }
        Columns columns = new Columns().add(Columns.CHANGE_ACTOR, actor.finish()).add(Columns.CHANGE_SEQ, seq.finish());
        columns.add(Columns.CHANGE_MAX_OP, maxOp.finish()).add(Columns.CHANGE_TIME, time.finish());
        columns.add(Columns.CHANGE_MESSAGE, message.finish());
        columns.add(Columns.CHANGE_DEPS_COUNT, depsCount.finish()).add(Columns.CHANGE_DEPS_INDEX, depsIndex.finish());
        return columns.add(Columns.CHANGE_EXTRA_META, extraMeta.finish()).add(Columns.CHANGE_EXTRA_RAW, extraRaw);
    }

    private Columns operations() {
        OpColumnsWriter writer = new OpColumnsWriter(actors, true);
        TreeMap<ObjectId, StoredObject> objects = new TreeMap<>(Comparator.naturalOrder());
        doc.objects.forEach(objects::put);
        for (StoredObject object : objects.values()) {
            switch (object) {
                case StoredObject.MapObject map -> append(map, writer);
                case StoredObject.SequenceObject s -> s.sequence().forEach(e -> append(s.id(), e, writer));
            }
        }
        return writer.finish();
    }

    private static void append(StoredObject.MapObject map, OpColumnsWriter writer) {
        TreeMap<String, Op[]> registers = new TreeMap<>(Utf8Order.INSTANCE);
        map.registers().forEach(registers::put);
        registers.forEach((key, ops) -> {
            for (Op op : ops) {
                writer.append(map.id(), key, null, false, op);
            }
        });
    }

    private static void append(ObjectId sequence, Element element, OpColumnsWriter writer) {
        for (Op op : element.ops()) {
            boolean inserts = op.id() == element.id();
            writer.append(sequence, null, inserts ? element.reference : element.id(), inserts, op);
        }
    }
}
