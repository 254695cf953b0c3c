// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.pushpin.crypto.BlobId;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.NoSpaceException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;
import org.pushpin.testkit.MemoryDisk;
import org.pushpin.testkit.RandomWrites;

/** Runs out of room at every stage, says so, reads on, and goes on without being opened again as soon as there is room. */
final class FullStorage {

    private static final int MOST_COMMITS = 10;

    private final Path profile;
    private final FullDisk disk;
    private final RandomWrites script = StorageLoad.script();
    private final Storage model = new MemoryDisk().open();
    private long number;
    private int full;

    FullStorage(Path root) throws IOException {
        this.profile = Files.createDirectories(root.resolve("profile"));
        this.disk = new FullDisk(root);
    }

    void run() throws Exception {
        openWithoutRoom();
        try (Storage storage = Adapter.product().open(profile)) {
            for (long room = 0; room <= 640 << 10; room += 8 << 10) {
                disk.leave(room);
                commitUntilFull(storage);
                importUntilFull(storage);
                backupWhileFull(storage);
                script.assertSame(model, storage);
                disk.free();
            }
            commitUntilFull(storage);
        }
        assertTrue(full > 50, "the disk was full only " + full + " times");
        try (Storage storage = Adapter.product().open(profile)) {
            assertEquals(number, StorageLoad.count(storage));
            script.assertSame(model, storage);
        }
    }

    /** A profile that cannot begin leaves nothing that would be taken for one. */
    private void openWithoutRoom() throws IOException, StorageException {
        for (long room = 0; room < 256 << 10; room += 16 << 10) {
            disk.leave(room);
            try (Storage storage = Adapter.product().open(profile)) {
                assertEquals(List.of(), storage.documents());
            } catch (StorageException refused) {
                full++;
                FullDisk.assertSentence(refused);
            }
            disk.free();
        }
    }

    /** What found no room is tried again, and then counts as any other. */
    private void commitUntilFull(Storage storage) throws StorageException, IOException {
        for (int i = 0; i < MOST_COMMITS; i++) {
            List<Write> writes = StorageLoad.commit(script, number + 1);
            try {
                storage.commit(writes);
            } catch (NoSpaceException refused) {
                full++;
                FullDisk.assertSentence(refused);
                script.assertSame(model, storage);
                disk.free();
                storage.commit(writes);
                i = MOST_COMMITS;
            }
            model.commit(writes);
            number++;
        }
    }

    private void importUntilFull(Storage storage) throws IOException {
        byte[] content = new byte[300_000];
        content[0] = (byte) (number % 4);
        List<BlobId> before = storage.blobs().list();
        disk.leave(number % 40 << 13);
        try (BlobStore.Import in = storage.blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
            in.finish();
        } catch (IOException refused) {
            full++;
            FullDisk.assertSentence(refused);
            assertEquals(before, storage.blobs().list());
        }
    }

    private void backupWhileFull(Storage storage) throws IOException {
        try {
            storage.backup(OutputStream.nullOutputStream(), moved -> { });
        } catch (StorageException refused) {
            full++;
            FullDisk.assertSentence(refused);
        }
    }

}
