// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.ThreadScheduler;

/** Opens a repo, reads all of it, opens it again, and writes a little: under the writer there was, and without a fork. */
final class RepoJudge implements Judge {

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Set<BlobId> promised = new HashSet<>();

    @Override
    public void heard(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "open" -> { }
            case "text" -> acknowledged.merge(words[1], Integer.parseInt(words[2]), Math::max);
            case "file" -> promised.add(Judge.blob(words[1]));
            default -> throw new AssertionError("the load says: " + line);
        }
    }

    @Override
    public void judge(Path root) throws Exception {
        if (acknowledged.isEmpty() && promised.isEmpty() && !Files.isDirectory(root.resolve("profile"))) {
            return;
        }
        Map<DocumentId, List<ChangeHash>> first = look(root, false);
        assertEquals(first, look(root, true), "opening once more changes nothing");
    }

    private Map<DocumentId, List<ChangeHash>> look(Path root, boolean write) throws Exception {
        ThreadScheduler scheduler = new ThreadScheduler();
        List<Notice> notices = new CopyOnWriteArrayList<>();
        Map<DocumentId, List<ChangeHash>> heads = new HashMap<>();
        try (OpenRepo repo = RepoLoad.open(root, Sin.NONE, scheduler)) {
            repo.notices(notices::add);
            for (DocumentId id : repo.documents()) {
                DocHandle document = repo.local(id).orElseThrow();
                heads.put(id, document.current().heads());
                look(document);
                if (write) {
                    write(repo, document);
                }
            }
            Loss.unless(repo.documents().stream().map(DocumentId::toString).toList().containsAll(acknowledged.keySet()),
                    "a document is lost");
            lookAtFiles(repo);
        } finally {
            scheduler.close();
        }
        assertEquals(List.of(), notices);
        return heads;
    }

    private void look(DocHandle document) {
        Doc doc = document.current();
        int least = acknowledged.getOrDefault(document.id().toString(), 0);
        if (doc.get(ObjectId.ROOT, "text").isEmpty()) {
            Loss.unless(!acknowledged.containsKey(document.id().toString()), "a text is lost");
            return;
        }
        String text = doc.text(RepoLoad.text(doc));
        Loss.unless(text.length() >= least, "acknowledged " + least + " letters, found " + text.length());
        for (int i = 0; i < text.length(); i++) {
            assertEquals(RepoLoad.letter(i), text.charAt(i), "not what was typed");
        }
        assertEquals(List.of(), doc.forks());
    }

    private static void write(OpenRepo repo, DocHandle document) throws Exception {
        int writers = repo.replica().clock(document.id()).size();
        document.change(null, edit -> edit.put(ObjectId.ROOT, "judged", true));
        repo.flush().toCompletableFuture().get();
        assertTrue(document.saved());
        assertEquals(List.of(), document.current().forks());
        assertEquals(Math.max(1, writers), repo.replica().clock(document.id()).size(), "a new incarnation that nobody needs");
    }

    private void lookAtFiles(OpenRepo repo) throws IOException {
        for (BlobId blob : promised) {
            try (InputStream in = repo.blobs().read(blob)) {
                assertEquals(blob, BlobManifest.of(in).blob());
            }
        }
    }
}
