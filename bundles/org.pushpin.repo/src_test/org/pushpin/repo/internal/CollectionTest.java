// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Blobs.Unlinked;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.UnavailableException;
import org.pushpin.repo.internal.link.LinkCrawler;
import org.pushpin.repo.internal.link.Targets;

/** Files go when nothing has linked to them for long, and never before. */
class CollectionTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Rig rig = new Rig(60);

    private BlobId imported(String content) throws Exception {
        var stage = rig.repo.blobs().importBytes(content.getBytes()).toCompletableFuture();
        rig.settle();
        return stage.get().id();
    }

    private DocHandle linking(BlobId blob) {
        return rig.repo.create(null, edit -> edit.put(ObjectId.ROOT, "blob", Targets.link(blob)));
    }

    private boolean isHere(BlobId blob) {
        return rig.repo.blobs().find(blob).isPresent();
    }

    private List<BlobId> collect(boolean early) throws Exception {
        var stage = rig.repo.blobs().collect(early).toCompletableFuture();
        rig.scheduler.run(Duration.ofSeconds(30));
        return stage.get().stream().map(Unlinked::id).toList();
    }

    private List<Unlinked> unlinked() throws Exception {
        var stage = rig.repo.blobs().unlinked().toCompletableFuture();
        rig.scheduler.run(Duration.ofSeconds(30));
        return stage.get();
    }

    private void days(int days) {
        rig.scheduler.run(DAY.multipliedBy(days));
    }

    @Test
    void whatAnUnopenedDocumentLinksToStays() throws Exception {
        BlobId blob = imported("kept");
        linking(blob);
        rig.settle();
        rig.restart();

        days(100);

        assertTrue(isHere(blob));
        assertEquals(List.of(), unlinked());
        assertEquals(List.of(), collect(true));
    }

    @Test
    void whatNothingLinksToGoesByItselfAfterTheGracePeriod() throws Exception {
        BlobId blob = imported("gone");
        DocHandle document = linking(blob);
        rig.settle();
        days(40);
        document.change(null, edit -> edit.put(ObjectId.ROOT, "blob", "nothing"));

        days(29);
        assertTrue(isHere(blob), "undo may bring the link back");
        Unlinked told = unlinked().get(0);
        assertEquals(List.of(blob, true, 4L), List.of(told.id(), told.whole(), told.bytes()));
        assertTrue(Duration.between(rig.scheduler.now(), told.due()).compareTo(Duration.ofDays(2)) < 0);
        days(2);

        assertFalse(isHere(blob));
        assertEquals(List.of(), unlinked());
    }

    @Test
    void anUndoWithinTheGracePeriodSavesIt() throws Exception {
        BlobId blob = imported("undone");
        DocHandle document = linking(blob);
        rig.settle();
        document.change(null, edit -> edit.put(ObjectId.ROOT, "blob", "nothing"));
        days(29);
        document.undo();
        days(60);

        assertTrue(isHere(blob));
        document.redo();
        days(29);
        assertTrue(isHere(blob), "the time began anew");
        days(3);
        assertFalse(isHere(blob));
    }

    @Test
    void importingAgainBeginsTheTimeAnew() throws Exception {
        BlobId blob = imported("twice");
        days(29);
        imported("twice");
        days(29);
        assertTrue(isHere(blob));
        days(3);
        assertFalse(isHere(blob));
    }

    @Test
    void timeInWhichTheProfileIsNotOpenDoesNotCountAlone() throws Exception {
        BlobId blob = imported("holiday");
        assertEquals(1, unlinked().size());
        rig.restart();
        rig.scheduler.run(Duration.ofMinutes(1));
        rig.scheduler.forget();
        days(400);
        rig.restart();
        days(2);

        assertTrue(isHere(blob), "whoever comes back may still undo");
        days(5);
        assertFalse(isHere(blob));
    }

    @Test
    void earlyTakesWhatIsNotDueButNotWhatJustCame() throws Exception {
        BlobId old = imported("old");
        rig.scheduler.run(Duration.ofHours(2));
        BlobId fresh = imported("fresh");
        BlobId linked = imported("linked");
        linking(linked);
        rig.settle();

        assertEquals(List.of(), collect(false));
        assertEquals(List.of(old), collect(true));
        assertTrue(isHere(fresh) && isHere(linked) && !isHere(old));
    }

    @Test
    void nothingGoesWhileALinkMayBeUnknown() throws Exception {
        BlobId blob = imported("late");
        rig.scheduler.run(Duration.ofHours(2));
        DocHandle document = rig.text("x");
        rig.settle();
        document.change(null, edit -> edit.put(ObjectId.ROOT, "blob", Targets.link(blob)));
        rig.scheduler.run();
        assertTrue(document.saved());

        var stage = rig.repo.blobs().collect(true).toCompletableFuture();
        rig.scheduler.run(); // the links are crawled a moment later

        assertFalse(stage.isDone());
        rig.settle();
        assertEquals(List.of(), stage.get());
        assertTrue(isHere(blob));
    }

    @Test
    void linksBeyondThoseThatAreFollowedCountToo() throws Exception {
        BlobId blob = imported("beyond");
        rig.scheduler.run(Duration.ofHours(2));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= LinkCrawler.MAX_LINKS; i++) {
            text.append("pushpin-blob:/").append(String.format("%064x", i + 1)).append('\n');
        }
        String last = text + Targets.link(blob);
        rig.repo.create(null, edit -> edit.put(ObjectId.ROOT, "links", last));
        rig.settle();
        assertEquals(List.of(), rig.disk().linking(Targets.link(blob), 1), "it is not among those that are stored");
        rig.start();

        assertEquals(List.of(), unlinked());
        assertEquals(List.of(), collect(true));
        assertTrue(isHere(blob));
    }

    @Test
    void damageForbidsAnyRemoval() throws Exception {
        BlobId blob = imported("unsure");
        DocHandle document = rig.text("x");
        rig.settle();
        rig.scheduler.run(Duration.ofHours(2));
        rig.restart();
        rig.disk.damageBatch(1);
        rig.local(document.id());
        rig.settle();

        var stage = rig.repo.blobs().collect(true).toCompletableFuture();
        rig.scheduler.run(Duration.ofMinutes(1));

        assertTrue(assertThrows(ExecutionException.class, stage::get).getCause() instanceof UnavailableException);
        assertTrue(isHere(blob));
    }

    @Test
    void aDownloadThatNobodyWantsGoesToo() throws Exception {
        byte[] content = new byte[2 * BlobManifest.CHUNK_BYTES];
        BlobManifest manifest = BlobManifest.of(new java.io.ByteArrayInputStream(content));
        var stage = rig.repo.replica().acceptChunk(manifest, 0, Bytes.copy(content, 0, BlobManifest.CHUNK_BYTES)).toCompletableFuture();
        rig.settle();
        assertTrue(stage.isDone());
        assertEquals(List.of(), collect(true), "not while it is open");
        rig.repo.replica().abandon(manifest.blob());
        rig.settle();

        Unlinked part = unlinked().get(0);
        assertEquals(List.of(manifest.blob(), false, 262_144L), List.of(part.id(), part.whole(), part.bytes()));
        days(32);
        assertEquals(List.of(), unlinked());
    }

    @Test
    void aCrashDuringACollectionLosesNothingElse() throws Exception {
        BlobId kept = imported("kept");
        linking(kept);
        for (int i = 0; i < 10; i++) {
            imported("unlinked " + i);
        }
        rig.scheduler.run(Duration.ofHours(2));
        rig.repo.blobs().collect(true);
        int steps = 0;
        while (unlinkedOnDisk() > 5 && rig.scheduler.step()) {
            steps++;
        }
        assertTrue(steps > 5);
        rig.restart();
        rig.settle();

        assertTrue(isHere(kept));
        assertEquals(5, unlinked().size());
        assertEquals(5, collect(true).size());
        assertTrue(isHere(kept));
    }

    /** At whichever moment of a collection somebody imports the same content: he has it then. */
    @Test
    void anImportDuringACollectionIsNeverLost() throws Exception {
        int removedBefore = 0;
        for (int moment = 0; moment < 12; moment++) {
            Rig each = new Rig(61);
            each.repo.blobs().importBytes("again".getBytes());
            each.settle();
            each.scheduler.run(Duration.ofHours(2));
            var collected = each.repo.blobs().collect(true).toCompletableFuture();
            for (int step = 0; step < moment; step++) {
                each.scheduler.step();
            }
            removedBefore += each.disk.blobsHere() == 0 ? 1 : 0;
            var imported = each.repo.blobs().importBytes("again".getBytes()).toCompletableFuture();
            each.settle();

            assertTrue(collected.isDone());
            assertTrue(each.repo.blobs().find(imported.get().id()).isPresent(), "imported after " + moment + " steps");
        }
        assertTrue(removedBefore > 0 && removedBefore < 12, "both orders were tried");
    }

    private long unlinkedOnDisk() {
        return rig.disk.blobsHere() - 1L;
    }
}
