// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Blobs.Coming;
import org.pushpin.repo.FetchProgress;
import org.pushpin.repo.internal.blob.LocalBlobs;
import org.pushpin.repo.internal.link.Targets;

/**
 * Waits until a document and everything behind its links is here. It asks nobody for anything: what is linked is wanted, and what
 * is wanted replication brings. Looks again whenever something has come. Confined to the lane of links.
 */
final class Fetch {

    private final DocumentId root;
    private final LinkGraph links;
    private final LocalBlobs blobs;
    private final Documents documents;
    private final Predicate<DocumentId> complete;
    private final Consumer<FetchProgress> progress;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Set<DocumentId> finished = new HashSet<>();
    private FetchProgress told;

    /** @param complete whether all of a document is here that a peer has */
    Fetch(DocumentId root, LinkGraph links, LocalBlobs blobs, Documents documents, Predicate<DocumentId> complete,
            Consumer<FetchProgress> progress) {
        this.root = root;
        this.links = links;
        this.blobs = blobs;
        this.documents = documents;
        this.complete = complete;
        this.progress = progress;
    }

    CompletableFuture<Void> done() {
        return done;
    }

    /** Looks how far it is. O(documents and blobs in reach). */
    void look() {
        Tally tally = new Tally();
        Deque<DocumentId> todo = new ArrayDeque<>(Set.of(root));
        Set<DocumentId> seen = new HashSet<>(todo);
        Set<BlobId> counted = new HashSet<>();
        while (!todo.isEmpty()) {
            DocumentId id = todo.poll();
            tally.documents++;
            if (!isFinished(id)) {
                continue;
            }
            tally.documentsDone++;
            Targets targets = links.of(id);
            targets.blobs().stream().filter(counted::add).forEach(tally::add);
            targets.documents().stream().map(DocumentUrl::id).filter(next -> documents.slot(next).isPresent()).filter(seen::add)
                    .forEach(todo::add);
        }
        tell(tally);
    }

    /** Once finished, always finished: what changes later is not part of this fetch. */
    private boolean isFinished(DocumentId id) {
        if (finished.contains(id)) {
            return true;
        }
        boolean now = complete.test(id) && links.isSettled(id);
        if (now) {
            finished.add(id);
        }
        return now;
    }

    private void tell(Tally tally) {
        FetchProgress now = tally.progress();
        if (!now.equals(told)) {
            told = now;
            progress.accept(now);
        }
        if (now.documentsDone() == now.documentsTotal() && now.blobsDone() == now.blobsTotal()) {
            done.complete(null);
        }
    }

    private final class Tally {
        private int documents;
        private int documentsDone;
        private int blobsTotal;
        private int blobsDone;
        private int blobsLeft;
        private long bytesDone;
        private long bytesTotal;

        void add(BlobId blob) {
            blobsTotal++;
            Optional<BlobManifest> whole = blobs.manifest(blob);
            if (whole.isPresent()) {
                blobsDone++;
                bytesDone += whole.get().length();
                bytesTotal += whole.get().length();
            } else {
                Optional<Coming> coming = blobs.coming(blob);
                bytesDone += coming.map(Coming::bytesDone).orElse(0L);
                bytesTotal += coming.map(Coming::bytesTotal).orElse(0L);
                blobsLeft += coming.filter(Coming::isLeftAlone).isPresent() ? 1 : 0;
            }
        }

        FetchProgress progress() {
            return new FetchProgress(documentsDone, documents, blobsDone, blobsTotal, blobsLeft, bytesDone, bytesTotal);
        }
    }
}
