// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs.Blob;
import org.pushpin.repo.internal.replication.Replica;

class BlobsTest {

    private final Rig rig = new Rig(40);

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aFileComesInWithProgressAndIsRead(@TempDir Path folder) throws Exception {
        byte[] content = content(3 * BlobManifest.CHUNK_BYTES + 17);
        Path file = Files.write(folder.resolve("a.bin"), content);
        List<Long> progress = new ArrayList<>();

        var stage = rig.repo.blobs().importFile(file, progress::add).toCompletableFuture();
        rig.settle();

        Blob blob = stage.get();
        assertEquals(content.length, blob.size());
        assertEquals(content.length, progress.get(progress.size() - 1));
        try (var in = rig.repo.blobs().read(blob.id())) {
            assertArrayEquals(content, in.readAllBytes());
        }
        try (var in = rig.repo.blobs().read(blob.id())) {
            in.skip(content.length - 3);
            assertEquals(content[content.length - 3], (byte) in.read());
            assertEquals(2, in.readAllBytes().length);
            assertEquals(-1, in.read());
        }
    }

    @Test
    void aCancelledImportLeavesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), content(5 * BlobManifest.CHUNK_BYTES));
        List<Blob> arrivals = new ArrayList<>();
        rig.repo.blobs().arrivals(arrivals::add);
        var cancel = new ArrayList<java.util.concurrent.Future<?>>();
        var stage = rig.repo.blobs().importFile(file, read -> cancel.forEach(each -> each.cancel(false))).toCompletableFuture();
        cancel.add(stage);
        rig.settle();

        assertTrue(stage.isCancelled());
        assertTrue(arrivals.isEmpty());
    }

    @Test
    void aMissingFileIsAClearFailure() {
        var stage = rig.repo.blobs().importFile(Path.of("no such file"), read -> { }).toCompletableFuture();
        rig.settle();
        assertTrue(stage.isCompletedExceptionally());
    }

    @Test
    void aBlobComesChunkByChunkAcrossARestart() throws Exception {
        Rig other = new Rig(41);
        byte[] content = content(2 * BlobManifest.CHUNK_BYTES + 5);
        var stage = rig.repo.blobs().importBytes(content).toCompletableFuture();
        rig.settle();
        BlobManifest manifest = rig.repo.replica().manifest(stage.get().id()).orElseThrow();
        assertEquals(List.of(0, 1, 2), other.repo.replica().missingChunks(manifest));

        assertFalse(accept(other, manifest, 0, Bytes.of(content(7))));
        assertTrue(accept(other, manifest, 2, chunk(stage.get(), 2)));
        assertTrue(accept(other, manifest, 0, chunk(stage.get(), 0)));
        assertTrue(other.repo.blobs().find(stage.get().id()).isEmpty());
        other.restart();
        assertEquals(List.of(1), other.repo.replica().missingChunks(manifest));
        List<Blob> arrivals = new ArrayList<>();
        other.repo.blobs().arrivals(arrivals::add);
        assertTrue(accept(other, manifest, 1, chunk(stage.get(), 1)));

        assertEquals(List.of(stage.get()), arrivals);
        try (var in = other.repo.blobs().read(stage.get().id())) {
            assertArrayEquals(content, in.readAllBytes());
        }
        assertTrue(other.repo.replica().missingChunks(manifest).isEmpty());
    }

    private Bytes chunk(Blob blob, int index) throws Exception {
        Replica replica = rig.repo.replica();
        var stage = replica.chunk(blob.id(), index).toCompletableFuture();
        rig.settle();
        return stage.get().orElseThrow();
    }

    private static boolean accept(Rig rig, BlobManifest manifest, int index, Bytes content) throws Exception {
        var stage = rig.repo.replica().acceptChunk(manifest, index, content).toCompletableFuture();
        rig.settle();
        return stage.get();
    }
}
