// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.pushpin.crdt.Edit;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;

/**
 * The documents of a profile: made, opened, changed, stored, and exchanged with peers. An OSGi service, present while
 * the profile is open. Any thread may call everything; nothing waits for the disk or the network, so the window can
 * call it too: what takes time is a {@link CompletionStage}.
 */
public interface Repo extends AutoCloseable {

    /**
     * Makes a document with a fresh key pair and secret. It can be read and changed at once; it is durable when
     * {@link DocHandle#saved()} says so.
     *
     * @param message of its first change; may be null
     */
    DocHandle create(String message, Consumer<Edit> content);

    /**
     * Opens a document: at once when it is here, else when a peer has brought all of it. The URL's secret is
     * remembered, and the document stays wanted until it comes or the stage is cancelled.
     * Ends exceptionally with an {@link UnavailableException} when the URL carries no secret and none is known.
     */
    CompletionStage<DocHandle> open(DocumentUrl url);

    /** The handle of a document that is here, without waiting for anything but this profile's disk. */
    Optional<DocHandle> local(DocumentId document);

    /** Every document of this profile, wanted ones included, in the order in which they came. */
    List<DocumentId> documents();

    /** A link to a document of this profile, with its secret; costs no reading. */
    Optional<DocumentUrl> url(DocumentId document, String contentType);

    /** Every document of which something is here, and what is durable of it; costs no reading. */
    Map<DocumentId, Fingerprint> fingerprints();

    /**
     * What is durable of a document, without opening it for longer than the caller keeps the answer: for going through
     * many. Waits for the disk. Empty if nothing of it is here, or it cannot be read.
     */
    Optional<DurableDocument> durable(DocumentId document);

    /**
     * Is told of every document's changes, and first of what was opened since the repo was. On that document's worker
     * thread, or on the thread that opens: return at once.
     */
    Subscription watch(Consumer<DocumentEvent> listener);

    /**
     * Fetches a document and everything that it links to, blobs included, from the peers in reach. Completes when all
     * of it is durable here and connected peers have confirmed that they have no more of it; so not while offline.
     *
     * @param progress told, on any thread, how far it is
     */
    CompletionStage<Void> fetch(DocumentUrl url, Consumer<FetchProgress> progress);

    /**
     * The documents of this profile that link to this one, in the order in which they came: what links here. Waits for this profile's
     * disk; soon after a change it knows of that, too.
     *
     * @param limit at most so many
     */
    List<DocumentId> linking(DocumentId document, int limit);

    /** How far links are followed by themselves, and whether some were left alone. */
    LinkLimits linkLimits();

    /** Follows the links that were left alone, and as many again as {@link #linkLimits} says. */
    void followFurther();

    /** How far the document has come: on this disk, at other peers. */
    SyncStatus status(DocumentId document);

    Blobs blobs();

    Peers peers();

    /** Who is at a document now. Nothing of it is stored. */
    Presence presence();

    /** A small local value of this profile that is never replicated, for instance what a window showed last. */
    Optional<Bytes> setting(String name);

    /** Remembers a small local value; stored with the next group commit. */
    void setting(String name, Bytes value);

    /**
     * Writes the whole profile into one file, as it is at one moment, while it is used. The file holds the profile's keys. What is
     * pending is stored first. Cancelling the stage, or a failure, leaves no file.
     *
     * @param file must not be there yet; see {@link Restoring}
     * @param progress gets the bytes written so far, on an io thread
     */
    CompletionStage<Void> backup(Path file, LongConsumer progress);

    /** Is told, on a worker thread, about what a person should know: a refused change, a fork, damaged data. */
    Subscription notices(Consumer<Notice> listener);

    /** Stores what is queued, closes connections and the storage. */
    @Override
    void close();
}
