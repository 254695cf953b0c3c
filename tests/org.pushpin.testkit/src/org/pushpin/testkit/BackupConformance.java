// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/** What every adapter of the storage port must do when it is backed up and restored. Extend it and say how a profile is opened. */
public abstract class BackupConformance extends ProfileSuite {

    private byte[] backup(Storage of) throws StorageException, IOException {
        var bytes = new ByteArrayOutputStream();
        of.backup(bytes, moved -> { });
        return bytes.toByteArray();
    }

    @Test
    void backupIsRestoredAsItWasAtOneMoment(@TempDir Path other) throws Exception {
        var script = new RandomWrites(new Samples(43));
        for (int i = 0; i < 60; i++) {
            storage.commit(script.next());
        }
        byte[] content = samples.bytes(300_000).toByteArray();
        BlobManifest manifest;
        try (BlobStore.Import in = storage.blobs().begin()) {
            in.write(ByteBuffer.wrap(content));
            manifest = in.finish();
        }
        byte[] backup = backup(storage);

        factory.restore(new ByteArrayInputStream(backup), other, List.of(), moved -> { });

        try (Storage copy = factory.open(other)) {
            script.assertSame(storage, copy);
            ByteBuffer read = ByteBuffer.allocate(content.length);
            assertEquals(content.length, copy.blobs().read(manifest.blob(), 0, read));
            assertArrayEquals(content, read.array());
            commit(new Write.Setting("after", Bytes.EMPTY));
            assertEquals(Optional.empty(), copy.setting("after"));
        }
        assertThrows(StorageException.class, () -> factory.restore(new ByteArrayInputStream(backup), other, List.of(), moved -> { }));
    }

    @Test
    void whatIsToBeChangedIsPartOfWhatIsRestored(@TempDir Path other) throws Exception {
        commit(new Write.Setting("a", Bytes.utf8("here")), new Write.Setting("b", Bytes.utf8("here")));

        factory.restore(new ByteArrayInputStream(backup(storage)), other, List.of(new Write.Setting("a", Bytes.utf8("there"))),
                moved -> { });

        try (Storage copy = factory.open(other)) {
            assertEquals(Optional.of(Bytes.utf8("there")), copy.setting("a"));
            assertEquals(Optional.of(Bytes.utf8("here")), copy.setting("b"));
        }
    }

    @Test
    void backupIsTakenWhileOthersCommit(@TempDir Path other) throws Exception {
        commit(new Write.Document(document, secret));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Void> others = threads.submit(() -> {
                for (long i = 1; !enough.get(); i++) {
                    try {
                        commit(samples.batch(document, writer, i, 2_000), new Write.Setting("count", Bytes.utf8(Long.toString(i))));
                    } finally {
                        begun.countDown();
                    }
                }
                return null;
            });
            begun.await();
            for (int i = 0; i < 3; i++) {
                byte[] backup = backup(storage);
                factory.restore(new ByteArrayInputStream(backup), Files.createDirectory(other.resolve(Integer.toString(i))), List.of(), moved -> { });
            }
            enough.set(true);
            others.get();
        }
        for (int i = 0; i < 3; i++) {
            try (Storage copy = factory.open(other.resolve(Integer.toString(i)))) {
                String count = new String(copy.setting("count").orElseThrow().toByteArray());
                assertEquals(Integer.parseInt(count), copy.batches(document, 0, ALL).size());
            }
        }
    }

    @Test
    void backupThatIsNotAsItWasWrittenIsRefused(@TempDir Path other) throws Exception {
        commit(new Write.Document(document, secret), samples.batch(document, writer, 1, 5_000));
        byte[] backup = backup(storage);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(backup, samples.below(backup.length)) : backup.clone();
            if (i % 2 == 1) {
                damaged[samples.below(damaged.length)] ^= (byte) (1 << samples.below(8));
            }
            StorageException refused = assertThrows(StorageException.class,
                    () -> factory.restore(new ByteArrayInputStream(damaged), other, List.of(), moved -> { }));
            assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
        }
        byte[] longer = Arrays.copyOf(backup, backup.length + 1);
        assertThrows(StorageException.class, () -> factory.restore(new ByteArrayInputStream(longer), other, List.of(), moved -> { }));

        factory.restore(new ByteArrayInputStream(backup), other, List.of(), moved -> { });
        try (Storage copy = factory.open(other)) {
            assertEquals(storage.batches(document, 0, ALL), copy.batches(document, 0, ALL));
        }
    }

    @Test
    void whoeverWatchesMayEndABackup() throws Exception {
        commit(new Write.Document(document, secret), samples.batch(document, writer, 1, 5_000));

        assertThrows(InterruptedIOException.class, () -> storage.backup(OutputStream.nullOutputStream(), moved -> {
            throw new InterruptedIOException("enough");
        }));
        commit(samples.batch(document, writer, 2, 5));
        assertTrue(backup(storage).length > 0);
    }
}
