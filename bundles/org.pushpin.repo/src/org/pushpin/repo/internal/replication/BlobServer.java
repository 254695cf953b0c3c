// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.Chunk;
import org.pushpin.repo.internal.replication.wire.Message.Manifest;
import org.pushpin.repo.internal.replication.wire.Message.NoBlob;
import org.pushpin.repo.internal.replication.wire.Message.WantChunk;

/**
 * Gives one peer the blobs that one document links to, and no others. One chunk is read at a time, and none while the
 * channel has no room, so a peer costs a chunk of memory. One lane.
 */
final class BlobServer {
    private final Node node;
    private final DocumentId document;
    private final Predicate<Message.OfBlobs> out;
    private final Deque<WantChunk> wanted = new ArrayDeque<>();
    private final Set<BlobId> awaited = new LinkedHashSet<>();
    private boolean reading;
    private boolean full;

    /** @param out sends; false if there is no room for more */
    BlobServer(Node node, DocumentId document, Predicate<Message.OfBlobs> out) {
        this.node = node;
        this.document = document;
        this.out = out;
    }

    /** The peer asks for a manifest; one that is not here is given when it comes. */
    void want(BlobId blob) {
        Optional<BlobManifest> manifest = linked(blob) ? node.replica().manifest(blob) : Optional.empty();
        if (manifest.isPresent()) {
            out.test(new Manifest(manifest.get()));
            return;
        }
        if (awaited.size() < Limits.BLOBS_ASKED) {
            awaited.add(blob);
        }
        out.test(new NoBlob(blob));
    }

    /** A blob came, or the document links to more than before. */
    void arrived() {
        for (BlobId blob : List.copyOf(awaited)) {
            Optional<BlobManifest> manifest = linked(blob) ? node.replica().manifest(blob) : Optional.empty();
            if (manifest.isPresent()) {
                awaited.remove(blob);
                out.test(new Manifest(manifest.get()));
            }
        }
    }

    private boolean linked(BlobId blob) {
        return node.replica().blobs(document).contains(blob);
    }

    void want(WantChunk chunk) throws Violation {
        if (wanted.size() >= Limits.CHUNKS_QUEUED) {
            throw new Violation("the peer asks for too many chunks at a time");
        }
        wanted.add(chunk);
        next();
    }

    void writable() {
        full = false;
        next();
    }

    private void next() {
        WantChunk chunk = reading || full ? null : wanted.poll();
        if (chunk == null) {
            return;
        }
        if (!linked(chunk.blob())) {
            out.test(new NoBlob(chunk.blob()));
            node.later(this::next);
            return;
        }
        reading = true;
        node.replica().chunk(chunk.blob(), chunk.index())
                .whenComplete((content, failure) -> node.later(() -> send(chunk, failure == null ? content : Optional.empty())));
    }

    private void send(WantChunk chunk, Optional<Bytes> content) {
        reading = false;
        full = !out.test(content.<Message.OfBlobs>map(bytes -> new Chunk(chunk.blob(), chunk.index(), bytes))
                .orElseGet(() -> new NoBlob(chunk.blob())));
        next();
    }
}
