// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs.Coming;
import org.pushpin.repo.Blobs.Pace;
import org.pushpin.repo.internal.replication.Replica.Accepted;
import org.pushpin.repo.internal.replication.Replica.Wanted;
import org.pushpin.storage.BlobStore;

/**
 * Blobs that come from peers. Each is touched on its own lane only, so nobody holds a lock while a disk works; how far it is, is
 * told from memory. Any thread may ask.
 */
final class Downloads {

    /** How long a blob is left alone that could not be stored. */
    static final Duration AGAIN = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(Downloads.class.getName());

    private final Lanes lanes;
    private final Lanes.Task<BlobStore> store;
    private final Supplier<Instant> clock;
    private final Host host;
    private final Map<BlobId, Open> open = new ConcurrentHashMap<>();
    private final Map<BlobId, Failure> failures = new ConcurrentHashMap<>();
    /** What is beyond a limit, and how far was what is not open any more; at least 0 of 0 bytes. */
    private final Set<BlobId> beyond = ConcurrentHashMap.newKeySet();
    private final Map<BlobId, Progress> before = new ConcurrentHashMap<>();

    /** Who wants to know. On the blob's lane, or on a caller's thread. */
    interface Host {

        void arrived(BlobManifest manifest);

        void moved(Coming coming);

        boolean isStopped(BlobId blob);
    }

    private record Open(BlobManifest manifest, BlobStore.Download download) {
        Progress progress() {
            return new Progress(manifest.length() - download.missingBytes(), manifest.length());
        }
    }

    private record Failure(String problem, Instant at) {}

    private record Progress(long done, long total) {}

    Downloads(Lanes lanes, Lanes.Task<BlobStore> store, Supplier<Instant> clock, Host host) {
        this.lanes = lanes;
        this.store = store;
        this.clock = clock;
        this.host = host;
    }

    /** Begins a download or goes on with one, which reads all that has come of it. */
    CompletionStage<Wanted> want(BlobManifest manifest) {
        BlobId blob = manifest.blob();
        beyond.remove(blob);
        return lanes.of(blob, () -> {
            Optional<Wanted> left = leftAlone(blob);
            if (left.isPresent()) {
                return left.get();
            }
            try {
                return isHere(manifest) ? new Wanted.Here() : missing(manifest);
            } catch (IOException e) {
                return failed(manifest, e);
            }
        });
    }

    private Optional<Wanted> leftAlone(BlobId blob) {
        Failure failure = failures.get(blob);
        if (host.isStopped(blob)) {
            return Optional.of(new Wanted.LeftAlone(Optional.empty()));
        }
        Duration since = failure == null ? AGAIN : Duration.between(failure.at(), clock.get());
        return since.compareTo(AGAIN) < 0 && !since.isNegative() ? Optional.of(new Wanted.LeftAlone(Optional.of(AGAIN.minus(since))))
                : Optional.empty();
    }

    private boolean isHere(BlobManifest manifest) throws IOException {
        return store.run().manifest(manifest.blob()).isPresent();
    }

    private Wanted missing(BlobManifest manifest) throws IOException {
        Open begun = begun(manifest);
        if (finish(begun)) {
            return new Wanted.Here();
        }
        List<Integer> missing = begun.download().missing();
        tell(manifest.blob());
        return new Wanted.Missing(missing);
    }

    private Open begun(BlobManifest manifest) throws IOException {
        Open known = open.get(manifest.blob());
        if (known == null) {
            known = new Open(manifest, store.run().download(manifest));
            failures.remove(manifest.blob());
            open.put(manifest.blob(), known);
        }
        return known;
    }

    private boolean finish(Open begun) throws IOException {
        if (begun.download().missingBytes() > 0 || !begun.download().finish()) {
            return false;
        }
        close(begun.manifest().blob());
        before.remove(begun.manifest().blob());
        host.arrived(begun.manifest());
        return true;
    }

    CompletionStage<Accepted> accept(BlobManifest manifest, int index, Bytes content) {
        BlobId blob = manifest.blob();
        return lanes.of(blob, () -> {
            if (leftAlone(blob).isPresent()) {
                return Accepted.LEFT_ALONE;
            }
            try {
                if (isHere(manifest)) {
                    return Accepted.KEPT;
                }
                Open begun = begun(manifest);
                if (!begun.download().accept(index, content)) {
                    return Accepted.REFUSED;
                }
                if (!finish(begun)) {
                    tell(blob);
                }
                return Accepted.KEPT;
            } catch (IOException e) {
                failed(manifest, e);
                return Accepted.LEFT_ALONE;
            }
        });
    }

    private Wanted failed(BlobManifest manifest, IOException e) {
        LOG.log(System.Logger.Level.WARNING, "a file cannot be stored: {0}", e.getMessage());
        failures.put(manifest.blob(), new Failure(String.valueOf(e.getMessage()), clock.get()));
        before.putIfAbsent(manifest.blob(), new Progress(0, manifest.length()));
        close(manifest.blob());
        tell(manifest.blob());
        return new Wanted.LeftAlone(Optional.of(AGAIN));
    }

    /** Lets go of a download; what has come of it stays. On its lane. */
    private void close(BlobId blob) {
        Open begun = open.remove(blob);
        try {
            if (begun != null) {
                before.put(blob, begun.progress());
                begun.download().close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a download cannot be closed: {0}", e.getMessage());
        }
    }

    /** Nobody wants it any more, or not now; completes when its file is closed. */
    CompletableFuture<Void> letGo(BlobId blob) {
        beyond.remove(blob);
        return lanes.of(blob, () -> {
            close(blob);
            tell(blob);
            return null;
        });
    }

    /** It is not fetched because of a limit. */
    void beyondLimit(BlobManifest manifest) {
        before.putIfAbsent(manifest.blob(), new Progress(0, manifest.length()));
        if (beyond.add(manifest.blob())) {
            tell(manifest.blob());
        }
    }

    /** May be tried again at once. */
    void retry(BlobId blob) {
        failures.remove(blob);
    }

    private void tell(BlobId blob) {
        coming(blob).ifPresent(host::moved);
    }

    Optional<Coming> coming(BlobId blob) {
        Open begun = open.get(blob);
        Failure failure = failures.get(blob);
        Progress progress = begun != null ? begun.progress() : before.getOrDefault(blob, new Progress(0, 0));
        Pace pace = host.isStopped(blob) ? Pace.STOPPED : begun != null ? Pace.COMING : failure != null ? Pace.FAILED
                : beyond.contains(blob) ? Pace.BEYOND_LIMIT : null;
        return Optional.ofNullable(pace).map(is -> new Coming(blob, is, progress.done(), progress.total(),
                is == Pace.FAILED ? failure.problem() : ""));
    }

    /** Downloads go on after a restart. */
    void close() {
        open.keySet().forEach(blob -> lanes.of(blob, () -> {
            close(blob);
            return null;
        }));
    }
}
