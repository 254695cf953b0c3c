// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one actor did in one transaction: the unit that is hashed, stored and sent. Immutable, any thread. Two changes are equal if their
 * hashes are.
 */
public final class Change {
    private final ChangeCodec.Header header;
    private final Chunk chunk;
    private final int opCount;
    private final boolean canonical;
    /** Null once the change is part of a document. */
    private final List<ChangeOp> ops;

    Change(ChangeCodec.Header header, Chunk chunk, int opCount, boolean canonical, List<ChangeOp> ops) {
        this.header = header;
        this.chunk = chunk;
        this.opCount = opCount;
        this.canonical = canonical;
        this.ops = ops;
    }

    /**
     * Reads concatenated chunks: changes, compressed or not, and documents, which give all their changes.
     *
     * @throws MalformedException if anything is not as it must be; nothing is allocated on the word of the bytes
     */
    public static List<Change> parse(byte[] chunks) throws MalformedException {
        List<Change> changes = new ArrayList<>();
        ByteReader in = new ByteReader(chunks);
        while (!in.isAtEnd()) {
            Chunk chunk = Chunk.read(in);
            if (chunk.type() == Chunk.DOCUMENT) {
                changes.addAll(Doc.of(chunk).changes());
            } else {
                changes.add(ChangeCodec.decode(chunk));
            }
        }
        return List.copyOf(changes);
    }

    public ChangeHash hash() {
        return chunk.hash();
    }

    public ActorId actor() {
        return header.actor();
    }

    /** 1 for an actor's first change, and so on. */
    public long seq() {
        return header.seq();
    }

    /** The counter of the first operation. */
    public long startOp() {
        return header.startOp();
    }

    /** The counter of the last operation; {@code startOp() - 1} if there is none. */
    public long maxOp() {
        return header.startOp() + opCount - 1;
    }

    /** When the author says it was made: seconds since 1970-01-01T00:00Z, 0 if unknown. */
    public long time() {
        return header.time();
    }

    public Optional<String> message() {
        return Optional.ofNullable(header.message());
    }

    /** The changes that it builds on, ascending. */
    public List<ChangeHash> deps() {
        return header.deps();
    }

    public int opCount() {
        return opCount;
    }

    /** One chunk: type 1, or type 2 where deflating makes it smaller. */
    public byte[] toByteArray() {
        return chunk.compact();
    }

    /** Bytes after the columns, kept as they are. */
    byte[] extra() {
        return header.extra();
    }

    /** Whether a document chunk gives back exactly these bytes. */
    boolean isCanonical() {
        return canonical;
    }

    List<ChangeOp> ops() {
        if (ops != null) {
            return ops;
        }
        try {
            return ChangeCodec.decode(chunk).ops;
        } catch (MalformedException e) {
            throw new IllegalStateException("a change that was decoded before", e);
        }
    }

    /** The same without decoded operations, for keeping. */
    Change slim() {
        return ops == null ? this : new Change(header, chunk, opCount, canonical, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change c && hash().equals(c.hash());
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
