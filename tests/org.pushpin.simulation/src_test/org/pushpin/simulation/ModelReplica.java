// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DeviceSeed;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.WriterHead;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replica;

/**
 * A replica without a CRDT: signed batches with real dependencies, forks and links, on a disk whose commits take time and
 * whose uncommitted writes a crash loses. Small, so that thousands of runs are cheap.
 */
final class ModelReplica implements Replica {
    private final ModelDisk disk;
    private final SimulatedScheduler scheduler;
    private final Random random;
    private final DeviceSeed seed;
    private final boolean savedBeforeStored;
    private final BiConsumer<DocumentId, Bytes> saved;
    private final Map<DocumentId, ModelDocument> documents = new HashMap<>();
    private final Map<DocumentId, ModelChange> newestOwn = new HashMap<>();
    private final Set<Bytes> coming = new HashSet<>();
    private final List<Consumer<DocumentId>> listeners = new ArrayList<>();
    private final List<Runnable> commit = new ArrayList<>();

    /**
     * @param savedBeforeStored the fault that the oracle must find: edits are said to be saved before they are
     * @param saved told the hash of every local edit that the person sees as saved
     */
    ModelReplica(ModelDisk disk, SimulatedScheduler scheduler, Random random, DeviceSeed seed, boolean savedBeforeStored,
            BiConsumer<DocumentId, Bytes> saved) {
        this.disk = disk;
        this.scheduler = scheduler;
        this.random = random;
        this.seed = seed;
        this.savedBeforeStored = savedBeforeStored;
        this.saved = saved;
        disk.documents.forEach((id, stored) -> {
            ModelDocument document = document(id);
            stored.changes.forEach(change -> {
                document.take(change);
                own(id, change);
            });
        });
    }

    private ModelDocument document(DocumentId id) {
        return documents.computeIfAbsent(id, key -> new ModelDocument());
    }

    private void own(DocumentId id, ModelChange change) {
        if (change.header().writer().key().equals(writer(id).publicKey())) {
            ModelChange newest = newestOwn.get(id);
            if (newest == null || newest.sequence() < change.sequence()) {
                newestOwn.put(id, change);
            }
        }
    }

    private SigningKey writer(DocumentId id) {
        return seed.writerKey(id, Bytes.zeros(DeviceSeed.INCARNATION_LENGTH));
    }

    // ---- what a person does

    /** A new document without changes, durable when it returns. */
    ModelChange.Link create() {
        SigningKey key = SigningKey.fromSeed(random(SigningKey.SEED_LENGTH));
        return create(key, DocumentSecret.of(random(DocumentSecret.LENGTH)));
    }

    private ModelChange.Link create(SigningKey key, DocumentSecret secret) {
        DocumentId id = new DocumentId(key.publicKey());
        want(id, secret);
        WriterId writer = new WriterId(writer(id).publicKey());
        disk.documents.get(id).genesis = Genesis.sign(key, writer, Genesis.Policy.SECRET_HOLDERS).encode();
        tell(id);
        return new ModelChange.Link(id, secret);
    }

    void want(DocumentId id, DocumentSecret secret) {
        if (disk.documents.putIfAbsent(id, new ModelDisk.Stored(secret)) == null) {
            document(id);
            tell(id);
        }
    }

    /** A change that links to a new document, which becomes durable with it. */
    void editWithNew(DocumentId id) {
        SigningKey key = SigningKey.fromSeed(random(SigningKey.SEED_LENGTH));
        DocumentSecret secret = DocumentSecret.of(random(DocumentSecret.LENGTH));
        commit(() -> create(key, secret));
        edit(id, List.of(new ModelChange.Link(new DocumentId(key.publicKey()), secret)), List.of());
    }

    /** One change; said to be saved when it is durable. */
    void edit(DocumentId id, List<ModelChange.Link> links, List<BlobId> blobs) {
        Bytes genesis = disk.documents.get(id).genesis;
        if (genesis == null) {
            return;
        }
        ModelChange before = newestOwn.get(id);
        List<Bytes> tips = new ArrayList<>(document(id).tips());
        Bytes prev = before == null ? Bytes.zeros(32) : before.hash();
        tips.remove(prev);
        ModelChange change = ModelChange.make(writer(id), id, before == null ? 1 : before.sequence() + 1, prev,
                Hashes.sha256("authority", id.key()), tips.subList(0, Math.min(50, tips.size())), links, blobs, random(random.nextInt(200)));
        newestOwn.put(id, change);
        if (savedBeforeStored) {
            saved.accept(id, change.hash());
        }
        commit(() -> {
            store(id, change);
            if (!savedBeforeStored) {
                saved.accept(id, change.hash());
            }
        });
    }

    BlobId addBlob(int bytes) {
        List<Bytes> chunks = new ArrayList<>();
        for (int left = bytes; left > 0; left -= BlobManifest.CHUNK_BYTES) {
            chunks.add(random(Math.min(left, BlobManifest.CHUNK_BYTES)));
        }
        BlobId blob = manifest(chunks).blob();
        disk.blobs.put(blob, chunks);
        return blob;
    }

    private Bytes random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    // ---- the disk

    /** Commits in order, in groups, each taking its time. */
    private void commit(Runnable write) {
        commit.add(write);
        if (commit.size() == 1) {
            scheduler.after(Duration.ofNanos(500_000 + random.nextInt(8_000_000)), "disk", () -> {
                List<Runnable> group = List.copyOf(commit);
                commit.clear();
                group.forEach(Runnable::run);
            });
        }
    }

    private List<ModelChange> store(DocumentId id, ModelChange change) {
        disk.documents.get(id).changes.add(change);
        own(id, change);
        List<ModelChange> applied = document(id).take(change);
        applied.forEach(each -> each.documents().forEach(link -> want(link.document(), link.secret())));
        tell(id);
        return applied;
    }

    private void tell(DocumentId id) {
        scheduler.execute(Node.LANE, () -> listeners.forEach(listener -> listener.accept(id)));
    }

    // ---- what replication asks

    @Override
    public Collection<DocumentId> documents() {
        return List.copyOf(disk.documents.keySet());
    }

    @Override
    public boolean wanted(DocumentId document) {
        return disk.documents.get(document).genesis == null;
    }

    @Override
    public DocumentSecret secret(DocumentId document) {
        return disk.documents.get(document).secret;
    }

    @Override
    public Optional<Bytes> genesis(DocumentId document) {
        return Optional.ofNullable(disk.documents.get(document).genesis);
    }

    @Override
    public boolean acceptGenesis(DocumentId document, Bytes genesis) {
        try {
            boolean right = Genesis.decode(genesis).id().equals(document);
            if (right) {
                disk.documents.get(document).genesis = genesis;
                tell(document);
            }
            return right;
        } catch (FormatException broken) {
            return false;
        }
    }

    @Override
    public List<WriterHead> clock(DocumentId document) {
        return document(document).clock();
    }

    @Override
    public Fingerprint fingerprint(DocumentId document) {
        return document(document).fingerprint();
    }

    @Override
    public boolean contains(DocumentId document, ClockEntry change) {
        return document(document).contains(change);
    }

    @Override
    public Page batches(DocumentId document, Map<Bytes, Long> covered, long afterRevision, long limitBytes) {
        List<ModelChange> all = disk.documents.get(document).changes;
        List<Carried> page = new ArrayList<>();
        int at = (int) afterRevision;
        for (long bytes = 0; at < all.size() && bytes <= limitBytes / 64; at++) {
            ModelChange change = all.get(at);
            if (document(document).applied(change.hash()) && change.sequence() > covered.getOrDefault(change.actor(), 0L)) {
                page.add(new Carried(change.headerBytes(), change.body()));
                bytes += change.body().length();
            }
        }
        return new Page(page, at, at < all.size());
    }

    /** A model's log is never folded. */
    @Override
    public CompletionStage<CaughtUp> catchUp(DocumentId document, List<ClockEntry> theirs) {
        throw new AssertionError("nothing was folded");
    }

    @Override
    public CompletionStage<Ingested> ingest(DocumentId document, Bytes header, Bytes body) {
        ModelChange change;
        try {
            change = ModelChange.read(header, body);
        } catch (FormatException broken) {
            return CompletableFuture.completedFuture(Ingested.REFUSED);
        }
        if (document(document).has(change.hash()) || !coming.add(change.hash())) {
            return CompletableFuture.completedFuture(Ingested.KNOWN);
        }
        CompletableFuture<Ingested> done = new CompletableFuture<>();
        commit(() -> {
            coming.remove(change.hash());
            boolean applied = store(document, change).contains(change);
            done.complete(applied ? Ingested.STORED : Ingested.WAITING);
        });
        return done;
    }

    @Override
    public void acknowledged(Bytes peer, DocumentId document, Fingerprint fingerprint) {
    }

    @Override
    public void lacks(Bytes peer, DocumentId document, Fingerprint fingerprint) {
    }

    @Override
    public Collection<BlobId> blobs(DocumentId document) {
        return document(document).blobs();
    }

    @Override
    public Optional<BlobManifest> manifest(BlobId blob) {
        return Optional.ofNullable(disk.blobs.get(blob)).map(ModelReplica::manifest);
    }

    private static BlobManifest manifest(List<Bytes> chunks) {
        return new BlobManifest(chunks.stream().mapToLong(Bytes::length).sum(),
                chunks.stream().map(BlobManifest::chunkHash).toList());
    }

    @Override
    public CompletionStage<Optional<Bytes>> chunk(BlobId blob, int index) {
        return CompletableFuture.completedFuture(Optional.ofNullable(disk.blobs.get(blob)).map(chunks -> chunks.get(index)));
    }

    @Override
    public CompletionStage<Wanted> want(BlobManifest manifest) {
        if (disk.blobs.containsKey(manifest.blob())) {
            return CompletableFuture.completedFuture(new Wanted.Here());
        }
        TreeMap<Integer, Bytes> here = disk.partial.computeIfAbsent(manifest.blob(), blob -> new TreeMap<>());
        return CompletableFuture.completedFuture(new Wanted.Missing(
                IntStream.range(0, manifest.chunks().size()).filter(index -> !here.containsKey(index)).boxed().toList()));
    }

    @Override
    public void abandon(BlobId blob) {
    }

    @Override
    public Subscription departures(Consumer<BlobId> listener) {
        return () -> { };
    }

    @Override
    public CompletionStage<Accepted> acceptChunk(BlobManifest manifest, int index, Bytes content) {
        CompletableFuture<Accepted> done = new CompletableFuture<>();
        commit(() -> {
            boolean right = manifest.matches(index, content);
            TreeMap<Integer, Bytes> here = disk.partial.computeIfAbsent(manifest.blob(), blob -> new TreeMap<>());
            if (right) {
                here.put(index, content);
                if (here.size() == manifest.chunks().size()) {
                    disk.blobs.put(manifest.blob(), List.copyOf(here.values()));
                    disk.partial.remove(manifest.blob());
                }
            }
            done.complete(right ? Accepted.KEPT : Accepted.REFUSED);
        });
        return done;
    }

    @Override
    public Subscription changes(Consumer<DocumentId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
