// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeParser;
import org.pushpin.crdt.internal.change.ChangeWriter;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Inflate;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.op.Authors;

/**
 * Reads a bundle chunk ({@code package-info}): some changes of a history, whose operations share columns. Each is encoded again, which
 * gives its hash, and checked as any change. Cost: the operations. One thread.
 */
public final class BundleReader {
    private final List<byte[]> external = new ArrayList<>();
    private final List<ActorId> actors = new ArrayList<>();
    private final Columns changeColumns = BundleChange.columns();
    private final Columns opColumns = BundleOps.columns();
    private final List<BundleChange> changes = new ArrayList<>();
    private final ChangeWriter writer = new ChangeWriter();
    private final ChangeParser parser = new ChangeParser();
    private Authors authors;
    private List<BundleOps.Row> rows;
    /** By place in the order of authors and counters, the number of a row. */
    private int[] places;
    /** Where the operations of each change begin in that order. */
    private final Map<BundleChange, Integer> firstPlaces = new IdentityHashMap<>();

    private BundleReader() {
    }

    /**
     * @param chunk of type {@link Chunk#BUNDLE}
     * @param inflate what inflates its columns
     * @return the changes, each after those of them that it builds on
     */
    public static List<ChangeChunk> read(Chunk chunk, Inflate inflate) throws MalformedException {
        BundleReader reader = new BundleReader();
        reader.readChunk(chunk.reader(), inflate);
        try (ChunkReader chunks = new ChunkReader()) {
            return reader.encode(chunks);
        }
    }

    private void readChunk(ByteReader in, Inflate inflate) throws MalformedException {
        int deps = in.readCount(in.remaining() / ChangeHash.LENGTH);
        for (int i = 0; i < deps; i++) {
            external.add(in.readBytes(ChangeHash.LENGTH));
        }
        int actorCount = in.readCount(Math.min(Limits.ACTORS, in.remaining() / 2));
        for (int i = 0; i < actorCount; i++) {
            actors.add(in.readActor());
        }
        require(new HashSet<>(actors).size() == actorCount, "an actor twice");
        authors = Authors.of(actors);
        changeColumns.readTable(in);
        changeColumns.readData(in, inflate);
        opColumns.readTable(in);
        opColumns.readData(in, inflate);
        require(in.isAtEnd(), "data after the end of a bundle");
        Steps steps = Steps.of(1, changeColumns, opColumns);
        BundleChange.Reader changesReader = new BundleChange.Reader(changeColumns, authors.size(), steps);
        while (changesReader.hasNext()) {
            changes.add(changesReader.next());
        }
        rows = new BundleOps(opColumns, authors, steps).read();
        readPlaces(ordered());
    }

    /** Current bundles tell where the rows of each author in turn are; the first ones told their counters. */
    private void readPlaces(List<BundleChange> order) throws MalformedException {
        places = new int[rows.size()];
        RleReader column = new RleReader(RleReader.Kind.DELTA);
        boolean legacy = opColumns.isEmpty(BundleOps.ORDER);
        opColumns.open(legacy ? BundleOps.COUNTER : BundleOps.ORDER, column, rows.size());
        if (legacy) {
            readCounters(column, order);
            return;
        }
        boolean[] seen = new boolean[rows.size()];
        int place = 0;
        for (BundleChange change : order) {
            firstPlaces.put(change, place);
            for (long i = 0; i < change.opCount(); i++, place++) {
                int row = place == places.length ? -1 : column.nextIndex(rows.size(), "operation");
                require(row >= 0 && !seen[row] && rows.get(row).author() == change.author(), "operations that belong to no change");
                seen[row] = true;
                places[place] = row;
            }
        }
        require(place == places.length && column.isDone(), "operations that belong to no change");
    }

    private void readCounters(RleReader column, List<BundleChange> order) throws MalformedException {
        record Numbered(long counter, int author, int row) {
        }
        List<Numbered> numbered = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            numbered.add(new Numbered(column.nextCounter(), rows.get(row).author(), row));
        }
        numbered.sort(Comparator.comparingInt(Numbered::author).thenComparingLong(Numbered::counter));
        int place = 0;
        for (BundleChange change : order) {
            firstPlaces.put(change, place);
            for (long counter = change.startOp(); counter <= change.maxOp(); counter++, place++) {
                boolean fits = place < places.length && numbered.get(place).counter == counter
                        && numbered.get(place).author == change.author();
                require(fits, "operations that belong to no change");
                places[place] = numbered.get(place).row;
            }
        }
        require(place == places.length && column.isDone(), "operations that belong to no change");
    }

    private List<BundleChange> ordered() {
        List<BundleChange> order = new ArrayList<>(changes);
        order.sort(Comparator.comparingInt(BundleChange::author).thenComparingLong(BundleChange::seq));
        return order;
    }

    private List<ChangeChunk> encode(ChunkReader chunks) throws MalformedException {
        List<ChangeChunk> encoded = new ArrayList<>(changes.size());
        for (BundleChange change : changes) {
            writer.begin(authors, change.author(), change.startOp());
            writeDependencies(change, encoded);
            int first = firstPlaces.get(change);
            for (int i = 0; i < change.opCount(); i++) {
                rows.get(places[first + i]).writeTo(writer, opColumns.bytes(BundleOps.VALUES));
            }
            chunks.reset(writer.finish(change.seq(), change.time(), change.message(), change.extra()).bytes());
            encoded.add(parser.parse(chunks.read()));
        }
        return encoded;
    }

    private void writeDependencies(BundleChange change, List<ChangeChunk> encoded) throws MalformedException {
        Set<ChangeHash> hashes = new HashSet<>();
        for (int dep : change.deps()) {
            boolean known = dep < encoded.size() || dep >= changes.size() && dep - changes.size() < external.size();
            require(known, "a change before what it builds on");
            byte[] hash = dep < encoded.size() ? encoded.get(dep).hashBytes() : external.get(dep - changes.size());
            require(hashes.add(ChangeHash.of(hash)), "a dependency twice");
            writer.dependency(hash, 0);
        }
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
