// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs.Blob;
import org.pushpin.repo.Blobs.Coming;
import org.pushpin.repo.Blobs.Pace;
import org.pushpin.repo.internal.link.LinkBudget;
import org.pushpin.repo.internal.replication.Replica;
import org.pushpin.repo.internal.replication.Replica.Accepted;
import org.pushpin.repo.internal.replication.Replica.Wanted;
import org.pushpin.storage.Write;

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
        assertEquals(new Wanted.Missing(List.of(0, 1, 2)), want(other, manifest));

        assertEquals(Accepted.REFUSED, accept(other, manifest, 0, Bytes.of(content(7))));
        assertEquals(Accepted.KEPT, accept(other, manifest, 2, chunk(stage.get(), 2)));
        assertEquals(Accepted.KEPT, accept(other, manifest, 0, chunk(stage.get(), 0)));
        assertTrue(other.repo.blobs().find(stage.get().id()).isEmpty());
        other.restart();
        assertEquals(new Wanted.Missing(List.of(1)), want(other, manifest));
        List<Blob> arrivals = new ArrayList<>();
        other.repo.blobs().arrivals(arrivals::add);
        assertEquals(Accepted.KEPT, accept(other, manifest, 1, chunk(stage.get(), 1)));

        assertEquals(List.of(stage.get()), arrivals);
        try (var in = other.repo.blobs().read(stage.get().id())) {
            assertArrayEquals(content, in.readAllBytes());
        }
        assertEquals(new Wanted.Here(), want(other, manifest));
    }

    private Blob imported(byte[] content) throws Exception {
        var stage = rig.repo.blobs().importBytes(content).toCompletableFuture();
        rig.settle();
        return stage.get();
    }

    private static List<Path> in(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aBlobGoesOutIntoAFile(@TempDir Path folder) throws Exception {
        byte[] content = content(2 * BlobManifest.CHUNK_BYTES + 3);
        Blob blob = imported(content);
        Path file = Files.writeString(folder.resolve("out.bin"), "what was there");
        List<Long> progress = new ArrayList<>();

        var stage = rig.repo.blobs().exportTo(blob.id(), file, progress::add).toCompletableFuture();
        rig.settle();

        assertEquals(file, stage.get());
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(List.of(262_144L, 524_288L, 524_291L), progress);
        assertEquals(List.of(file), in(folder));
    }

    @Test
    void aCancelledOrFailedExportLeavesWhatWasThere(@TempDir Path folder) throws Exception {
        Blob blob = imported(content(5 * BlobManifest.CHUNK_BYTES));
        Path file = Files.writeString(folder.resolve("out.bin"), "what was there");
        var cancel = new ArrayList<java.util.concurrent.Future<?>>();
        var stage = rig.repo.blobs().exportTo(blob.id(), file, done -> cancel.forEach(each -> each.cancel(false))).toCompletableFuture();
        cancel.add(stage);
        rig.settle();
        assertTrue(stage.isCancelled());

        var absent = rig.repo.blobs().exportTo(new BlobId(Bytes.zeros(32)), file, done -> { }).toCompletableFuture();
        var nowhere = rig.repo.blobs().exportTo(blob.id(), folder.resolve("no/such/folder"), done -> { }).toCompletableFuture();
        rig.settle();

        assertTrue(absent.isCompletedExceptionally() && nowhere.isCompletedExceptionally());
        assertEquals("what was there", Files.readString(file));
        assertEquals(List.of(file), in(folder));
    }

    @Test
    void whatIsShortIsDoneWhileALargeFileComesIn(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), content(20 * BlobManifest.CHUNK_BYTES));
        var large = rig.repo.blobs().importFile(file, read -> { }).toCompletableFuture();
        List<java.util.concurrent.CompletableFuture<Blob>> small = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            small.add(rig.repo.blobs().importBytes(content(i + 1)).toCompletableFuture());
        }
        while (!small.stream().allMatch(java.util.concurrent.CompletableFuture::isDone)) {
            assertTrue(rig.scheduler.step());
        }

        assertFalse(large.isDone());
        rig.settle();
        assertTrue(large.isDone());
    }

    @Test
    void aPersonStopsADownloadAndResumesIt() throws Exception {
        Rig other = new Rig(42);
        byte[] content = content(3 * BlobManifest.CHUNK_BYTES);
        Blob blob = imported(content);
        BlobManifest manifest = rig.repo.replica().manifest(blob.id()).orElseThrow();
        want(other, manifest);
        accept(other, manifest, 1, chunk(blob, 1));
        assertEquals(new Coming(blob.id(), Pace.COMING, 262_144, 786_432, ""), other.repo.blobs().coming(blob.id()).orElseThrow());

        other.repo.blobs().stop(blob.id());
        other.settle();
        assertEquals(new Coming(blob.id(), Pace.STOPPED, 262_144, 786_432, ""), other.repo.blobs().coming(blob.id()).orElseThrow());
        assertEquals(new Wanted.LeftAlone(Optional.empty()), want(other, manifest));
        assertEquals(Accepted.LEFT_ALONE, accept(other, manifest, 2, chunk(blob, 2)));
        other.restart();
        assertEquals(new Wanted.LeftAlone(Optional.empty()), want(other, manifest), "remembered");

        other.repo.blobs().resume(blob.id());
        other.settle();
        assertEquals(new Wanted.Missing(List.of(0, 2)), want(other, manifest), "what had come stayed");
        other.restart();
        assertEquals(new Wanted.Missing(List.of(0, 2)), want(other, manifest), "remembered");
    }

    @Test
    void whatIsBeyondTheLimitSaysSoAndComesWhenItIsLifted() throws Exception {
        Blob blob = imported(content(1000));
        BlobManifest manifest = rig.repo.replica().manifest(blob.id()).orElseThrow();
        Rig other = new Rig(43);
        other.disk().commit(List.of(new Write.Setting(LinkBudget.SETTING,
                Bytes.copy(ByteBuffer.allocate(16).putInt(1).putInt(0).putLong(16L << 30).flip()))));
        other.start();

        assertEquals(new Wanted.LeftAlone(Optional.empty()), want(other, manifest));
        assertEquals(new Coming(blob.id(), Pace.BEYOND_LIMIT, 0, 1000, ""), other.repo.blobs().coming(blob.id()).orElseThrow());
        assertTrue(other.repo.linkLimits().reached());
        other.repo.followFurther();
        other.settle();
        assertEquals(new Wanted.Missing(List.of(0)), want(other, manifest));
        assertEquals(Accepted.KEPT, accept(other, manifest, 0, chunk(blob, 0)));
        assertEquals(Optional.empty(), other.repo.blobs().coming(blob.id()));
    }

    private Bytes chunk(Blob blob, int index) throws Exception {
        Replica replica = rig.repo.replica();
        var stage = replica.chunk(blob.id(), index).toCompletableFuture();
        rig.settle();
        return stage.get().orElseThrow();
    }

    private static Wanted want(Rig rig, BlobManifest manifest) throws Exception {
        var stage = rig.repo.replica().want(manifest).toCompletableFuture();
        rig.settle();
        return stage.get();
    }

    private static Accepted accept(Rig rig, BlobManifest manifest, int index, Bytes content) throws Exception {
        var stage = rig.repo.replica().acceptChunk(manifest, index, content).toCompletableFuture();
        rig.settle();
        return stage.get();
    }
}
