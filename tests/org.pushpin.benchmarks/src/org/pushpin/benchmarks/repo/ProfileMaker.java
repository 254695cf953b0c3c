// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;

/**
 * Fills an empty profile: one workspace, a board for every {@value #PER_BOARD} documents, and cards on it, most of them notes, some
 * pictures, some files; one card in five has been worked on after it was made. Contents follow a seed, keys do not.
 */
final class ProfileMaker {
    /** A board and its cards. */
    static final int PER_BOARD = 50;
    /** The setting that holds the URL of a board for measuring. */
    static final String BOARD = "bench.board";
    /** The setting that holds the workspace's URL. */
    static final String WORKSPACE = "bench.workspace";
    private static final int PICTURES = 100;

    private final OpenRepo repo;
    private final Texts texts;
    private final RandomGenerator random;
    private final List<String> pictures = new ArrayList<>();

    ProfileMaker(OpenRepo repo, Texts texts, RandomGenerator random) {
        this.repo = repo;
        this.texts = texts;
        this.random = random;
    }

    void make(int documents) throws Exception {
        for (int i = 0; i < Math.min(PICTURES, documents / 100); i++) {
            byte[] content = new byte[random.nextInt(2_000, 40_000)];
            random.nextBytes(content);
            pictures.add("pushpin-blob:/" + repo.blobs().importBytes(content).toCompletableFuture().get().id());
        }
        List<String> boards = new ArrayList<>();
        int left = documents - 1;
        while (left > 0) {
            int here = Math.min(left, PER_BOARD);
            boards.add(board(here - 1).toString());
            left -= here;
            repo.flush().toCompletableFuture().get();
        }
        DocumentUrl workspace = workspace(boards);
        repo.setting(BOARD, Bytes.utf8(boards.get(boards.size() / 2)));
        repo.setting(WORKSPACE, Bytes.utf8(workspace.toString()));
        repo.flush().toCompletableFuture().get();
    }

    private DocumentUrl workspace(List<String> boards) {
        DocHandle handle = repo.create(null, edit -> {
            edit.put(ObjectId.ROOT, "title", "Workspace");
            ObjectId list = edit.putObject(ObjectId.ROOT, "boards", ObjectType.LIST);
            for (int i = 0; i < boards.size(); i++) {
                edit.insert(list, i, new org.pushpin.crdt.Scalar.Str(boards.get(i)));
            }
            edit.putObject(ObjectId.ROOT, "contacts", ObjectType.LIST);
        });
        return handle.url("workspace");
    }

    private DocumentUrl board(int cards) {
        DocHandle board = repo.create(null, edit -> {
            titled(edit, texts.title(random));
            edit.put(ObjectId.ROOT, "background", "paper");
            edit.putObject(ObjectId.ROOT, "cards", ObjectType.MAP);
        });
        for (int i = 0; i < cards; i++) {
            String url = card().toString();
            String key = "card" + i;
            board.change(null, edit -> place(edit, key, url));
        }
        return board.url("board");
    }

    private void place(Edit edit, String key, String url) {
        ObjectId cards = ((org.pushpin.crdt.ObjectValue) edit.get(ObjectId.ROOT, "cards").orElseThrow()).id();
        ObjectId card = edit.putObject(cards, key, ObjectType.MAP);
        edit.put(card, "url", url);
        edit.put(card, "x", random.nextDouble() * 4000);
        edit.put(card, "y", random.nextDouble() * 3000);
        edit.put(card, "width", 240.0);
        edit.put(card, "z", random.nextDouble());
    }

    private DocumentUrl card() {
        int kind = random.nextInt(10);
        return kind == 0 && !pictures.isEmpty() ? picture() : kind == 1 && !pictures.isEmpty() ? file() : note();
    }

    private DocumentUrl note() {
        String content = texts.note(random);
        DocHandle note = repo.create(null, edit -> edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, content));
        for (int more = random.nextInt(5) == 0 ? 3 : 0; more > 0; more--) {
            String addition = texts.title(random);
            note.change(null, edit -> edit.splice(textOf(edit), random.nextInt(edit.length(textOf(edit)) + 1), 0, addition));
        }
        return note.url("text");
    }

    private static ObjectId textOf(Edit edit) {
        return ((org.pushpin.crdt.ObjectValue) edit.get(ObjectId.ROOT, "text").orElseThrow()).id();
    }

    private DocumentUrl picture() {
        return repo.create(null, edit -> {
            attached(edit, "image/png", ".png");
            edit.put(ObjectId.ROOT, "width", 640L);
            edit.put(ObjectId.ROOT, "height", 480L);
        }).url("image");
    }

    private DocumentUrl file() {
        return repo.create(null, edit -> attached(edit, "application/pdf", ".pdf")).url("file");
    }

    private void attached(Edit edit, String mediaType, String suffix) {
        titled(edit, texts.title(random));
        edit.put(ObjectId.ROOT, "name", texts.title(random) + suffix);
        edit.put(ObjectId.ROOT, "mediaType", mediaType);
        edit.put(ObjectId.ROOT, "blob", pictures.get(random.nextInt(pictures.size())));
    }

    private static void titled(Edit edit, String title) {
        edit.splice(edit.putObject(ObjectId.ROOT, "title", ObjectType.TEXT), 0, 0, title);
    }
}
