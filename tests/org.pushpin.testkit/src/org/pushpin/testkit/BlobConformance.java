// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.storage.BlobStore;

/** What every adapter must do with blobs; the removal of them is {@link BlobRemovalConformance}. Extend it and say how a profile is opened. */
public abstract class BlobConformance extends BlobProfile {

    @Test
    void contentOfAnyLengthIsReadBackAfterOpeningAgain() throws Exception {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5}) {
            byte[] content = content(length);
            BlobManifest expected = BlobManifest.of(new ByteArrayInputStream(content));

            assertEquals(expected, keep(content));
            reopen();

            assertEquals(Optional.of(expected), blobs().manifest(expected.blob()));
            assertArrayEquals(content, read(expected.blob(), 0, length + 10));
            assertEquals(-1, blobs().read(expected.blob(), length, ByteBuffer.allocate(1)));
        }
        assertEquals(6, blobs().list().size());
    }

    @Test
    void rangesAreReadAcrossChunks() throws Exception {
        byte[] content = content(3 * CHUNK + 1000);
        BlobId blob = keep(content).blob();

        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(content.length);
            int length = 1 + random.nextInt(content.length - from);
            assertArrayEquals(Arrays.copyOfRange(content, from, from + length), read(blob, from, length));
        }
    }

    @Test
    void importThatIsNotFinishedIsNeverSeen() throws Exception {
        byte[] content = content(CHUNK + 1);
        try (BlobStore.Import in = blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
        }
        reopen();

        assertEquals(List.of(), blobs().list());
        BlobId blob = BlobManifest.of(new ByteArrayInputStream(content)).blob();
        assertEquals(Optional.empty(), blobs().manifest(blob));
        assertThrows(IOException.class, () -> read(blob, 0, 1));
    }

    @Test
    void equalContentIsOneBlob() throws Exception {
        byte[] content = content(1000);

        assertEquals(keep(content), keep(content));
        assertEquals(1, blobs().list().size());
    }

    @Test
    void downloadTakesChunksInAnyOrderAndRefusesFalseOnes() throws Exception {
        byte[] content = content(4 * CHUNK + 17);
        BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(content));
        List<Integer> order = new ArrayList<>(IntStream.range(0, 5).boxed().toList());
        Collections.shuffle(order, random);

        try (BlobStore.Download download = blobs().download(manifest)) {
            assertEquals(List.of(0, 1, 2, 3, 4), download.missing());
            for (int index : order) {
                assertFalse(download.finish());
                assertFalse(download.accept(index, chunk(manifest, content, (index + 1) % 5)));
                assertFalse(download.accept(index + 5, chunk(manifest, content, index)));
                assertTrue(download.accept(index, chunk(manifest, content, index)));
                assertTrue(download.accept(index, chunk(manifest, content, index)), "twice is harmless");
            }
            assertEquals(Optional.empty(), blobs().manifest(manifest.blob()));
            assertTrue(download.finish());
            assertTrue(download.finish());
        }
        reopen();

        assertEquals(Optional.of(manifest), blobs().manifest(manifest.blob()));
        assertArrayEquals(content, read(manifest.blob(), 0, content.length));
    }

    @Test
    void downloadGoesOnAfterOpeningAgain() throws Exception {
        byte[] content = content(3 * CHUNK);
        BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(content));
        try (BlobStore.Download download = blobs().download(manifest)) {
            assertTrue(download.accept(1, chunk(manifest, content, 1)));
        }
        reopen();

        try (BlobStore.Download download = blobs().download(manifest)) {
            assertEquals(List.of(0, 2), download.missing());
            download.accept(0, chunk(manifest, content, 0));
            download.accept(2, chunk(manifest, content, 2));
            assertTrue(download.finish());
        }
        assertArrayEquals(content, read(manifest.blob(), 0, content.length));
    }

    @Test
    void downloadOfWhatIsHereIsFinished() throws Exception {
        byte[] content = content(CHUNK + 3);
        BlobManifest manifest = keep(content);

        try (BlobStore.Download download = blobs().download(manifest)) {
            assertEquals(List.of(), download.missing());
            assertTrue(download.accept(0, chunk(manifest, content, 0)));
            assertTrue(download.finish());
        }
        assertEquals(List.of(manifest.blob()), blobs().list());
    }

    @Test
    void emptyBlobIsDownloadedWithoutAChunk() throws Exception {
        var manifest = new BlobManifest(0, List.of());

        try (BlobStore.Download download = blobs().download(manifest)) {
            assertTrue(download.finish());
        }
        assertEquals(0, read(manifest.blob(), 0, 10).length);
        assertEquals(List.of(manifest.blob()), blobs().list());
    }
}
