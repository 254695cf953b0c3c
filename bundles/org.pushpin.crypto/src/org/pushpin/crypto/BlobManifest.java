// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a blob is cut: chunks of {@link #CHUNK_BYTES}, the last one shorter, each with its SHA-256, so that a chunk from anyone can be
 * checked when it arrives and a range when it is read. The blob's id is a hash of its manifest: one from a peer is proved by comparing
 * {@link #blob()} with the id that was asked for. The table is in the package's description. Immutable.
 */
public final class BlobManifest {
    /** The length of every chunk but the last, in bytes. */
    public static final int CHUNK_BYTES = 256 * 1024;

    /** The most chunks of a blob: its manifest then still fits into one message of 1 MiB. */
    public static final int MAX_CHUNKS = 32_000;

    /** The longest blob in bytes: 7.8 GiB. */
    public static final long MAX_LENGTH = (long) MAX_CHUNKS * CHUNK_BYTES;

    private static final String MAGIC = "PPM1";
    private static final String LABEL = "pp/blob/1";
    private static final int PREFIX = 16;

    private final long length;
    private final List<Bytes> chunks;
    private BlobId blob; // hashed when first asked for: who moves a large blob asks for every chunk

    /**
     * @param length the blob's length in bytes, at most {@link #MAX_LENGTH}
     * @param chunks the SHA-256 of each chunk in order, 32 bytes each
     * @throws IllegalArgumentException if length and number of chunks do not fit together, or a hash is not 32 bytes long
     */
    public BlobManifest(long length, List<Bytes> chunks) {
        this.length = length;
        this.chunks = List.copyOf(chunks);
        if (length < 0 || length > MAX_LENGTH || chunks.size() != chunksIn(length)) {
            throw new IllegalArgumentException("a blob of " + length + " bytes in " + chunks.size() + " chunks");
        }
        chunks.forEach(hash -> hash.requireLength(Hashes.SHA256_LENGTH, "a chunk hash"));
    }

    /** In bytes. */
    public long length() {
        return length;
    }

    /** The SHA-256 of each chunk in order. */
    public List<Bytes> chunks() {
        return chunks;
    }

    /**
     * The manifest of all that the stream still holds; one chunk of memory, whatever its length.
     *
     * @throws IOException if reading fails, or there is more than {@link #MAX_LENGTH}
     */
    public static BlobManifest of(InputStream content) throws IOException {
        List<Bytes> sums = new ArrayList<>();
        long length = 0;
        for (byte[] chunk = content.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = content.readNBytes(CHUNK_BYTES)) {
            if (sums.size() == MAX_CHUNKS) {
                throw new IOException("the content is longer than " + MAX_LENGTH + " bytes, the most that a blob may have");
            }
            sums.add(chunkHash(Bytes.wrap(chunk)));
            length += chunk.length;
        }
        return new BlobManifest(length, sums);
    }

    /** The SHA-256 of a chunk. */
    public static Bytes chunkHash(Bytes content) {
        return Hashes.sha256("", content);
    }

    /** The blob's name: SHA-256("pp/blob/1" ‖ u64 length ‖ the chunks' hashes). O(chunks) the first time. */
    public BlobId blob() {
        BlobId known = blob;
        if (known == null) {
            var digest = Hashes.newSha256();
            digest.update(LABEL.getBytes(StandardCharsets.US_ASCII));
            digest.update(new FieldWriter(Long.BYTES).u64(length).done().asBuffer());
            chunks.forEach(hash -> digest.update(hash.asBuffer()));
            known = new BlobId(Bytes.wrap(digest.digest()));
            blob = known;
        }
        return known;
    }

    private static long chunksIn(long length) {
        return (length + CHUNK_BYTES - 1) / CHUNK_BYTES;
    }

    /** The length of a chunk in bytes. */
    public int chunkLength(int index) {
        Objects.checkIndex(index, chunks.size());
        return (int) Math.min(CHUNK_BYTES, length - (long) index * CHUNK_BYTES);
    }

    /** Whether this is the chunk that the manifest means; false for an index that there is not. */
    public boolean matches(int index, Bytes content) {
        return index >= 0 && index < chunks.size() && content.length() == chunkLength(index) && chunkHash(content).equals(chunks.get(index));
    }

    /**
     * Reads a manifest.
     *
     * @throws UnsupportedFormatException if its suite or a critical flag is newer than this version
     * @throws FormatException if it is malformed
     */
    public static BlobManifest decode(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes, "blob manifest");
        in.magic(MAGIC);
        in.suite();
        in.reserved();
        in.flags();
        long length = in.u64();
        if (length < 0 || length > MAX_LENGTH || in.remaining() != chunksIn(length) * Hashes.SHA256_LENGTH) {
            throw new FormatException("the blob manifest's length does not fit its chunks");
        }
        List<Bytes> chunks = new ArrayList<>();
        while (in.remaining() > 0) {
            chunks.add(in.copy(Hashes.SHA256_LENGTH));
        }
        return new BlobManifest(length, chunks);
    }

    /** 16 bytes and 32 for each chunk. */
    public Bytes encode() {
        var out = new FieldWriter(PREFIX + chunks.size() * Hashes.SHA256_LENGTH);
        out.bytes(Bytes.utf8(MAGIC)).u8(1).u8(0).u16(0).u64(length);
        chunks.forEach(out::bytes);
        return out.done();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlobManifest manifest && length == manifest.length && chunks.equals(manifest.chunks);
    }

    @Override
    public int hashCode() {
        return blob().hashCode();
    }

    @Override
    public String toString() {
        return "BlobManifest[length=" + length + ", chunks=" + chunks + "]";
    }
}
