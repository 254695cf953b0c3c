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
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.storage.StorageFactory;

/** Opens a repo, reads all of it, opens it again, and writes a little: under the writer there was, and without a fork. */
final class RepoJudge implements Judge {

    private static final String BLOB = "pushpin-blob:/";

    /** How much of whose text must be there: by document, and neighbour unless it is the load's own. */
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final Set<BlobId> promised = new HashSet<>();
    private final Finds finds = new Finds();

    /** All of a document: what it shows, and what peers are told of it. */
    private record Found(List<ChangeHash> heads, List<WriterHead> clock) {}

    @Override
    public void heard(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "begin", "open" -> { }
            case "text" -> acknowledge(words[1], words[1], words[2]);
            case "by" -> acknowledge(words[2], words[2] + words[1], words[3]);
            case "file" -> promised.add(Judge.blob(words[1]));
            default -> throw new AssertionError("the load says: " + line);
        }
    }

    private void acknowledge(String document, String text, String length) {
        documents.add(document);
        acknowledged.merge(text, Integer.parseInt(length), Math::max);
    }

    @Override
    public Finds finds() {
        return finds;
    }

    @Override
    public void judge(Path root) throws Exception {
        if (acknowledged.isEmpty() && promised.isEmpty() && !Files.isDirectory(root.resolve("profile"))) {
            return;
        }
        finds.look(root.resolve("profile"));
        Map<DocumentId, Found> first = look(root, finds, false);
        assertEquals(first, look(root, Adapter.product(), true), "opening once more changes nothing");
    }

    private Map<DocumentId, Found> look(Path root, StorageFactory storage, boolean write) throws Exception {
        ThreadScheduler scheduler = new ThreadScheduler();
        List<Notice> notices = new CopyOnWriteArrayList<>();
        Map<DocumentId, Found> found = new HashMap<>();
        try (OpenRepo repo = RepoLoad.open(root, storage, scheduler)) {
            repo.notices(notices::add);
            Set<BlobId> files = new HashSet<>(promised);
            for (DocumentId id : repo.documents()) {
                DocHandle document = repo.local(id).orElseThrow();
                found.put(id, new Found(document.current().heads(), repo.replica().clock(id)));
                look(id, document.current(), files);
                if (write) {
                    write(repo, document);
                }
            }
            Loss.unless(repo.documents().stream().map(DocumentId::toString).toList().containsAll(documents), "a document is lost");
            lookAtFiles(repo, files);
        } finally {
            scheduler.close();
        }
        assertEquals(List.of(), notices);
        return found;
    }

    /** @param files that must be there too are added */
    private void look(DocumentId id, Doc doc, Set<BlobId> files) {
        Map<String, String> texts = new HashMap<>();
        for (String key : doc.keys(ObjectId.ROOT)) {
            if (key.equals("text")) {
                texts.put(id.toString(), doc.text(RepoLoad.text(doc)));
            } else if (key.startsWith(Neighbour.KEY)) {
                ObjectId text = Neighbour.text(doc.get(ObjectId.ROOT, key).orElseThrow());
                texts.put(id + key.substring(Neighbour.KEY.length()), doc.text(text));
            } else if (key.startsWith(RepoLoad.FILE)) {
                Scalar.Str link = (Scalar.Str) doc.get(ObjectId.ROOT, key).orElseThrow();
                files.add(Judge.blob(link.value().substring(BLOB.length())));
            }
        }
        acknowledged.forEach((text, least) -> {
            int length = texts.containsKey(text) ? texts.get(text).length() : -1;
            Loss.unless(!text.startsWith(id.toString()) || length >= least, "acknowledged " + least + " letters, found " + length);
        });
        texts.values().forEach(RepoJudge::look);
        assertEquals(List.of(), doc.forks());
    }

    private static void look(String text) {
        for (int i = 0; i < text.length(); i++) {
            assertEquals(RepoLoad.letter(i), text.charAt(i), "not what was typed");
        }
    }

    private static void write(OpenRepo repo, DocHandle document) throws Exception {
        int writers = repo.replica().clock(document.id()).size();
        document.change(null, edit -> edit.put(ObjectId.ROOT, "judged", true));
        repo.flush().toCompletableFuture().get();
        assertTrue(document.saved());
        assertEquals(List.of(), document.current().forks());
        assertEquals(Math.max(1, writers), repo.replica().clock(document.id()).size(), "a new incarnation that nobody needs");
    }

    private static void lookAtFiles(OpenRepo repo, Set<BlobId> files) throws IOException {
        for (BlobId blob : files) {
            Loss.unless(repo.blobs().find(blob).isPresent(), "a file is lost");
            try (InputStream in = repo.blobs().read(blob)) {
                assertEquals(blob, BlobManifest.of(in).blob());
            }
        }
    }
}
