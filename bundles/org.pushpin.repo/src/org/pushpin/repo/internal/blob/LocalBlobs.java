// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.document.Listeners;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.StorageException;

/** Blobs of this profile: imports, downloads, reads. Holds a chunk of each in memory at a time. Any thread. */
final class LocalBlobs implements Blobs {

    private static final System.Logger LOG = System.getLogger(LocalBlobs.class.getName());
    private static final String LANE = "io/blobs-";

    /** Fewer than there are io threads, so that commits never wait for a large file. */
    private static final int LANES = 2;

    private final Services services;
    private final AtomicInteger next = new AtomicInteger();
    private final Listeners<Blob> arrivals = new Listeners<>();
    private final Map<BlobId, BlobStore.Download> downloads = new HashMap<>();
    private final Map<BlobId, BlobManifest> manifests = new HashMap<>();

    LocalBlobs(Services services) {
        this.services = services;
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(CompletableFuture<T> stage) throws IOException;
    }

    private <T> CompletableFuture<T> onIo(Work<T> work) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        services.scheduler().execute(LANE + Math.floorMod(next.getAndIncrement(), LANES), () -> {
            if (stage.isDone()) {
                return;
            }
            try {
                stage.complete(work.run(stage));
            } catch (IOException | RuntimeException e) {
                stage.completeExceptionally(e);
            }
        });
        return stage;
    }

    private BlobStore store() throws IOException {
        try {
            return services.commits().storage().blobs();
        } catch (StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public CompletionStage<Blob> importFile(Path file, LongConsumer progress) {
        return onIo(stage -> {
            try (FileChannel source = FileChannel.open(file); BlobStore.Import target = store().begin()) {
                copy(source, target, progress, stage);
                return arrived(target.finish());
            }
        });
    }

    private static void copy(FileChannel source, BlobStore.Import target, LongConsumer progress, CompletableFuture<Blob> stage)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BlobManifest.CHUNK_BYTES);
        long done = 0;
        while (source.read(buffer) >= 0) {
            if (stage.isCancelled()) {
                throw new IOException("The import was cancelled.");
            }
            buffer.flip();
            done += buffer.remaining();
            target.write(buffer);
            buffer.clear();
            progress.accept(done);
        }
    }

    @Override
    public CompletionStage<Blob> importBytes(byte[] content) {
        byte[] own = content.clone();
        return onIo(stage -> {
            try (BlobStore.Import target = store().begin()) {
                target.write(ByteBuffer.wrap(own));
                return arrived(target.finish());
            }
        });
    }

    private Blob arrived(BlobManifest manifest) {
        Blob blob = new Blob(manifest.blob(), manifest.length());
        arrivals.tell(blob);
        return blob;
    }

    @Override
    public Optional<Blob> find(BlobId id) {
        return manifest(id).map(manifest -> new Blob(id, manifest.length()));
    }

    Optional<BlobManifest> manifest(BlobId id) {
        try {
            return store().manifest(id);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream read(BlobId id) throws IOException {
        BlobStore store = store();
        BlobManifest manifest = store.manifest(id).orElseThrow(() -> new IOException("The file is not here yet."));
        return new BlobStream(store, id, manifest.length());
    }

    @Override
    public Subscription arrivals(Consumer<Blob> listener) {
        return arrivals.add(listener);
    }

    // For replication.

    CompletionStage<Optional<Bytes>> chunk(BlobId blob, int index) {
        return onIo(stage -> {
            Optional<BlobManifest> manifest = store().manifest(blob);
            if (manifest.isEmpty() || index < 0 || index >= manifest.get().chunks().size()) {
                return Optional.empty();
            }
            ByteBuffer content = ByteBuffer.allocate(manifest.get().chunkLength(index));
            int read = store().read(blob, (long) index * BlobManifest.CHUNK_BYTES, content);
            return read == content.capacity() ? Optional.of(Bytes.copy(content.flip())) : Optional.empty();
        });
    }

    /** How far a download is that this process has begun. */
    record Partial(long bytesDone, long bytesTotal) {}

    Partial partial(BlobId blob) {
        synchronized (downloads) {
            BlobManifest manifest = manifests.get(blob);
            if (manifest == null) {
                return new Partial(0, 0);
            }
            long missing = downloads.get(blob).missing().stream().mapToLong(manifest::chunkLength).sum();
            return new Partial(manifest.length() - missing, manifest.length());
        }
    }

    List<Integer> missing(BlobManifest manifest) {
        synchronized (downloads) {
            try {
                return isHere(manifest) ? List.of() : download(manifest).missing();
            } catch (IOException e) {
                return List.of();
            }
        }
    }

    private boolean isHere(BlobManifest manifest) throws IOException {
        return store().manifest(manifest.blob()).isPresent();
    }

    private BlobStore.Download download(BlobManifest manifest) throws IOException {
        BlobId blob = manifest.blob();
        BlobStore.Download open = downloads.get(blob);
        if (open == null) {
            open = store().download(manifest);
            downloads.put(blob, open);
            manifests.put(blob, manifest);
        }
        return open;
    }

    CompletionStage<Boolean> accept(BlobManifest manifest, int index, Bytes content) {
        return onIo(stage -> {
            synchronized (downloads) {
                if (isHere(manifest)) {
                    return true;
                }
                BlobStore.Download download = download(manifest);
                try {
                    if (!download.accept(index, content)) {
                        return false;
                    }
                    if (!download.missing().isEmpty() || !download.finish()) {
                        return true;
                    }
                } catch (IOException e) {
                    forget(manifest.blob());
                    throw e;
                }
                forget(manifest.blob());
            }
            arrived(manifest);
            return true;
        });
    }

    private void forget(BlobId blob) throws IOException {
        manifests.remove(blob);
        try (BlobStore.Download download = downloads.remove(blob)) {
            LOG.log(System.Logger.Level.DEBUG, "{0} is downloaded, or must be begun again", blob);
        }
    }

    /** Downloads go on after a restart. */
    void close() {
        synchronized (downloads) {
            for (BlobStore.Download download : downloads.values()) {
                try {
                    download.close();
                } catch (IOException e) {
                    LOG.log(System.Logger.Level.WARNING, e.getMessage());
                }
            }
            downloads.clear();
            manifests.clear();
        }
    }
}
