// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Profile;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.ThreadScheduler;

/** Types where there is no room: the person is told and has the text, reads on, and goes on as soon as there is room. */
final class FullRepo {

    private static final long PATIENCE_SECONDS = 60;
    private static final int TIMES = 3;

    private final Path root;
    private final FullDisk disk;
    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();

    FullRepo(Path root) {
        this.root = root;
        this.disk = new FullDisk(root);
    }

    void run() throws Exception {
        DocumentId id;
        new Profile(root.resolve("profile")).create();
        var scheduler = new ThreadScheduler();
        try (OpenRepo repo = RepoLoad.open(root, Adapter.product(), scheduler)) {
            repo.notices(notices::add);
            DocHandle document = repo.create(null, edit -> edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT));
            id = document.id();
            save(repo);
            for (int i = 0; i < TIMES; i++) {
                typeWhileFull(repo, document, "kept ".repeat(i));
                type(document, "kept ");
                save(repo);
            }
            assertTrue(document.saved());
            assertEquals(1, repo.replica().clock(id).size(), "no new incarnation is needed");
        }
        scheduler.close();
        readAgain(id);
    }

    private void typeWhileFull(OpenRepo repo, DocHandle document, String kept) throws Exception {
        disk.leave(0);
        type(document, "x".repeat(200_000)); // more than is free in what the journal has already
        Notice notice = notices.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(Notice.Kind.REFUSED, notice.kind());
        assertTrue(notice.text().contains("The disk is full."), notice.text());
        assertEquals(Optional.of("x".repeat(200_000)), notice.draft());
        assertEquals(kept, document.current().text(RepoLoad.text(document.current())));
        var refused = assertThrows(ExecutionException.class,
                () -> repo.blobs().importBytes(new byte[2_000_000]).toCompletableFuture().get());
        assertTrue(refused.getMessage().contains("The disk is full."), refused.getMessage());
        var noBackup = assertThrows(ExecutionException.class,
                () -> repo.backup(root.resolve("backup"), moved -> { }).toCompletableFuture().get());
        assertTrue(noBackup.getMessage().contains("The disk is full."), noBackup.getMessage());
        disk.free();
    }

    private static void type(DocHandle document, String typed) {
        document.change(null, edit -> {
            ObjectId text = RepoLoad.text(edit);
            edit.splice(text, edit.length(text), 0, typed);
        });
    }

    private static void save(OpenRepo repo) throws Exception {
        repo.flush().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void readAgain(DocumentId id) throws Exception {
        var scheduler = new ThreadScheduler();
        try (OpenRepo repo = RepoLoad.open(root, Adapter.product(), scheduler)) {
            var doc = repo.local(id).orElseThrow().current();
            assertEquals("kept ".repeat(TIMES), doc.text(RepoLoad.text(doc)));
        }
        scheduler.close();
    }
}
