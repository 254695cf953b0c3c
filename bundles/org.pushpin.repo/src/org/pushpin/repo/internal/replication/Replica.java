// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.Subscription;

/**
 * What replication needs of the documents here, and all it may see: no CRDT, no files. Methods answer from memory or
 * with short reads and are called on the replication lane only; stages complete on any lane.
 */
public interface Replica {

    /** Documents whose secret is known, also those that are wanted and not here yet. */
    Collection<DocumentId> documents();

    /** Whether the document is wanted and nothing of it is here. */
    boolean wanted(DocumentId document);

    DocumentSecret secret(DocumentId document);

    /** The signed Genesis, empty while the document is only wanted. */
    Optional<Bytes> genesis(DocumentId document);

    /** Verifies and stores a Genesis; false if it is not this document's. */
    boolean acceptGenesis(DocumentId document, Bytes genesis);

    /** Every writer whose batches are durable here, waiting and forked ones included, with its newest position. */
    SortedMap<WriterId, Position> clock(DocumentId document);

    /** The document's fingerprint over {@link #clock}; see formats §4. */
    Fingerprint fingerprint(DocumentId document);

    /**
     * Durable batches in arrival order, which is causal; those are left out that {@code has} covers, where coverage
     * of a writer means an equal or greater sequence number <em>and</em>, at an equal one, an equal head.
     *
     * @param afterRevision where the last call stopped; 0 to begin
     * @param limitBytes stop after the batch that exceeds this
     */
    Page batches(DocumentId document, SortedMap<WriterId, Position> has, long afterRevision, long limitBytes);

    /** Verifies, stores (fsync) and applies; the stage says what became of it. Nothing is trusted. */
    CompletionStage<Ingested> ingest(DocumentId document, Bytes header, Bytes body);

    /** A peer said that it holds the document up to this fingerprint. */
    void acknowledged(Bytes peer, DocumentId document, Fingerprint fingerprint);

    /** Blobs that the document links to. */
    Collection<BlobId> blobs(DocumentId document);

    Optional<BlobManifest> manifest(BlobId blob);

    /** A chunk of a blob that is here; empty if it is not. */
    CompletionStage<Optional<Bytes>> chunk(BlobId blob, int index);

    /** Chunks still missing of a blob that is wanted; the download is begun if need be. */
    List<Integer> missingChunks(BlobManifest manifest);

    /** Keeps a chunk if it matches its hash. */
    CompletionStage<Boolean> acceptChunk(BlobManifest manifest, int index, Bytes content);

    /** Is told, on the replication lane, which documents have new durable batches, links, or have become wanted. */
    Subscription changes(Consumer<DocumentId> listener);

    /** @param head change hash at {@code sequence}, 32 bytes */
    record Position(long sequence, Bytes head) {}

    /** @param lastRevision to go on from; {@code more} if there is more now */
    record Page(List<Carried> batches, long lastRevision, boolean more) {}

    /** A batch as it travels. */
    record Carried(Bytes header, Bytes body) {}

    /** What became of a batch. */
    enum Ingested { STORED, KNOWN, WAITING, FORKED, REFUSED }
}
