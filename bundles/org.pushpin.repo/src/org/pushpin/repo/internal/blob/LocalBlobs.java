// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.document.Listeners;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.replication.Replica.Accepted;
import org.pushpin.repo.internal.replication.Replica.Wanted;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.StorageException;

/** Blobs of this profile: imports, downloads, reads. Holds a chunk of each in memory at a time. Any thread. */
public final class LocalBlobs implements Blobs {

    private final Services services;
    private final Lanes lanes;
    private final Downloads downloads;
    private final Stopped stopped;
    private final Collector collector;
    private final Consumer<BlobId> resumed;
    private final Listeners<Blob> arrivals = new Listeners<>();
    private final Listeners<Coming> comings = new Listeners<>();
    private final Listeners<BlobId> departures = new Listeners<>();

    /**
     * @param links what is linked to
     * @param resumed is told what may be fetched again
     */
    public LocalBlobs(Services services, Links links, Consumer<BlobId> resumed) throws StorageException {
        this.services = services;
        this.resumed = resumed;
        lanes = new Lanes(services.scheduler());
        stopped = new Stopped(services);
        downloads = new Downloads(lanes, this::store, services.scheduler()::now, new Host());
        collector = new Collector(services, links, departures::tell);
    }

    private final class Host implements Downloads.Host {

        @Override
        public void arrived(BlobManifest manifest) {
            LocalBlobs.this.arrived(manifest);
        }

        @Override
        public void moved(Coming coming) {
            if (coming.pace() == Pace.FAILED) {
                services.notices().accept(new Notice(Notice.Kind.REFUSED, Optional.empty(), "A file that was being fetched could not be stored: "
                        + coming.problem() + " It is tried again from time to time.", Optional.empty()));
            }
            comings.tell(coming);
        }

        @Override
        public boolean isStopped(BlobId blob) {
            return stopped.contains(blob);
        }
    }

    private BlobStore store() throws IOException {
        try {
            return services.commits().storage().blobs();
        } catch (StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Collects now and then what nothing links to. */
    public void start() {
        collector.start();
    }

    @Override
    public CompletionStage<Blob> importFile(Path file, LongConsumer progress) {
        return lanes.run(new Importing(this::store, this::arrived, file, progress));
    }

    @Override
    public CompletionStage<Blob> importBytes(byte[] content) {
        byte[] own = content.clone();
        return lanes.any(() -> {
            try (BlobStore.Import target = store().begin()) {
                target.write(ByteBuffer.wrap(own));
                return arrived(target.finish());
            }
        });
    }

    private Blob arrived(BlobManifest manifest) {
        Blob blob = new Blob(manifest.blob(), manifest.length());
        collector.pardon(blob.id());
        arrivals.tell(blob);
        return blob;
    }

    @Override
    public CompletionStage<Path> exportTo(BlobId id, Path file, LongConsumer progress) {
        return lanes.run(new Exporting(this::store, this::failed, id, file, progress));
    }

    @Override
    public Optional<Blob> find(BlobId id) {
        return manifest(id).map(manifest -> new Blob(id, manifest.length()));
    }

    /** Of a blob that is here whole. */
    public Optional<BlobManifest> manifest(BlobId id) {
        try {
            return store().manifest(id);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream read(BlobId id) throws IOException {
        BlobManifest manifest = store().manifest(id).orElseThrow(() -> new IOException("The file is not here yet."));
        return new BlobStream(this::store, this::failed, id, manifest.length());
    }

    /** It could not be read: if it was set aside, it has to come again. */
    private void failed(BlobId id) {
        if (manifest(id).isEmpty()) {
            departures.tell(id);
        }
    }

    @Override
    public Subscription arrivals(Consumer<Blob> listener) {
        return arrivals.add(listener);
    }

    /** Is told, on any thread, what is not here any more. */
    public Subscription departures(Consumer<BlobId> listener) {
        return departures.add(listener);
    }

    @Override
    public Optional<Coming> coming(BlobId id) {
        return downloads.coming(id);
    }

    @Override
    public Subscription comings(Consumer<Coming> listener) {
        return comings.add(listener);
    }

    @Override
    public void stop(BlobId id) {
        if (stopped.add(id)) {
            downloads.letGo(id);
        }
    }

    @Override
    public void resume(BlobId id) {
        stopped.remove(id);
        downloads.retry(id);
        resumed.accept(id);
    }

    @Override
    public CompletionStage<List<Unlinked>> unlinked() {
        return collector.look();
    }

    @Override
    public CompletionStage<List<Unlinked>> collect(boolean early) {
        return collector.collect(early);
    }

    // For replication.

    /** A chunk of a blob that is here; empty if it is not. */
    public CompletionStage<Optional<Bytes>> chunk(BlobId blob, int index) {
        return lanes.any(() -> {
            Optional<BlobManifest> manifest = store().manifest(blob);
            if (manifest.isEmpty() || index < 0 || index >= manifest.get().chunks().size()) {
                return Optional.empty();
            }
            ByteBuffer content = ByteBuffer.allocate(manifest.get().chunkLength(index));
            try {
                int read = store().read(blob, (long) index * BlobManifest.CHUNK_BYTES, content);
                return read == content.capacity() ? Optional.of(Bytes.copy(content.flip())) : Optional.empty();
            } catch (IOException e) {
                failed(blob);
                throw e;
            }
        });
    }

    /** Whether a person has said that it is not to be fetched. */
    public boolean isStopped(BlobId blob) {
        return stopped.contains(blob);
    }

    /** It is not fetched because of a limit. */
    public void beyondLimit(BlobManifest manifest) {
        downloads.beyondLimit(manifest);
    }

    public CompletionStage<Wanted> want(BlobManifest manifest) {
        return downloads.want(manifest);
    }

    public CompletionStage<Accepted> accept(BlobManifest manifest, int index, Bytes content) {
        return downloads.accept(manifest, index, content);
    }

    /** Nothing links to it any more. What has come of it stays until it is collected. */
    public void abandon(BlobId blob) {
        downloads.letGo(blob);
    }

    /** Downloads go on after a restart. */
    public void close() {
        lanes.close();
        collector.close();
        downloads.close();
    }
}
