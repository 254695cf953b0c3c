// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.pushpin.crypto.BlobId;

/**
 * Files, pictures and clips of a profile; see {@link org.pushpin.storage.BlobStore}. Memory use is bounded by a chunk for each file that
 * moves. What is linked to is fetched by itself, what nothing links to goes after a while.
 */
public interface Blobs {

    /** Streams a file in on an io thread. {@code progress} gets the bytes read so far. Cancelling leaves nothing. */
    CompletionStage<Blob> importFile(Path file, LongConsumer progress);

    /** Keeps bytes that are in memory anyway, for instance a pasted picture. */
    CompletionStage<Blob> importBytes(byte[] content);

    /**
     * Writes a blob that is here into a file, on an io thread. The file is there, whole and durable, when the stage completes; one that
     * was there is replaced then, and not before. Cancelling, or a failure, leaves what was there.
     *
     * @param progress gets the bytes written so far
     * @return the file
     */
    CompletionStage<Path> exportTo(BlobId id, Path file, LongConsumer progress);

    /** The blob if all of it is here. Asks this profile's disk. */
    Optional<Blob> find(BlobId id);

    /** Reads verified content; the caller closes. Skipping costs nothing. */
    InputStream read(BlobId id) throws IOException;

    /** Is told, on a worker thread, when a blob has become whole here. */
    Subscription arrivals(Consumer<Blob> listener);

    // Fetching.

    /** How far a blob has come that is not here; empty while nobody is known to have it, and when it is here. From memory. */
    Optional<Coming> coming(BlobId id);

    /** Is told, on a worker thread, of every step of every blob that is coming. */
    Subscription comings(Consumer<Coming> listener);

    /** No more of a blob is fetched, from now on and after a restart. What has come stays, for {@link #resume} to go on with. */
    void stop(BlobId id);

    /** Fetches a blob again that was stopped, or that could not be stored. */
    void resume(BlobId id);

    // What nothing links to.

    /**
     * What takes room though no document of this profile links to it, in its present state: files that were imported, or have come, or
     * have come in part. Fails with an {@link UnavailableException} while it cannot be told.
     */
    CompletionStage<List<Unlinked>> unlinked();

    /**
     * Removes what is unlinked and due; that happens by itself now and then. Fails as {@link #unlinked} does.
     *
     * @param early also what is not due yet, but for what was imported or came within the last hour
     * @return what was removed
     */
    CompletionStage<List<Unlinked>> collect(boolean early);

    /** @param size in bytes */
    record Blob(BlobId id, long size) {}

    /**
     * A blob on its way.
     *
     * @param bytesDone what has come of it
     * @param bytesTotal 0 while nobody has told
     * @param problem why it failed, else empty; fit to be shown
     */
    record Coming(BlobId id, Pace pace, long bytesDone, long bytesTotal, String problem) {

        /** Whether it is not being fetched, until somebody does something about it. */
        public boolean isLeftAlone() {
            return pace != Pace.COMING;
        }
    }

    /** Whether a blob is being fetched. */
    enum Pace {
        COMING,
        /** A person has said so: see {@link Blobs#stop}. */
        STOPPED,
        /** It is more than is fetched by itself: see {@link Repo#followFurther}. */
        BEYOND_LIMIT,
        /** It could not be stored. Tried again after a while. */
        FAILED
    }

    /**
     * Something that nothing links to.
     *
     * @param whole false for a part of a file
     * @param bytes of room
     * @param due when it goes, unless something links to it before
     */
    record Unlinked(BlobId id, boolean whole, long bytes, Instant due) {}
}
