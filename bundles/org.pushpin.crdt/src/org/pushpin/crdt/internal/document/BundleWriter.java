// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkHasher;
import org.pushpin.crdt.internal.column.ColumnsWriter;
import org.pushpin.crdt.internal.column.Deflate;
import org.pushpin.crdt.internal.column.DeltaWriter;
import org.pushpin.crdt.internal.column.RleWriter;
import org.pushpin.crdt.internal.column.TextWriter;

/**
 * Writes some changes of a history as one bundle chunk ({@code package-info}). Their operations stand by author and counter. Cost: the
 * steps of the operations, and deflating. One thread.
 */
public final class BundleWriter {
    private final List<ChangeChunk> changes;
    private final Map<ActorId, Integer> actors = new HashMap<>();
    private final List<ChangeHash> external = new ArrayList<>();

    private BundleWriter(List<ChangeChunk> changes) {
        this.changes = changes;
    }

    /**
     * @param changes each after those of them that it builds on; all canonical, since a bundle gives back only what it understands
     * @return a chunk of type {@link Chunk#BUNDLE}
     */
    public static byte[] write(List<ChangeChunk> changes) {
        if (!changes.stream().allMatch(ChangeChunk::isCanonical)) {
            throw new IllegalArgumentException("a change that could not be encoded again");
        }
        return new BundleWriter(changes).write();
    }

    private byte[] write() {
        TreeSet<ActorId> names = new TreeSet<>();
        for (ChangeChunk change : changes) {
            for (int i = 0; i < change.actorCount(); i++) {
                names.add(change.actor(i));
            }
        }
        names.forEach(name -> actors.put(name, actors.size()));
        ColumnsWriter changeColumns = changeColumns();
        ColumnsWriter opColumns = opColumns();
        ByteWriter out = new ByteWriter(1 << 10);
        out.writeUnsigned(external.size());
        external.forEach(hash -> out.write(hash.toByteArray()));
        out.writeUnsigned(names.size());
        names.forEach(name -> out.writePrefixed(name.toByteArray()));
        try (Deflate deflate = new Deflate()) {
            for (ColumnsWriter columns : List.of(changeColumns.deflate(deflate), opColumns.deflate(deflate))) {
                columns.writeTable(out);
                columns.writeData(out);
            }
        }
        return Chunk.of(Chunk.BUNDLE, out, new ChunkHasher()).bytes();
    }

    private ColumnsWriter changeColumns() {
        RleWriter actor = new RleWriter();
        DeltaWriter seq = new DeltaWriter();
        DeltaWriter startOp = new DeltaWriter();
        DeltaWriter maxOp = new DeltaWriter();
        DeltaWriter time = new DeltaWriter();
        TextWriter message = new TextWriter();
        RleWriter depsCount = new RleWriter();
        DeltaWriter depsIndex = new DeltaWriter();
        RleWriter extraLength = new RleWriter();
        ByteWriter extra = new ByteWriter();
        Map<ChangeHash, Integer> seen = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            ChangeChunk change = changes.get(i);
            actor.append(actors.get(change.actor()));
            seq.append(change.seq());
            startOp.append(change.startOp());
            maxOp.append(change.maxOp());
            time.append(change.time());
            message.append(change.message());
            depsCount.append(change.depCount());
            change.deps().forEach(dep -> depsIndex.append(seen.computeIfAbsent(dep, this::external)));
            extraLength.append(change.extra().length);
            extra.write(change.extra());
            seen.put(change.hash(), i);
        }
        return new ColumnsWriter().add(BundleChange.ACTOR, actor.finish()).add(BundleChange.SEQ, seq.finish())
                .add(BundleChange.START_OP, startOp.finish()).add(BundleChange.MAX_OP, maxOp.finish())
                .add(BundleChange.TIME, time.finish()).add(BundleChange.MESSAGE, message.finish())
                .add(BundleChange.DEPS_COUNT, depsCount.finish()).add(BundleChange.DEPS_INDEX, depsIndex.finish())
                .add(BundleChange.EXTRA_LENGTH, extraLength.finish()).add(BundleChange.EXTRA_BYTES, extra);
    }

    private int external(ChangeHash hash) {
        external.add(hash);
        return changes.size() + external.size() - 1;
    }

    private ColumnsWriter opColumns() {
        List<ChangeChunk> order = new ArrayList<>(changes);
        order.sort(Comparator.comparing((ChangeChunk change) -> change.actor()).thenComparingLong(ChangeChunk::seq));
        BundleOpsWriter writer = new BundleOpsWriter();
        for (ChangeChunk change : order) {
            int[] numbers = new int[change.actorCount()];
            Arrays.setAll(numbers, i -> actors.get(change.actor(i)));
            writer.write(change, numbers);
        }
        return writer.finish();
    }
}
