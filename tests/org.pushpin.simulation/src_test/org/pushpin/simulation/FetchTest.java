// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Blobs.Coming;
import org.pushpin.repo.Blobs.Pace;
import org.pushpin.repo.Blobs.Unlinked;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.FetchProgress;
import org.pushpin.repo.Repo;
import org.pushpin.repo.SyncStatus;

/** Opening and fetching between two whole repos: a board, its cards, a picture. */
final class FetchTest {
    private static final int CARDS = 25;

    private RepoWorld world;
    private Repo here;
    private Repo there;
    private byte[] picture;
    private BlobId blob;
    private DocHandle board;

    @BeforeEach
    void aBoardThere() throws Exception {
        world = new RepoWorld(1, 2, new Faults(false, false, false, false, false, false));
        there = world.profiles.get(0).repo;
        here = world.profiles.get(1).repo;
        picture = new byte[700_000];
        new Random(1).nextBytes(picture);
        var imported = there.blobs().importBytes(picture).toCompletableFuture();
        run(1);
        blob = imported.get().id();
        List<String> urls = new ArrayList<>(List.of(
                there.create(null, edit -> edit.put(ObjectId.ROOT, "blob", "pushpin-blob:/" + blob)).url("image").toString()));
        for (int i = 0; i < CARDS; i++) {
            String text = "card " + i;
            urls.add(there.create(null, edit -> edit.put(ObjectId.ROOT, "text", text)).url("text").toString());
        }
        board = there.create(null, edit -> {
            ObjectId cards = edit.putObject(ObjectId.ROOT, "cards", ObjectType.MAP);
            urls.forEach(url -> edit.put(cards, url.substring(0, 20), url));
        });
        run(1);
    }

    private void run(int seconds) {
        world.simulation.run(Duration.ofSeconds(seconds));
    }

    @Test
    void fetchBringsTheBoardItsCardsAndBlobs() throws Exception {
        List<FetchProgress> progress = new ArrayList<>();
        DocumentUrl url = board.url("board");

        var fetched = here.fetch(url, progress::add).toCompletableFuture();
        run(30);

        assertTrue(fetched.isDone(), () -> "stopped at " + progress.get(progress.size() - 1));
        assertEquals(new FetchProgress(CARDS + 2, CARDS + 2, 1, 1, 0, picture.length, picture.length), progress.get(progress.size() - 1));
        assertEquals(board.durable().heads(), here.local(board.id()).orElseThrow().durable().heads());
        try (var in = here.blobs().read(blob)) {
            assertArrayEquals(picture, in.readAllBytes());
        }
        SyncStatus status = here.status(board.id());
        assertEquals(List.of(true, 1, 1, 1), List.of(status.saved(), status.peersConnected(), status.peersWithAll(), status.holders().size()));
        assertFalse(status.onlyHere());
    }

    @Test
    void fetchingAgainBringsWhatIsNew() {
        var first = here.fetch(board.url("board"), progress -> { }).toCompletableFuture();
        run(30);
        assertTrue(first.isDone());
        board.change(null, edit -> edit.put(ObjectId.ROOT, "title", "new"));

        var second = here.fetch(board.url("board"), progress -> { }).toCompletableFuture();
        run(10);

        assertTrue(second.isDone());
        assertEquals(board.current().heads(), here.local(board.id()).orElseThrow().durable().heads());
    }

    @Test
    void openWaitsUntilAPeerBringsAllOfIt() throws Exception {
        var opened = here.open(board.url("board")).toCompletableFuture();
        assertFalse(opened.isDone());
        assertTrue(here.local(board.id()).isEmpty());
        run(10);

        assertEquals(board.current().heads(), opened.get().current().heads());
    }

    @Test
    void aStoppedBlobIsShownAndComesWhenItIsResumed() throws Exception {
        List<FetchProgress> progress = new ArrayList<>();
        here.blobs().stop(blob);
        var fetched = here.fetch(board.url("board"), progress::add).toCompletableFuture();
        run(60);
        assertFalse(fetched.isDone());
        assertEquals(List.of(CARDS + 2, 0, 1, 1), last(progress, FetchProgress::documentsDone, FetchProgress::blobsDone,
                FetchProgress::blobsTotal, FetchProgress::blobsLeft));

        here.blobs().resume(blob);
        run(10);

        assertTrue(fetched.isDone());
        assertEquals(List.of(1, 0), last(progress, FetchProgress::blobsDone, FetchProgress::blobsLeft));
        assertPictureIsHere();
    }

    @SafeVarargs
    private static List<Integer> last(List<FetchProgress> progress, ToIntFunction<FetchProgress>... fields) {
        return Arrays.stream(fields).map(field -> field.applyAsInt(progress.get(progress.size() - 1))).toList();
    }

    private void assertPictureIsHere() throws Exception {
        try (var in = here.blobs().read(blob)) {
            assertArrayEquals(picture, in.readAllBytes());
        }
    }

    @Test
    void aBlobThatIsStoppedHalfWayGoesOnFromThere() throws Exception {
        List<Coming> comings = new ArrayList<>();
        here.blobs().comings(coming -> {
            comings.add(coming);
            if (coming.pace() == Pace.COMING && coming.bytesDone() > 0) {
                here.blobs().stop(blob);
            }
        });
        here.fetch(board.url("board"), progress -> { });
        run(60);
        Coming stopped = comings.get(comings.size() - 1);
        assertEquals(Pace.STOPPED, stopped.pace());
        assertTrue(stopped.bytesDone() > 0 && stopped.bytesDone() < picture.length);

        comings.clear();
        here.blobs().comings(coming -> { }).close();
        here.blobs().resume(blob);
        run(1);

        assertTrue(comings.get(0).bytesDone() >= stopped.bytesDone(), "what had come was not fetched again");
    }

    @Test
    void aBlobThatNobodyLinksToAnyMoreIsNotFetchedOnAndComesWithTheNextLink() throws Exception {
        DocHandle image = there.create(null, edit -> edit.put(ObjectId.ROOT, "blob", "pushpin-blob:/" + blob));
        here.blobs().stop(blob);
        here.fetch(image.url("image"), progress -> { });
        run(10);
        image.change(null, edit -> edit.put(ObjectId.ROOT, "blob", "nothing"));
        run(10);
        here.blobs().resume(blob);
        run(30);
        assertTrue(here.blobs().find(blob).isEmpty(), "nothing links to it");

        image.change(null, edit -> edit.put(ObjectId.ROOT, "blob", "pushpin-blob:/" + blob));
        run(30);
        assertPictureIsHere();
    }

    @Test
    void whatWasCollectedComesAgainWhenALinkIsBack() throws Exception {
        DocHandle image = there.create(null, edit -> edit.put(ObjectId.ROOT, "blob", "pushpin-blob:/" + blob));
        here.fetch(image.url("image"), progress -> { });
        run(10);
        assertPictureIsHere();
        DocHandle copy = here.local(image.id()).orElseThrow();
        copy.change(null, edit -> edit.put(ObjectId.ROOT, "blob", "nothing"));
        run(2 * 60 * 60);
        var collected = here.blobs().collect(true).toCompletableFuture();
        run(10);
        assertEquals(List.of(blob), collected.get().stream().map(Unlinked::id).toList());
        assertTrue(here.blobs().find(blob).isEmpty());

        copy.undo();
        run(10);
        assertPictureIsHere();
    }
}
