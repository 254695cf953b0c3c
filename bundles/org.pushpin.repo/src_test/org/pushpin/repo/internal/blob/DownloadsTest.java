// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs.Coming;
import org.pushpin.repo.Blobs.Pace;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.replication.Replica.Accepted;
import org.pushpin.repo.internal.replication.Replica.Wanted;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.MemoryDisk;

class DownloadsTest {

    private static final int CHUNK = BlobManifest.CHUNK_BYTES;

    private final byte[] content = new byte[2 * CHUNK];
    private final List<BlobManifest> arrived = new ArrayList<>();
    private final List<Coming> told = new ArrayList<>();
    private final BlobStore store;
    private final BlobManifest manifest;
    private boolean full;
    private Instant now = Instant.EPOCH;
    private final Downloads downloads = new Downloads(new Lanes(new AtOnce()), this::store, () -> now, new Downloads.Host() {
        @Override
        public void arrived(BlobManifest whole) {
            arrived.add(whole);
        }

        @Override
        public void moved(Coming coming) {
            told.add(coming);
        }

        @Override
        public boolean isStopped(BlobId blob) {
            return false;
        }
    });

    DownloadsTest() throws StorageException, IOException {
        store = new MemoryDisk().open().blobs();
        content[CHUNK] = 1;
        manifest = BlobManifest.of(new ByteArrayInputStream(content));
    }

    /** Every lane is the caller's thread. */
    private final class AtOnce implements Scheduler {

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void execute(String lane, Runnable task) {
            task.run();
        }

        @Override
        public Subscription after(Duration delay, String lane, Runnable task) {
            throw new AssertionError("nothing here waits");
        }
    }

    private BlobStore store() throws IOException {
        if (full) {
            throw new IOException("The disk is full.");
        }
        return store;
    }

    private Wanted want() {
        return downloads.want(manifest).toCompletableFuture().getNow(null);
    }

    private Accepted accept(int index) {
        return downloads.accept(manifest, index, Bytes.copy(content, index * CHUNK, CHUNK)).toCompletableFuture().getNow(null);
    }

    private Coming last() {
        return told.get(told.size() - 1);
    }

    @Test
    void aFileThatCannotBeStoredIsLeftAloneForAWhileAndSaysWhy() {
        assertEquals(new Wanted.Missing(List.of(0, 1)), want());
        assertEquals(Accepted.KEPT, accept(0));
        full = true;
        assertEquals(Accepted.LEFT_ALONE, accept(1));
        assertEquals(new Coming(manifest.blob(), Pace.FAILED, CHUNK, 2 * CHUNK, "The disk is full."), last());
        assertEquals(Optional.of(last()), downloads.coming(manifest.blob()));

        now = now.plusSeconds(50);
        full = false;
        assertEquals(new Wanted.LeftAlone(Optional.of(Duration.ofSeconds(10))), want());
        now = now.plusSeconds(10);
        assertEquals(new Wanted.Missing(List.of(1)), want());
        assertEquals(Accepted.KEPT, accept(1));
        assertEquals(List.of(manifest), arrived);
        assertEquals(Optional.empty(), downloads.coming(manifest.blob()));
        assertEquals(new Wanted.Here(), want());
    }

    @Test
    void whoeverWantsItNowNeedNotWait() {
        full = true;
        assertEquals(new Wanted.LeftAlone(Optional.of(Downloads.AGAIN)), want());
        full = false;
        downloads.retry(manifest.blob());

        assertEquals(new Wanted.Missing(List.of(0, 1)), want());
    }

    @Test
    void whatWasCompleteButNotFinishedIsHereAtOnce() throws IOException {
        try (BlobStore.Download before = store.download(manifest)) {
            assertTrue(before.accept(0, Bytes.copy(content, 0, CHUNK)) && before.accept(1, Bytes.copy(content, CHUNK, CHUNK)));
        }

        assertEquals(new Wanted.Here(), want());
        assertEquals(List.of(manifest), arrived);
    }
}
