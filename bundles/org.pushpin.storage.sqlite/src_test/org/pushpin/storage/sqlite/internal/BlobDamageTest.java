// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.StorageException;

/** Blob files that the disk has changed: never read as content, and only what is wrong has to be fetched again. */
final class BlobDamageTest {

    private static final int CHUNK = BlobManifest.CHUNK_BYTES;

    @TempDir
    Path profile;

    private final byte[] content = new byte[3 * CHUNK + 100];
    private SqliteStorage storage;
    private BlobManifest manifest;

    @BeforeEach
    void keepABlob() throws StorageException, IOException {
        new Random(11).nextBytes(content);
        storage = SqliteStorage.open(profile);
        try (BlobStore.Import in = storage.blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
            manifest = in.finish();
        }
    }

    @AfterEach
    void close() throws StorageException {
        storage.close();
    }

    private Path file() {
        String name = manifest.blob().toString();
        return profile.resolve("blobs").resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private void flip(Path file, long at) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(at);
            int old = access.read();
            access.seek(at);
            access.write(old ^ 1);
        }
    }

    private int read(long offset, int length) throws IOException {
        return storage.blobs().read(manifest.blob(), offset, ByteBuffer.allocate(length));
    }

    private void fetch(List<Integer> expectedMissing) throws IOException {
        try (BlobStore.Download download = storage.blobs().download(manifest)) {
            assertEquals(expectedMissing, download.missing());
            for (int index : expectedMissing) {
                assertTrue(download.accept(index, Bytes.copy(content, index * CHUNK, manifest.chunkLength(index))));
            }
            assertTrue(download.finish());
        }
        ByteBuffer all = ByteBuffer.allocate(content.length);
        storage.blobs().read(manifest.blob(), 0, all);
        assertArrayEquals(content, all.array());
    }

    @Test
    void flippedBitSetsTheBlobAsideAndOneChunkIsFetchedAgain() throws Exception {
        flip(file(), CHUNK + 5);

        assertEquals(10, read(0, 10), "a chunk that is whole can be read");
        assertThrows(IOException.class, () -> read(CHUNK - 5, 10));
        assertEquals(1, storage.damage().size());
        assertEquals(Optional.empty(), storage.blobs().manifest(manifest.blob()));
        assertEquals(List.of(), storage.blobs().list());
        fetch(List.of(1));
    }

    @Test
    void truncatedFileIsFetchedFromWhereItEnds() throws Exception {
        try (var access = new RandomAccessFile(file().toFile(), "rw")) {
            access.setLength(CHUNK + 1);
        }

        assertThrows(IOException.class, () -> read(content.length - 1, 1));
        fetch(List.of(1, 2, 3));
    }

    @Test
    void lostFileIsFetchedAgain() throws Exception {
        Files.delete(file());

        assertThrows(IOException.class, () -> read(0, 1));
        fetch(List.of(0, 1, 2, 3));
    }

    @Test
    void importingAgainHealsADamagedBlob() throws Exception {
        flip(file(), 0);
        try (BlobStore.Import in = storage.blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
            assertEquals(manifest, in.finish());
        }

        assertEquals(content.length, read(0, content.length));
    }

    @Test
    void damagedPartOfADownloadIsFetchedAgain() throws Exception {
        var other = new byte[2 * CHUNK];
        BlobManifest wanted = BlobManifest.of(new ByteArrayInputStream(other));
        try (BlobStore.Download download = storage.blobs().download(wanted)) {
            download.accept(0, Bytes.zeros(CHUNK));
            download.accept(1, Bytes.zeros(CHUNK));
            assertThrows(IOException.class, () -> storage.blobs().download(wanted), "one at a time");
        }
        flip(profile.resolve("blobs/partial").resolve(wanted.blob().toString()), 77);

        try (BlobStore.Download download = storage.blobs().download(wanted)) {
            assertEquals(List.of(0), download.missing());
        }
    }

    @Test
    void importsThatACrashLeftAreRemoved() throws Exception {
        storage.blobs().begin().write(ByteBuffer.allocate(2 * CHUNK));
        storage.close();
        storage = SqliteStorage.open(profile);

        assertEquals(0, Files.list(profile.resolve("blobs/import")).count());
    }
}
