// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import org.pushpin.crdt.MalformedException;

/** Reads chunks one after the other and checks their checksums. One instance serves a batch, one thread; close it for its inflater. */
public final class ChunkReader implements AutoCloseable {
    private final ByteReader in = new ByteReader();
    private final ChunkHasher hasher = new ChunkHasher();
    private final Inflate inflate;

    public ChunkReader() {
        this(null);
    }

    /** @param budget of all that is inflated here, or null */
    public ChunkReader(InflateBudget budget) {
        inflate = new Inflate(budget);
    }

    /** Begins with the first of some chunks. The array is not copied: nobody may change it while what was read is in use. */
    public void reset(byte[] chunks) {
        reset(chunks, 0, chunks.length);
    }

    public void reset(byte[] bytes, int from, int end) {
        in.reset(bytes, from, end);
    }

    public boolean isAtEnd() {
        return in.isAtEnd();
    }

    /** Where in the array the next chunk begins. */
    public int position() {
        return in.position();
    }

    /** What inflates the columns of the chunk that was read last. */
    public Inflate inflate() {
        return inflate;
    }

    public ChunkHasher hasher() {
        return hasher;
    }

    /** Where the chunk begins that stands about in the middle of plain changes; 0 if there is something else among them. Reads no bodies. */
    public static int middle(byte[] chunks) {
        ByteReader in = new ByteReader(chunks, 0, chunks.length);
        int middle = 0;
        try {
            while (!in.isAtEnd()) {
                if (middle == 0 && in.position() >= chunks.length / 2) {
                    middle = in.position();
                }
                in.skip(Chunk.PREFIX);
                if (in.readByte() != Chunk.CHANGE) {
                    return 0;
                }
                in.skip(in.readCount(in.remaining()));
            }
        } catch (MalformedException e) {
            return 0; // whoever reads all finds it again, and says what it is
        }
        return middle;
    }

    /** Reads the next chunk. */
    public Chunk read() throws MalformedException {
        int from = in.skip(Chunk.MAGIC_LENGTH);
        byte[] bytes = in.bytes();
        if (!Chunk.isMagic(bytes, from)) {
            throw new MalformedException("not an Automerge chunk");
        }
        in.skip(Chunk.PREFIX - Chunk.MAGIC_LENGTH);
        int type = in.readByte();
        int length = in.readCount(in.remaining());
        int body = in.skip(length);
        inflate.beginChunk();
        Chunk chunk = switch (type) {
            case Chunk.DOCUMENT, Chunk.CHANGE, Chunk.BUNDLE -> new Chunk(type, hasher.hash(bytes, from, in.position()), bytes, from, body,
                    in.position());
            case Chunk.COMPRESSED -> inflated(bytes, body, length);
            default -> throw new MalformedException("a chunk of type " + type + ": a newer version is needed");
        };
        if (!Chunk.isChecksum(bytes, from, chunk.hash())) {
            throw new MalformedException("bad checksum");
        }
        return chunk;
    }

    private Chunk inflated(byte[] bytes, int from, int length) throws MalformedException {
        int size = inflate.fill(bytes, from, length);
        byte[] chunk = Chunk.room(Chunk.CHANGE, size);
        inflate.drain(chunk, chunk.length - size);
        return Chunk.framed(hasher.hash(chunk), chunk, chunk.length - size);
    }

    @Override
    public void close() {
        inflate.close();
    }
}
