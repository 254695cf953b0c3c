// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.WriterHead;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.blob.LocalBlobs;
import org.pushpin.repo.internal.document.Listeners;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.OpenDocument.Clock;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replica;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Write;

/** The documents of a profile as replication sees them. A document is opened only to change it, or to know its inside. */
final class DocumentReplica implements Replica {

    private static final String LANE = Node.LANE;
    private static final System.Logger LOG = System.getLogger(DocumentReplica.class.getName());
    /** With so many documents as context a file can be asked for from everybody who has it, or nearly. */
    private static final int LINKING = 256;
    private static final Fingerprint NOTHING = Fingerprint.of(List.of());

    private final Services services;
    private final Documents documents;
    private final LinkGraph links;
    private final LocalBlobs blobs;
    private final Acknowledgements acknowledgements;
    private final Listeners<DocumentId> listeners = new Listeners<>();

    DocumentReplica(Services services, Documents documents, LinkGraph links, LocalBlobs blobs, Acknowledgements acknowledgements) {
        this.services = services;
        this.documents = documents;
        this.links = links;
        this.blobs = blobs;
        this.acknowledgements = acknowledgements;
    }

    /** Tells replication about a document, on its lane. */
    void changed(DocumentId document) {
        services.scheduler().execute(LANE, () -> listeners.tell(document));
    }

    private Slot slot(DocumentId document) {
        return documents.slot(document).orElseThrow(() -> new IllegalArgumentException("unknown document " + document));
    }

    private Optional<OpenDocument> open(DocumentId document) {
        try {
            return documents.open(document);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be opened: {1}", document, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Collection<DocumentId> documents() {
        return documents.all().stream().map(slot -> slot.id).toList();
    }

    @Override
    public boolean wanted(DocumentId document) {
        return !slot(document).isHere();
    }

    @Override
    public DocumentSecret secret(DocumentId document) {
        return slot(document).secret;
    }

    @Override
    public Optional<Bytes> genesis(DocumentId document) {
        try {
            return documents.genesis(slot(document));
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "the Genesis of {0} cannot be read: {1}", document, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean acceptGenesis(DocumentId document, Bytes genesis) {
        Slot slot = slot(document);
        if (slot.isHere()) {
            return true;
        }
        try {
            if (!Genesis.decode(genesis).id().equals(document)) {
                return false;
            }
        } catch (FormatException e) {
            LOG.log(System.Logger.Level.DEBUG, "refused a genesis: {0}", e.getMessage());
            return false;
        }
        slot.unsavedGenesis = Optional.of(genesis);
        slot.here(true);
        services.commits().submit(List.of(Documents.wanted(document, slot.secret), new Write.Genesis(document, genesis)), LANE, failure -> {
            slot.here(failure.isEmpty());
            slot.unsavedGenesis = Optional.empty();
        });
        return true;
    }

    @Override
    public List<WriterHead> clock(DocumentId document) {
        Optional<Clock> open = slot(document).open().map(OpenDocument::clock);
        return open.isPresent() ? open.get().heads() : storedClock(document);
    }

    private List<WriterHead> storedClock(DocumentId document) {
        try {
            List<StoredWriter> writers = services.commits().storage().writers(document);
            if (writers.stream().anyMatch(writer -> writer.sequence() == 0)) {
                return open(document).map(opened -> opened.clock().heads()).orElse(List.of());
            }
            return writers.stream().map(writer -> new WriterHead(writer.writer().actor(), writer.sequence(), writer.head())).sorted()
                    .toList();
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "the clock of {0} cannot be read: {1}", document, e.getMessage());
            return List.of();
        }
    }

    @Override
    public Fingerprint fingerprint(DocumentId document) {
        Slot slot = slot(document);
        return slot.open().map(open -> open.clock().fingerprint()).or(() -> slot.fingerprint).orElse(NOTHING);
    }

    @Override
    public boolean contains(DocumentId document, ClockEntry change) {
        for (WriterHead head : clock(document)) {
            if (head.clockEntry().equals(change)) {
                return true;
            }
        }
        return open(document).filter(opened -> opened.contains(change)).isPresent();
    }

    @Override
    public Page batches(DocumentId document, Map<Bytes, Long> covered, long afterRevision, long limitBytes) {
        List<Carried> wanted = new ArrayList<>();
        long last = afterRevision;
        long bytes = 0;
        try {
            if (needsFolded(document, covered, afterRevision)) {
                return new Page(List.of(), afterRevision, false, true);
            }
            for (List<StoredBatch> rows = rows(document, last, limitBytes); !rows.isEmpty(); rows = rows(document, last, limitBytes)) {
                for (StoredBatch row : rows) {
                    if (bytes > limitBytes) {
                        return new Page(wanted, last, true);
                    }
                    if (isSnapshot(row) && lacksAny(document, covered)) {
                        return new Page(wanted, last, !wanted.isEmpty(), wanted.isEmpty());
                    }
                    last = row.revision();
                    if (isNeeded(row, covered)) {
                        wanted.add(new Carried(row.header(), row.body()));
                        bytes += row.body().length();
                    }
                }
            }
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "batches of {0} cannot be read: {1}", document, e.getMessage());
        }
        return new Page(wanted, last, false);
    }

    private List<StoredBatch> rows(DocumentId document, long after, long limitBytes) throws StorageException {
        return services.commits().storage().batches(document, after, limitBytes);
    }

    /** What was folded below our own snapshot is known by its headers, without opening the document. */
    private boolean needsFolded(DocumentId document, Map<Bytes, Long> covered, long afterRevision) throws StorageException {
        Storage storage = services.commits().storage();
        if (storage.snapshotRevision(document) <= afterRevision) {
            return false;
        }
        Map<WriterId, Long> folded = new HashMap<>();
        storage.headers(document).forEach(header -> folded.merge(header.writer(), header.sequence(), Math::max));
        boolean unclear = false;
        for (StoredWriter writer : storage.writers(document)) {
            long sequence = folded.getOrDefault(writer.writer(), writer.sequence());
            if (sequence > covered.getOrDefault(writer.writer().actor(), 0L)) {
                return true;
            }
            unclear |= writer.sequence() == 0;
        }
        return unclear && lacksAny(document, covered);
    }

    private boolean lacksAny(DocumentId document, Map<Bytes, Long> covered) {
        return clock(document).stream().anyMatch(head -> head.seq() > covered.getOrDefault(head.writer(), 0L));
    }

    /** A snapshot from somebody else that has not been folded yet: it is not passed on, but made anew. */
    private static boolean isSnapshot(StoredBatch row) {
        return row.toSequence() == 0 && row.state() == Write.State.APPLIED;
    }

    private static boolean isNeeded(StoredBatch row, Map<Bytes, Long> covered) {
        boolean applied = row.state() == Write.State.APPLIED || row.state() == Write.State.FORKED;
        return applied && row.toSequence() > covered.getOrDefault(row.writer().actor(), 0L);
    }

    @Override
    public CompletionStage<CaughtUp> catchUp(DocumentId document, List<ClockEntry> theirs) {
        return open(document).map(opened -> opened.catchUp(theirs))
                .orElseGet(() -> CompletableFuture.failedFuture(new StorageException("the document cannot be opened")));
    }

    @Override
    public CompletionStage<Ingested> ingest(DocumentId document, Bytes header, Bytes body) {
        if (wanted(document)) {
            return CompletableFuture.completedFuture(Ingested.REFUSED);
        }
        return open(document).map(opened -> opened.ingest(header, body)).orElseGet(
                () -> CompletableFuture.failedFuture(new StorageException("the document cannot be opened")));
    }

    @Override
    public void acknowledged(Bytes peer, DocumentId document, Fingerprint fingerprint) {
        acknowledgements.acknowledged(peer, document, fingerprint);
    }

    @Override
    public void lacks(Bytes peer, DocumentId document, Fingerprint fingerprint) {
        acknowledgements.lacks(peer, document, fingerprint);
    }

    @Override
    public Collection<BlobId> blobs(DocumentId document) {
        return links.of(document).blobs();
    }

    @Override
    public Optional<BlobManifest> manifest(BlobId blob) {
        return blobs.manifest(blob);
    }

    @Override
    public CompletionStage<Optional<Bytes>> chunk(BlobId blob, int index) {
        return blobs.chunk(blob, index);
    }

    /** What a person has stopped does not count as followed. */
    @Override
    public CompletionStage<Wanted> want(BlobManifest manifest) {
        if (blobs.isStopped(manifest.blob()) || links.mayFetch(manifest.blob(), manifest.length())) {
            return blobs.want(manifest);
        }
        blobs.beyondLimit(manifest);
        return CompletableFuture.completedFuture(new Wanted.LeftAlone(Optional.empty()));
    }

    @Override
    public void abandon(BlobId blob) {
        blobs.abandon(blob);
    }

    /** What is linked to and was lost is fetched again from whoever has it. */
    @Override
    public Subscription departures(Consumer<BlobId> listener) {
        return blobs.departures(blob -> services.scheduler().execute(LANE, () -> {
            listener.accept(blob);
            changed(blob);
        }));
    }

    /** Tells replication about what links to a blob: it may be fetched now. */
    void changed(BlobId blob) {
        try {
            links.linking(blob, LINKING).forEach(this::changed);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "what links to a file cannot be read: {0}", e.getMessage());
        }
    }

    @Override
    public CompletionStage<Accepted> acceptChunk(BlobManifest manifest, int index, Bytes content) {
        return blobs.accept(manifest, index, content);
    }

    @Override
    public Subscription changes(Consumer<DocumentId> listener) {
        return listeners.add(listener);
    }
}
