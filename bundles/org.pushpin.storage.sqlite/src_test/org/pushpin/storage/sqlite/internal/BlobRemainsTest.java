// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.BlobStore.Form;
import org.pushpin.storage.BlobStore.Kept;
import org.pushpin.storage.StorageException;

/** What crashes between the steps of an import or a removal leave in the folder of blobs. */
final class BlobRemainsTest {

    @TempDir
    Path profile;

    private final byte[] content = new byte[1000];
    private SqliteStorage storage;
    private BlobManifest manifest;

    @BeforeEach
    void keepABlob() throws StorageException, IOException {
        new Random(12).nextBytes(content);
        storage = SqliteStorage.open(profile);
        manifest = keep();
    }

    private BlobManifest keep() throws IOException {
        try (BlobStore.Import in = storage.blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
            return in.finish();
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

    /** As it is after a crash between the row and the file, whether it was going or coming. */
    private void crashBetweenRowAndFile() throws StorageException {
        storage.transact(session -> session.update("DELETE FROM blob WHERE id = ?", manifest.blob().hash()));
        storage.close();
        storage = SqliteStorage.open(profile);
    }

    private Kept only() throws IOException {
        List<Kept> kept = storage.blobs().kept();
        assertEquals(1, kept.size(), kept::toString);
        return kept.get(0);
    }

    @Test
    void aFileWithoutARowIsFoundAndRemoved() throws Exception {
        crashBetweenRowAndFile();

        Kept kept = only();
        assertEquals(List.of(Form.REMAINS, manifest.blob(), 1000L), List.of(kept.form(), kept.blob(), kept.bytes()));
        assertTrue(storage.blobs().remove(kept));
        assertEquals(List.of(), storage.blobs().kept());
        assertFalse(Files.exists(file()));
    }

    @Test
    void remainsThatWereImportedAgainAreABlob() throws Exception {
        crashBetweenRowAndFile();
        Kept before = only();
        keep();

        assertFalse(storage.blobs().remove(before));
        assertEquals(Form.WHOLE, only().form());
        ByteBuffer all = ByteBuffer.allocate(content.length);
        storage.blobs().read(manifest.blob(), 0, all);
        assertArrayEquals(content, all.array());
    }

    @Test
    void aRowWithoutAFileIsRemovedAsAWhole() throws Exception {
        Files.delete(file());

        assertTrue(storage.blobs().remove(only()));
        assertEquals(List.of(), storage.blobs().list());
        assertEquals(List.of(), storage.blobs().kept());
    }

    @Test
    void filesOfOthersInTheFolderStay() throws Exception {
        Path foreign = Files.writeString(profile.resolve("blobs/ab-notes.txt"), "mine");
        Path odd = Files.writeString(file().resolveSibling("README"), "mine, too");

        assertTrue(storage.blobs().remove(only()));
        assertTrue(Files.exists(foreign) && Files.exists(odd));
    }
}
