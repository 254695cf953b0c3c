// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

import org.pushpin.crdt.Edit;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocumentEvent;
import org.pushpin.repo.DurableDocument;
import org.pushpin.repo.FetchProgress;
import org.pushpin.repo.LinkLimits;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Peers;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.SyncStatus;
import org.pushpin.repo.internal.backup.BackupFile;
import org.pushpin.repo.internal.blob.LocalBlobs;
import org.pushpin.repo.internal.commit.GroupCommit;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.profile.Device;
import org.pushpin.repo.internal.replication.ConnectedPeers;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replica;
import org.pushpin.repo.internal.replication.Replication;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/** The repo of a profile, put together from its parts. Any thread. */
public final class OpenRepo implements Repo {

    private static final System.Logger LOG = System.getLogger(OpenRepo.class.getName());
    private static final String BACKUP = "io/backup";
    private static final Duration LOOK_SOON = Duration.ofMillis(50);
    private static final Duration LOOK_LATER = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final GroupCommit commits;
    private final Device device;
    private final Documents documents;
    private final Watching watching;
    private final LinkGraph links;
    private final LocalBlobs blobs;
    private final Acknowledgements acknowledgements;
    private final DocumentReplica replica;
    private final Replication replication;
    private final ConnectedPeers peers;
    private final Notices notices;
    private final Settings settings;
    private final Opening opening;
    private final Map<Fetch, Boolean> fetches = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenRepo(RepoParts parts) throws StorageException {
        scheduler = parts.scheduler();
        AtomicBoolean ready = new AtomicBoolean();
        commits = new GroupCommit(scheduler, () -> parts.storage().open(parts.profile()), () -> ready.get() ? renew() : List.of());
        device = Device.open(commits.storage(), parts.sessions(), parts.random());
        ready.set(true);
        notices = new Notices(scheduler, commits);
        settings = new Settings(commits);
        Services services = new Services(scheduler, commits, device, notices::tell, new Observer());
        documents = new Documents(services, notices::tellDamage);
        watching = new Watching(services, documents);
        links = new LinkGraph(services, documents, this::linked, this::lookSoon);
        blobs = new LocalBlobs(services, new BlobLinks(services, documents, links), this::resumed);
        acknowledgements = new Acknowledgements(services);
        replica = new DocumentReplica(services, documents, links, blobs, acknowledgements);
        blobs.arrivals(blob -> lookSoon());
        blobs.comings(coming -> look(coming.isLeftAlone() ? LOOK_SOON : LOOK_LATER));
        notices.tellDamage();
        replication = new Replication(new Node(replica, scheduler, device.key(), parts.random()), notices::tell);
        opening = new Opening(scheduler, documents, id -> replication.reach(id).complete() > 0);
        replication.subscribe(this::reached);
        links.start();
        blobs.start();
        peers = new ConnectedPeers(replication, () -> parts.transports().stream().findFirst());
    }

    /** Opens a profile; its lock is held by the caller. @throws StorageException fit to be shown */
    public static OpenRepo open(RepoParts parts) throws StorageException {
        return new OpenRepo(parts);
    }

    private final class Observer implements Services.Observer {

        @Override
        public void stored(OpenDocument document) {
            documents.slot(document.id()).ifPresent(slot -> slot.fingerprint = Optional.of(document.clock().fingerprint()));
            links.stored(document);
            watching.stored(document.id());
            replica.changed(document.id());
            opening.progressed(document.id());
            lookSoon();
        }

        @Override
        public void used(OpenDocument document) {
            documents.used(document);
        }

        @Override
        public void lost(OpenDocument document) {
            documents.forget(document.id());
        }
    }

    /** The seam to replication, for tests. */
    public Replica replica() {
        return replica;
    }

    /** Folds a document's log now, whether or not it is worth while; if it is here. */
    public void fold(DocumentId document) {
        try {
            documents.open(document).ifPresent(OpenDocument::fold);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be folded: {1}", document, e.getMessage());
        }
    }

    /** How many documents are kept open though nobody may hold them. */
    public int keptOpen() {
        return documents.keptOpen();
    }

    /** What other devices know this one by. */
    public DeviceId device() {
        return new DeviceId(device.key().publicKey());
    }

    // Documents.

    @Override
    public DocHandle create(String message, Consumer<Edit> content) {
        OpenDocument document = documents.create(fresh -> fresh.changeSilently(message, content));
        links.root(document.id());
        return document;
    }

    @Override
    public CompletionStage<DocHandle> open(DocumentUrl url) {
        DocumentId id = url.id();
        if (documents.slot(id).isEmpty() && url.secret().isEmpty()) {
            return CompletableFuture.failedFuture(Documents.unavailable(id));
        }
        links.root(id);
        watching.opened(url);
        if (opening.isWhole(id)) {
            return opening.read(id);
        }
        url.secret().ifPresent(secret -> want(id, secret));
        CompletionStage<DocHandle> stage = opening.await(id);
        lookSoon();
        return stage;
    }

    private void want(DocumentId id, DocumentSecret secret) {
        if (documents.want(id, secret)) {
            commits.submit(List.of(Documents.wanted(id, secret)), LinkGraph.LANE, failure -> { });
            replica.changed(id);
        }
    }

    @Override
    public Optional<DocHandle> local(DocumentId document) {
        try {
            return documents.open(document).map(Function.identity());
        } catch (StorageException e) {
            notices.tell(new Notice(Notice.Kind.DAMAGE, Optional.of(document), e.getMessage(), Optional.empty()));
            return Optional.empty();
        }
    }

    @Override
    public List<DocumentId> documents() {
        return documents.all().stream().map(slot -> slot.id).toList();
    }

    @Override
    public Optional<DocumentUrl> url(DocumentId document, String contentType) {
        return documents.slot(document).map(slot -> DocumentUrl.of(document, contentType, slot.secret));
    }

    @Override
    public Map<DocumentId, Fingerprint> fingerprints() {
        return watching.fingerprints();
    }

    @Override
    public Optional<DurableDocument> durable(DocumentId document) {
        try {
            return watching.durable(document);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.DEBUG, "a document cannot be looked at: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Subscription watch(Consumer<DocumentEvent> listener) {
        return watching.add(listener);
    }

    /** Peers came, went, or said what they hold. */
    private void reached() {
        opening.reached();
        lookSoon();
    }

    private void resumed(BlobId blob) {
        scheduler.execute(LinkGraph.LANE, () -> replica.changed(blob));
    }

    private void linked(DocumentId id) {
        replica.changed(id);
        lookSoon();
    }

    // Fetching.

    @Override
    public CompletionStage<Void> fetch(DocumentUrl url, Consumer<FetchProgress> progress) {
        if (documents.slot(url.id()).isEmpty() && url.secret().isEmpty()) {
            return CompletableFuture.failedFuture(Documents.unavailable(url.id()));
        }
        links.root(url.id());
        url.secret().ifPresent(secret -> want(url.id(), secret));
        Fetch fetch = new Fetch(url.id(), links, blobs, documents, opening::isConfirmed, progress);
        fetches.put(fetch, true);
        fetch.done().whenComplete((nothing, failure) -> fetches.remove(fetch));
        lookSoon();
        return fetch.done();
    }

    @Override
    public List<DocumentId> linking(DocumentId document, int limit) {
        try {
            return links.linking(document, limit);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "what links to a document cannot be read: {0}", e.getMessage());
            return List.of();
        }
    }

    @Override
    public LinkLimits linkLimits() {
        return links.limits();
    }

    @Override
    public void followFurther() {
        links.followFurther();
    }

    private void lookSoon() {
        look(LOOK_SOON);
    }

    private void look(Duration delay) {
        if (!fetches.isEmpty() && looking.compareAndSet(false, true)) {
            scheduler.after(delay, LinkGraph.LANE, () -> {
                looking.set(false);
                fetches.keySet().forEach(Fetch::look);
            });
        }
    }

    @Override
    public SyncStatus status(DocumentId document) {
        Optional<Slot> slot = documents.slot(document);
        boolean saved = slot.flatMap(Slot::open).map(OpenDocument::saved).orElse(true);
        Set<DeviceId> holders = new HashSet<>();
        Set<DeviceId> behind = new HashSet<>();
        if (slot.isPresent() && slot.get().isHere()) {
            Fingerprint here = replica.fingerprint(document);
            acknowledgements.of(document).forEach((peer, held) ->
                    (saved && held.equals(here) ? holders : behind).add(new DeviceId(peer)));
        }
        Replication.Reach reach = replication.reach(document);
        return new SyncStatus(saved, reach.connected(), reach.withAll(), holders, behind);
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public Peers peers() {
        return peers;
    }

    @Override
    public Presence presence() {
        return replication.presence();
    }

    // Settings and notices.

    @Override
    public Optional<Bytes> setting(String name) {
        return settings.get(name);
    }

    @Override
    public void setting(String name, Bytes value) {
        settings.put(name, value);
    }

    @Override
    public Subscription notices(Consumer<Notice> listener) {
        return notices.add(listener);
    }

    /** After a failed commit nothing may be written under the old incarnation. */
    private List<Write> renew() {
        return device.renew();
    }

    // Backup.

    @Override
    public CompletionStage<Void> backup(Path file, LongConsumer progress) {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        flush().whenComplete((nothing, failure) -> scheduler.execute(BACKUP, () -> {
            try {
                BackupFile.write(commits.storage(), file, bytes -> {
                    if (stage.isDone()) {
                        throw new InterruptedIOException("The backup was cancelled.");
                    }
                    progress.accept(bytes);
                });
                stage.complete(null);
            } catch (IOException | StorageException | RuntimeException e) {
                stage.completeExceptionally(e);
            }
        }));
        return stage;
    }

    // Closing.

    /** Stores what is pending; the stage completes when all of it is durable or refused. */
    public CompletionStage<Void> flush() {
        return CompletableFuture.allOf(documents.flush().toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        close(CLOSING);
    }

    /** @param patience how long to wait for what is pending; none where the calling thread is the one that would store it */
    public void close(Duration patience) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        peers.close();
        replication.close();
        try {
            flush().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "closing did not wait for everything to be stored");
        }
        blobs.close();
        links.close();
        endSession();
        commits.close();
    }

    private void endSession() {
        try {
            Storage storage = commits.storage();
            acknowledgements.close(storage);
            device.close(storage);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "the session could not be ended: {0}", e.getMessage());
        }
    }
}
