// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

import org.pushpin.crypto.BlobId;

/** Files, pictures and clips of a profile; see {@link org.pushpin.storage.BlobStore}. Memory use is bounded by a chunk. */
public interface Blobs {

    /** Streams a file in on an io thread. {@code progress} gets the bytes read so far. Cancelling leaves nothing. */
    CompletionStage<Blob> importFile(Path file, LongConsumer progress);

    /** Keeps bytes that are in memory anyway, for instance a pasted picture. */
    CompletionStage<Blob> importBytes(byte[] content);

    /** The blob if all of it is here. */
    Optional<Blob> find(BlobId id);

    /** Reads verified content; the caller closes. */
    InputStream read(BlobId id) throws IOException;

    /** Is told, on a worker thread, when a blob has become whole here. */
    Subscription arrivals(java.util.function.Consumer<Blob> listener);

    /** @param size in bytes */
    record Blob(BlobId id, long size) {}
}
