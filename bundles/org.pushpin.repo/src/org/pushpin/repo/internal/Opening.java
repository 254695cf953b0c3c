// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.UnavailableException;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.storage.StorageException;

/**
 * Documents that somebody waits for. A document is whole when it was here as the repo was opened, when it was made here, or when a
 * peer has nothing more of it. Any thread.
 */
final class Opening {

    private static final String LANE = "io/open/";

    private final Scheduler scheduler;
    private final Documents documents;
    private final Predicate<DocumentId> confirmed;
    private final Map<DocumentId, CompletableFuture<DocHandle>> waiting = new ConcurrentHashMap<>();

    /** @param confirmed whether all is here that a peer which is connected holds */
    Opening(Scheduler scheduler, Documents documents, Predicate<DocumentId> confirmed) {
        this.scheduler = scheduler;
        this.documents = documents;
        this.confirmed = confirmed;
    }

    /** Reads a document that is whole, on an io thread. */
    CompletableFuture<DocHandle> read(DocumentId id) {
        CompletableFuture<DocHandle> stage = new CompletableFuture<>();
        scheduler.execute(LANE + id, () -> complete(id, stage));
        return stage;
    }

    /** Completes once the document is whole. */
    CompletableFuture<DocHandle> await(DocumentId id) {
        CompletableFuture<DocHandle> stage = waiting.computeIfAbsent(id, key -> new CompletableFuture<>()).copy();
        progressed(id);
        return stage;
    }

    private void complete(DocumentId id, CompletableFuture<DocHandle> stage) {
        try {
            Optional<OpenDocument> open = documents.open(id);
            if (open.isPresent()) {
                stage.complete(open.get());
            } else {
                stage.completeExceptionally(new UnavailableException("The document is not here yet."));
            }
        } catch (StorageException e) {
            stage.completeExceptionally(new UnavailableException(e.getMessage()));
        }
    }

    boolean isWhole(DocumentId id) {
        return documents.slot(id).filter(Slot::isWhole).isPresent();
    }

    /** Whether all is here, as a peer that is connected says now. */
    boolean isConfirmed(DocumentId id) {
        note(id);
        return isWhole(id) && confirmed.test(id);
    }

    /** A document that came because something links to it is whole when a peer has nothing more of it. */
    private void note(DocumentId id) {
        documents.slot(id).filter(Slot::isHere).filter(slot -> !slot.isWhole() && confirmed.test(id)).ifPresent(Slot::whole);
    }

    /** Peers came, went, or said what they hold. */
    void reached() {
        waiting.keySet().forEach(this::progressed);
    }

    /** More of a document may be here. */
    void progressed(DocumentId id) {
        note(id);
        if (isWhole(id)) {
            CompletableFuture<DocHandle> stage = waiting.remove(id);
            if (stage != null) {
                scheduler.execute(LANE + id, () -> complete(id, stage));
            }
        }
    }
}
