// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;
import org.pushpin.crdt.internal.change.ChangeChunk;
import org.pushpin.crdt.internal.change.ChangeParser;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.column.Deflate;
import org.pushpin.crdt.internal.column.InflateBudget;
import org.pushpin.crdt.internal.document.BundleReader;
import org.pushpin.crdt.internal.document.BundleWriter;
import org.pushpin.crdt.internal.document.DocumentReader;
import org.pushpin.crdt.internal.state.ChangeEncoder;

/**
 * What one actor did in one transaction: the unit that is hashed, stored and sent. Immutable, any thread. Two changes are equal if their
 * hashes are. A change of a document is encoded from it when it is first asked for anything.
 */
public final class Change {
    /** What the chunks of one batch may inflate to together, in bytes. */
    static final long BATCH = 64 << 20;
    /** From how many bytes on two threads read. */
    private static final int WORTH_TWO = 256 << 10;

    /** Writes it from its document; null once it did. */
    private ChangeEncoder encoder;
    private final int node;
    private volatile ChangeChunk chunk;

    Change(ChangeChunk chunk) {
        this.node = -1;
        this.chunk = chunk;
    }

    /** A change of a document, by its node. The encoder may be shared by several. */
    Change(ChangeEncoder encoder, int node) {
        this.encoder = encoder;
        this.node = node;
    }

    /**
     * Reads concatenated chunks: changes, compressed or not, bundles and documents, which give all their changes.
     *
     * @throws MalformedException if anything is not as it must be; nothing is allocated on the word of the bytes
     */
    public static List<Change> parse(byte[] chunks) throws MalformedException {
        int middle = chunks.length < WORTH_TWO ? 0 : ChunkReader.middle(chunks);
        if (middle == 0) {
            return List.copyOf(parse(chunks, 0, chunks.length));
        }
        ForkJoinTask<Parsed> second = ForkJoinPool.commonPool().submit(() -> Parsed.of(chunks, middle));
        List<Change> changes = parse(chunks, 0, middle);
        changes.addAll(second.join().get());
        return List.copyOf(changes);
    }

    private static List<Change> parse(byte[] chunks, int from, int end) throws MalformedException {
        try (ChunkReader in = new ChunkReader(new InflateBudget(BATCH))) {
            List<Change> changes = new ArrayList<>();
            ChangeParser parser = new ChangeParser();
            for (in.reset(chunks, from, end); !in.isAtEnd();) {
                addTo(changes, in.read(), in, parser);
            }
            return changes;
        }
    }

    /** What another thread has read, or why it could not. */
    private record Parsed(List<Change> changes, MalformedException failure) {
        static Parsed of(byte[] chunks, int from) {
            try {
                return new Parsed(parse(chunks, from, chunks.length), null);
            } catch (MalformedException e) {
                return new Parsed(List.of(), e);
            }
        }

        List<Change> get() throws MalformedException {
            if (failure != null) {
                throw failure;
            }
            return changes;
        }
    }

    static void addTo(List<Change> changes, Chunk chunk, ChunkReader in, ChangeParser parser) throws MalformedException {
        switch (chunk.type()) {
            case Chunk.DOCUMENT -> changes.addAll(Doc.of(DocumentReader.read(chunk, in.inflate(), true)).changes());
            case Chunk.BUNDLE -> BundleReader.read(chunk, in.inflate()).forEach(change -> changes.add(new Change(change)));
            default -> changes.add(new Change(parser.parse(chunk)));
        }
    }

    /**
     * Writes changes as one bundle, for {@link #parse} and {@link Doc#load}: much smaller than one chunk each. What a bundle cannot hold (a
     * change of a newer format) stands behind it as a chunk of its own.
     *
     * @param changes each after those of them that it builds on, as {@link Doc#changesSince} gives them
     */
    public static byte[] bundle(Collection<Change> changes) {
        Map<Boolean, List<ChangeChunk>> chunks = changes.stream().map(Change::chunk)
                .collect(Collectors.partitioningBy(ChangeChunk::isCanonical));
        ByteWriter out = new ByteWriter().write(BundleWriter.write(chunks.get(true)));
        chunks.get(false).forEach(change -> out.write(change.bytes()));
        return out.toByteArray();
    }

    ChangeChunk chunk() {
        ChangeChunk known = chunk;
        return known == null ? encoded() : known;
    }

    private synchronized ChangeChunk encoded() {
        if (chunk == null) {
            synchronized (encoder) {
                chunk = encoder.encode(node);
            }
            encoder = null;
        }
        return chunk;
    }

    public ChangeHash hash() {
        return chunk().hash();
    }

    /** Constant time, also for a change that was not encoded yet. */
    public ActorId actor() {
        ChangeEncoder unused = encoder;
        return chunk == null && unused != null ? unused.actor(node) : chunk().actor();
    }

    /** 1 for an actor's first change, and so on. */
    public long seq() {
        return chunk().seq();
    }

    /** The counter of the first operation. */
    public long startOp() {
        return chunk().startOp();
    }

    /** The counter of the last operation; {@code startOp() - 1} if there is none. */
    public long maxOp() {
        return chunk().maxOp();
    }

    /** When the author says it was made: seconds since 1970-01-01T00:00Z, 0 if unknown. Constant time, as {@link #actor}. */
    public long time() {
        ChangeEncoder unused = encoder;
        return chunk == null && unused != null ? unused.time(node) : chunk().time();
    }

    public Optional<String> message() {
        return Optional.ofNullable(chunk().message());
    }

    /** The changes that it builds on, ascending. */
    public List<ChangeHash> deps() {
        return chunk().deps();
    }

    public int opCount() {
        return chunk().opCount();
    }

    /** One chunk: type 1, or type 2 where deflating makes it smaller. */
    public byte[] toByteArray() {
        try (Deflate deflate = new Deflate()) {
            return chunk().compact(deflate);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Change c && hash().equals(c.hash());
    }

    @Override
    public int hashCode() {
        return hash().hashCode();
    }

    @Override
    public String toString() {
        return "Change[" + hash() + ", " + actor() + " " + seq() + "]";
    }
}
