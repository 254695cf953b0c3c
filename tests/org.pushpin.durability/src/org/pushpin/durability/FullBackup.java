// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Profile;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.repo.internal.backup.RestoringComponent;

/** Takes a backup, and restores it, where there is too little room: nothing is left of it, and the profile is as it was. */
final class FullBackup {

    private static final int FILES = 4;
    private static final int FILE_BYTES = 300_000;
    private static final int STEP = 96 << 10;
    private static final int MOST = 16 << 20;

    private final Path root;
    private final Path backup;
    private final FullDisk disk;
    private final List<BlobId> files = new ArrayList<>();
    private DocHandle document;
    private int full;

    FullBackup(Path root) {
        this.root = root;
        this.backup = root.resolve("backup");
        this.disk = new FullDisk(root);
    }

    void run() throws Exception {
        new Profile(root.resolve("profile")).create();
        try (var scheduler = new ThreadScheduler(); OpenRepo repo = RepoLoad.open(root, Adapter.product(), scheduler)) {
            fill(repo);
            assertTrue(backup(repo) > 10, "the disk was full " + full + " times");
            full = 0;
            assertTrue(restore(repo) > 10, "the disk was full " + full + " times");
        }
        Folders.delete(root.resolve("profile"));
        Folders.delete(root.resolve("state"));
        Files.createDirectories(root.resolve("profile"));
        new RestoringComponent(Adapter.product()).restore(backup, new Profile(root.resolve("profile")), read -> true);
        try (var scheduler = new ThreadScheduler(); OpenRepo repo = RepoLoad.open(root, Adapter.product(), scheduler)) {
            document = repo.local(document.id()).orElseThrow();
            look(repo);
        }
    }

    private void fill(OpenRepo repo) throws InterruptedException, ExecutionException {
        document = repo.create(null, edit -> edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT));
        type(repo);
        for (int i = 0; i < FILES; i++) {
            byte[] content = new byte[FILE_BYTES];
            new Random(i).nextBytes(content);
            files.add(repo.blobs().importBytes(content).toCompletableFuture().get().id());
        }
    }

    private void type(OpenRepo repo) throws InterruptedException, ExecutionException {
        document.change(null, edit -> edit.splice(RepoLoad.text(edit), edit.length(RepoLoad.text(edit)), 0, "kept "));
        repo.flush().toCompletableFuture().get();
        assertTrue(document.saved());
    }

    private void look(OpenRepo repo) throws IOException {
        assertEquals("kept ".repeat(document.current().length(RepoLoad.text(document.current())) / 5),
                document.current().text(RepoLoad.text(document.current())));
        for (BlobId file : files) {
            try (InputStream in = repo.blobs().read(file)) {
                assertEquals(file, BlobManifest.of(in).blob());
            }
        }
    }

    /** With a little more room each time, until there is enough. @return how often there was not */
    private int backup(OpenRepo repo) throws Exception {
        boolean done = false;
        for (long room = 0; !done && room < MOST; room += STEP) {
            List<Path> before = names(root.resolve("profile"));
            disk.leave(room);
            try {
                repo.backup(backup, moved -> { }).toCompletableFuture().get();
                done = true;
            } catch (ExecutionException refused) {
                full++;
                FullDisk.assertSentence(refused.getCause());
                assertEquals(before, names(root.resolve("profile")));
            }
            look(repo);
            disk.free();
            assertEquals(done, names(root).contains(backup));
            type(repo);
        }
        assertTrue(done);
        return full;
    }

    private int restore(OpenRepo repo) throws Exception {
        Path other = root.resolve("other");
        boolean done = false;
        for (long room = 0; !done && room < MOST; room += STEP) {
            disk.leave(room);
            try {
                new RestoringComponent(Adapter.product()).restore(backup, new Profile(other), read -> true);
                done = true;
            } catch (IOException refused) {
                full++;
                FullDisk.assertSentence(refused);
                assertEquals(List.of(other, other.resolve("lock")), names(other));
            }
            look(repo);
            disk.free();
            type(repo);
        }
        assertTrue(done);
        Folders.delete(other);
        return full;
    }

    /** All that is there but SQLite's own files, which come and go. */
    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.toString().matches(".*-(wal|shm)")).sorted().toList();
        }
    }
}
