// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.Subscription;

/**
 * What replication needs of the documents here, and all it may see: no CRDT, no files. Methods answer from memory or
 * with short reads and are called on the replication lane only; stages complete on any lane.
 */
public interface Replica {

    /** Documents whose secret is known, also those that are wanted and not here yet, in the order in which they came. */
    Collection<DocumentId> documents();

    /** Whether the document is wanted and nothing of it is here. */
    boolean wanted(DocumentId document);

    DocumentSecret secret(DocumentId document);

    /** The signed Genesis, empty while the document is only wanted. */
    Optional<Bytes> genesis(DocumentId document);

    /** Verifies and stores a Genesis; false if it is not this document's. */
    boolean acceptGenesis(DocumentId document, Bytes genesis);

    /**
     * Where the changes of every writer end that are durable <em>and</em> applied here, sorted; a forked writer has one
     * entry for each branch. What waits for something does not count: a peer that has both would never send the rest.
     */
    List<WriterHead> clock(DocumentId document);

    /** {@link Fingerprint#of} the {@link #clock}, kept rather than computed. */
    Fingerprint fingerprint(DocumentId document);

    /** Whether {@link #clock} covers the change that a peer names: it is the head of a branch here, or before one. */
    boolean contains(DocumentId document, ClockEntry change);

    /**
     * Durable and applied batches in arrival order, which is causal, all branches of a fork included; without those of a
     * writer up to the sequence number that {@code covered} names for it. What waits is not passed on: nobody could
     * apply it, and it would look as if it were held here. Once it is applied, {@link #clock} says so, and peers ask.
     *
     * <p>What was folded is not among them; where something is needed that was, the page says so and is empty.
     *
     * @param covered 16-byte actor id → the last sequence number that is not needed
     * @param afterRevision where the last call stopped; 0 to begin
     * @param limitBytes stop after the batch that exceeds this; at least one batch is given if there is any
     */
    Page batches(DocumentId document, Map<Bytes, Long> covered, long afterRevision, long limitBytes);

    /**
     * All that a peer with this clock lacks, in as few batches as possible: a snapshot, or its author's changes packed anew. For when
     * {@link #batches} says that some of it is no longer there by itself.
     *
     * @param theirs what the peer said that it holds
     */
    CompletionStage<CaughtUp> catchUp(DocumentId document, List<ClockEntry> theirs);

    /**
     * Verifies, stores (fsync) and applies; the stage says what became of it. Nothing is trusted. Batches of one
     * document are taken in the order of the calls, and calls need not wait for each other, so that many share a fsync.
     */
    CompletionStage<Ingested> ingest(DocumentId document, Bytes header, Bytes body);

    /** A peer said that it holds, durably, at least all of what the document was when this was its fingerprint. Costs little when told again. */
    void acknowledged(Bytes peer, DocumentId document, Fingerprint fingerprint);

    /** A peer said that it does not hold all of this: if it said so before, it has lost something since. */
    void lacks(Bytes peer, DocumentId document, Fingerprint fingerprint);

    /** Blobs that the document links to. */
    Collection<BlobId> blobs(DocumentId document);

    /** The manifest of a blob that is here whole. */
    Optional<BlobManifest> manifest(BlobId blob);

    /** A chunk of a blob that is here; empty if it is not. */
    CompletionStage<Optional<Bytes>> chunk(BlobId blob, int index);

    /**
     * What to fetch of a blob that is linked to; its download is begun, or gone on with, if need be, which may take a while: what has
     * come of it is verified. Asked again whenever a document that links to it has changed, and cheap then.
     */
    CompletionStage<Wanted> want(BlobManifest manifest);

    /** Keeps a chunk if it matches its hash. With the last one the blob becomes whole, before the stage completes. */
    CompletionStage<Accepted> acceptChunk(BlobManifest manifest, int index, Bytes content);

    /** Nothing here links to a blob any more, so it is not fetched on. */
    void abandon(BlobId blob);

    /** Is told, on the replication lane, of blobs that were here and are not any more. */
    Subscription departures(Consumer<BlobId> listener);

    /** Is told, on the replication lane, which documents have new durable batches, links, or have become wanted. */
    Subscription changes(Consumer<DocumentId> listener);

    /**
     * @param lastRevision to go on from; {@code more} if there is more now
     * @param folded nothing is given, because something that is needed is not in the log any more: {@link #catchUp} has it
     */
    record Page(List<Carried> batches, long lastRevision, boolean more, boolean folded) {

        public Page(List<Carried> batches, long lastRevision, boolean more) {
            this(batches, lastRevision, more, false);
        }
    }

    /** @param through the revision from which on {@link #batches} has the rest; empty batches: it cannot be had here */
    record CaughtUp(List<Carried> batches, long through) {}

    /** A batch as it travels. */
    record Carried(Bytes header, Bytes body) {}

    /** What to do about a blob. */
    sealed interface Wanted {

        /** It is here whole. */
        record Here() implements Wanted {}

        /** These chunks are missing, at least one, ascending. */
        record Missing(List<Integer> chunks) implements Wanted {
            public Missing {
                chunks = List.copyOf(chunks);
            }
        }

        /**
         * It is not to be fetched now: a person, a limit or the disk forbids it.
         *
         * @param again after which time to ask again, else only when a document changes that links to it
         */
        record LeftAlone(Optional<Duration> again) implements Wanted {}
    }

    /** What became of a chunk. */
    enum Accepted {
        KEPT,
        /** It does not match its hash. */
        REFUSED,
        /** It was right, but is not wanted now, or cannot be stored: {@link #want} tells more. */
        LEFT_ALONE
    }

    /** What became of a batch. */
    enum Ingested {
        STORED, KNOWN, WAITING, FORKED, REFUSED,
        /** A snapshot that builds on what is not here; nothing was kept, so it must be asked for again. */
        DROPPED
    }
}
