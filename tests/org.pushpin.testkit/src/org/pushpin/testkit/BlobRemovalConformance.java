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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.BlobStore.Form;
import org.pushpin.storage.BlobStore.Kept;

/** What every adapter must do when blobs are removed, also while others import and read. Extend it and say how a profile is opened. */
public abstract class BlobRemovalConformance extends BlobProfile {

    private Kept only(Form form) throws IOException {
        List<Kept> kept = blobs().kept().stream().filter(each -> each.form() == form).toList();
        assertEquals(1, kept.size(), kept::toString);
        return kept.get(0);
    }

    @Test
    void whatIsRemovedIsGoneAndItsRoomIsFree() throws Exception {
        byte[] content = content(2 * CHUNK + 9);
        BlobId blob = keep(content).blob();
        BlobId other = keep(content(CHUNK)).blob();
        read(blob, 0, content.length);
        Kept kept = blobs().kept().stream().filter(each -> each.blob().equals(blob)).findFirst().orElseThrow();
        assertEquals(content.length, kept.bytes());
        assertEquals(Form.WHOLE, kept.form());

        assertTrue(blobs().remove(kept));

        assertEquals(Optional.empty(), blobs().manifest(blob));
        assertThrows(IOException.class, () -> read(blob, 0, 1));
        reopen();
        assertEquals(Optional.empty(), blobs().manifest(blob));
        assertEquals(List.of(other), blobs().list());
        assertEquals(other, only(Form.WHOLE).blob());
        assertEquals(1, blobs().kept().size(), "nothing is left of it");
        assertEquals(List.of(), storage.damage());
        assertArrayEquals(content, read(keep(content).blob(), 0, content.length), "it can come again");
    }

    @Test
    void whatWasImportedAgainIsNotRemoved() throws Exception {
        byte[] content = content(1000);
        BlobId blob = keep(content).blob();
        Kept kept = only(Form.WHOLE);
        keep(content);

        assertFalse(blobs().remove(kept));
        assertArrayEquals(content, read(blob, 0, content.length));
        assertTrue(blobs().remove(only(Form.WHOLE)));
    }

    @Test
    void whatIsBeingDownloadedIsNotRemoved() throws Exception {
        byte[] content = content(3 * CHUNK);
        BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(content));
        Kept before;
        try (BlobStore.Download download = blobs().download(manifest)) {
            download.accept(1, chunk(manifest, content, 1));
            assertFalse(blobs().remove(only(Form.PARTIAL)), "while it is open");
        }
        before = only(Form.PARTIAL);
        blobs().download(manifest).close();
        assertFalse(blobs().remove(before), "somebody was interested since");

        assertTrue(blobs().remove(only(Form.PARTIAL)));
        assertEquals(List.of(), blobs().kept());
        try (BlobStore.Download download = blobs().download(manifest)) {
            assertEquals(List.of(0, 1, 2), download.missing());
        }
    }

    @Test
    void abandonedDownloadIsFoundAfterOpeningAgain() throws Exception {
        byte[] content = content(2 * CHUNK);
        BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(content));
        try (BlobStore.Download download = blobs().download(manifest)) {
            download.accept(0, chunk(manifest, content, 0));
        }
        reopen();

        assertEquals(manifest.blob(), only(Form.PARTIAL).blob());
        assertTrue(blobs().remove(only(Form.PARTIAL)));
        assertEquals(List.of(), blobs().kept());
    }

    @Test
    void missingBytesAreCounted() throws Exception {
        byte[] content = content(2 * CHUNK + 17);
        BlobManifest manifest = BlobManifest.of(new ByteArrayInputStream(content));
        try (BlobStore.Download download = blobs().download(manifest)) {
            assertEquals(content.length, download.missingBytes());
            download.accept(2, chunk(manifest, content, 2));
            download.accept(2, chunk(manifest, content, 2));
            assertEquals(2 * CHUNK, download.missingBytes());
        }
        reopen();
        try (BlobStore.Download download = blobs().download(manifest)) {
            assertEquals(2 * CHUNK, download.missingBytes());
            download.accept(0, chunk(manifest, content, 0));
            download.accept(1, chunk(manifest, content, 1));
            assertTrue(download.finish());
            assertEquals(0, download.missingBytes());
        }
    }

    /** Whoever has finished an import has the blob, whatever is being removed; who reads gets all of it or nothing. */
    @Test
    void importsWhileTheSameIsRemovedAreNotLost() throws Exception {
        byte[] content = content(CHUNK / 2);
        BlobId blob = keep(content).blob();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger removed = new AtomicInteger();
        FutureTask<Void> remover = new FutureTask<>(() -> {
            while (!over.get()) {
                for (Kept kept : blobs().kept()) {
                    removed.addAndGet(blobs().remove(kept) ? 1 : 0);
                }
            }
            return null;
        });
        Thread thread = new Thread(remover, "remover");
        thread.start();
        try {
            for (int i = 0; i < 20; i++) {
                readAllOrNothing(blob, content);
                keep(content);
            }
        } finally {
            over.set(true);
        }
        remover.get();
        keep(content);
        assertArrayEquals(content, read(blob, 0, content.length));
        assertTrue(removed.get() > 0, "they met");
        assertEquals(List.of(), storage.damage());
    }

    private void readAllOrNothing(BlobId blob, byte[] content) {
        try {
            assertArrayEquals(content, read(blob, 0, content.length));
        } catch (IOException gone) {
            assertTrue(storage.damage().isEmpty(), "removed is not damaged");
        }
    }

    /** A listing from before an import must not remove what the import made, however the two meet. */
    @Test
    void anOldListingNeverRemovesANewImport() throws Exception {
        byte[] content = content(2000);
        BlobId blob = keep(content).blob();
        for (int i = 0; i < 10; i++) {
            List<Kept> before = blobs().kept();
            FutureTask<BlobManifest> importer = new FutureTask<>(() -> keep(content));
            Thread thread = new Thread(importer, "importer");
            thread.start();
            for (Kept kept : before) {
                blobs().remove(kept);
            }
            importer.get();
            assertArrayEquals(content, read(blob, 0, content.length));
        }
    }
}
