// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;

/**
 * Content-addressed files: chunks of {@link BlobManifest#CHUNK_BYTES}, each with its SHA-256, so that any range can be
 * checked without reading the rest. A blob never sits in memory whole. Any thread may call.
 */
public interface BlobStore {

    /** Starts a blob whose content is not known yet (an import). Nothing is visible until {@link Import#finish}. */
    Import begin() throws IOException;

    /**
     * Starts, or goes on with, a blob that a peer has and whose manifest is known. Survives restarts.
     */
    Download download(BlobManifest manifest) throws IOException;

    /** The manifest of a blob that is here whole. */
    Optional<BlobManifest> manifest(BlobId blob) throws IOException;

    /**
     * Reads a range; every chunk that it touches is verified first.
     *
     * @return the number of bytes read, less than asked for only at the end, −1 past it
     * @throws IOException if the blob is not here, or is damaged (then it is set aside, to be fetched again)
     */
    int read(BlobId blob, long offset, ByteBuffer target) throws IOException;

    /** Every blob that is here whole. */
    List<BlobId> list() throws IOException;

    /** All that takes room: blobs that are here whole, downloads that have begun, and what a crash has left of either. */
    List<Kept> kept() throws IOException;

    /**
     * Removes what {@link #kept} has given, durably, and frees its room. Nothing happens if somebody has taken an interest in it since:
     * the same content was imported or has come, or a download of it was begun or is open. So whoever finishes an import
     * while something is being removed has the blob afterwards. After a crash in the middle it is here whole, or what is left is given
     * by {@link #kept} again. Who is reading it meanwhile gets an {@link IOException}, never false content.
     *
     * @return whether it is gone
     */
    boolean remove(Kept kept) throws IOException;

    /**
     * Something that takes room.
     *
     * @param bytes about how much
     * @param moment when it was looked at, in the order of events in this store
     */
    record Kept(BlobId blob, Form form, long bytes, long moment) {}

    /** What is kept of a blob. */
    enum Form {
        /** All of it, to be read. */
        WHOLE,
        /** What has come of a download, to be gone on with. */
        PARTIAL,
        /** What a crash has left; nobody can read it. */
        REMAINS
    }

    /** A blob being imported. One thread. Closing before {@link #finish} removes it. */
    interface Import extends AutoCloseable {

        void write(ByteBuffer source) throws IOException;

        /** Durable when it returns; the same content as an existing blob becomes that blob. */
        BlobManifest finish() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A blob that comes chunk by chunk, in any order. One thread. */
    interface Download extends AutoCloseable {

        /** Indexes of the chunks that are still missing, ascending. */
        List<Integer> missing();

        /** How much content is still missing. O(1), any thread. */
        long missingBytes();

        /** Verifies and keeps one chunk; a chunk that does not match its hash is refused and changes nothing. */
        boolean accept(int chunk, Bytes content) throws IOException;

        /** Makes the blob visible once nothing is missing; durable when it returns true. */
        boolean finish() throws IOException;

        @Override
        void close() throws IOException;
    }
}
