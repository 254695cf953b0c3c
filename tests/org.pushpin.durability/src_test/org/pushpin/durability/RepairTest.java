// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.network.Address;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Profile;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.ThreadScheduler;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StoredBatch;

/** What a disk has damaged is brought again by a peer, and whatever else there is can be read meanwhile. */
final class RepairTest {

    private static final int CARDS = 6;
    private static final Address ANYWHERE = new Address("loopback", 1);

    @TempDir
    Path folder;

    private final Loopback network = new Loopback();
    private final ThreadScheduler scheduler = new ThreadScheduler();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final byte[] picture = new byte[700_000];
    private final List<DocumentId> cards = new ArrayList<>();
    private OpenRepo healthy;
    private DocumentUrl board;
    private BlobId blob;

    @BeforeEach
    void twoHaveTheSame() throws Exception {
        new Random(3).nextBytes(picture);
        healthy = open("healthy");
        blob = healthy.blobs().importBytes(picture).toCompletableFuture().get().id();
        List<String> links = new ArrayList<>(List.of("pushpin-blob:/" + blob));
        for (int i = 0; i < CARDS; i++) {
            links.add(card(i).url("text").toString());
        }
        board = healthy.create(null, edit -> links.forEach(link -> edit.put(ObjectId.ROOT, "to " + links.indexOf(link), link))).url("board");
        healthy.flush().toCompletableFuture().get();
        healthy.peers().listen(ANYWHERE).toCompletableFuture().get();
        fetchAndClose();
    }

    private DocHandle card(int number) throws Exception {
        DocHandle card = healthy.create(null, edit -> edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT));
        cards.add(card.id());
        for (int i = 0; i < 3; i++) {
            card.change(null, edit -> edit.splice(RepoLoad.text(edit), 0, 0, "card " + number + " with words of its own. "));
            healthy.flush().toCompletableFuture().get();
        }
        return card;
    }

    private OpenRepo open(String name) throws Exception {
        Path profile = folder.resolve(name);
        new Profile(profile).create();
        return OpenRepo.open(new RepoParts(profile, Adapter.product(), scheduler, List.of(network), new SecureRandom(),
                new SessionFiles(folder.resolve("state"), Path.of("/etc/machine-id"))));
    }

    /** The one whose disk will fail. */
    private void fetchAndClose() throws Exception {
        try (OpenRepo failing = open("failing")) {
            failing.notices(notices::add);
            failing.peers().join(ANYWHERE);
            failing.fetch(board, progress -> { }).toCompletableFuture().get(60, TimeUnit.SECONDS);
            for (DocumentId card : cards) {
                awaitEqual(failing.local(card).orElseThrow());
            }
            try (InputStream in = failing.blobs().read(blob)) {
                assertArrayEquals(picture, in.readAllBytes());
            }
        }
    }

    /** A damaged document is found out when it is opened, and comes then. */
    private void awaitEqual(DocHandle card) throws InterruptedException {
        var equal = new CountDownLatch(1);
        Runnable look = () -> {
            if (healthy.local(card.id()).orElseThrow().current().heads().equals(card.current().heads())) {
                equal.countDown();
            }
        };
        try (Subscription updates = card.subscribe(update -> look.run())) {
            look.run();
            assertTrue(equal.await(60, TimeUnit.SECONDS), "a card was not brought again");
        }
    }

    @AfterEach
    void close() {
        healthy.close();
        network.close();
        scheduler.close();
    }

    private void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 16;
        Files.write(file, bytes);
    }

    private int find(Path file, byte[] content) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at + content.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + content.length, content, 0, content.length)) {
                return at;
            }
        }
        throw new AssertionError("the content is not in " + file);
    }

    @Test
    void aPeerBringsAgainWhatIsDamaged() throws Exception {
        Path profile = folder.resolve("failing");
        List<byte[]> bodies = new ArrayList<>();
        try (Storage storage = Adapter.product().open(profile)) {
            for (DocumentId card : cards.subList(0, 3)) {
                StoredBatch batch = storage.batches(card, 0, Long.MAX_VALUE).getLast();
                bodies.add(Arrays.copyOf(batch.header().toByteArray(), 250));
            }
        }
        for (byte[] body : bodies) {
            flip(profile.resolve("profile.db"), find(profile.resolve("profile.db"), body) + 100);
        }
        String name = blob.toString();
        flip(profile.resolve("blobs").resolve(name.substring(0, 2)).resolve(name.substring(2)), 300_000);

        othersOpenWithoutAPeer();
        fetchAndClose();

        notices.clear();
        fetchAndClose();
        assertTrue(notices.stream().noneMatch(notice -> notice.kind() == Notice.Kind.DAMAGE), notices.toString());
    }

    @Test
    void aDamagedFileComesAgainWhileTheProfileIsOpen() throws Exception {
        String name = blob.toString();
        flip(folder.resolve("failing/blobs").resolve(name.substring(0, 2)).resolve(name.substring(2)), 300_000);
        var arrived = new CountDownLatch(1);
        try (OpenRepo failing = open("failing")) {
            failing.peers().join(ANYWHERE);
            failing.fetch(board, progress -> { }).toCompletableFuture().get(60, TimeUnit.SECONDS);
            failing.blobs().arrivals(here -> arrived.countDown());
            try (InputStream in = failing.blobs().read(blob)) {
                assertThrows(IOException.class, in::readAllBytes);
            }

            assertTrue(arrived.await(60, TimeUnit.SECONDS), "the file was not brought again");
            try (InputStream in = failing.blobs().read(blob)) {
                assertArrayEquals(picture, in.readAllBytes());
            }
        }
    }

    private void othersOpenWithoutAPeer() throws Exception {
        try (OpenRepo failing = open("failing")) {
            List<Notice> told = new CopyOnWriteArrayList<>();
            failing.notices(told::add);
            for (DocumentId card : cards.subList(3, CARDS)) {
                assertEquals(healthy.local(card).orElseThrow().current().heads(), failing.local(card).orElseThrow().current().heads());
            }
            for (DocumentId card : cards.subList(0, 3)) {
                assertFalse(healthy.local(card).orElseThrow().current().heads().equals(failing.local(card).orElseThrow().current().heads()));
            }
            try (InputStream in = failing.blobs().read(blob)) {
                assertThrows(IOException.class, in::readAllBytes);
            }
            var toldAll = new CompletableFuture<Void>();
            scheduler.execute("notices", () -> toldAll.complete(null));
            toldAll.get();
            assertTrue(told.stream().filter(notice -> notice.kind() == Notice.Kind.DAMAGE).count() >= 3, told.toString());
        }
    }
}
