// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.Write;

/** A log is folded into a snapshot and a few headers, and nothing is lost by it, whenever the process dies. */
class FoldingTest {

    private final Rig rig = new Rig(40);

    private static DocHandle typed(Rig rig, int changes) {
        DocHandle handle = rig.text("");
        type(rig, handle, changes);
        return handle;
    }

    private static void type(Rig rig, DocHandle handle, int changes) {
        for (int i = 0; i < changes; i++) {
            Rig.type(handle, Rig.textOf(handle.current()).length(), 0, "x");
            rig.scheduler.run(Duration.ofMillis(40));
        }
    }

    private static int rows(Rig rig, DocumentId id) throws StorageException {
        return rig.disk().batches(id, 0, Long.MAX_VALUE).size();
    }

    @Test
    void aFoldedLogIsReadBackAsItWas() throws StorageException {
        DocHandle handle = typed(rig, 20);
        List<WriterHead> clock = rig.repo.replica().clock(handle.id());
        rig.fold(handle.id());
        Storage disk = rig.disk();
        assertEquals(List.of(), disk.batches(handle.id(), 0, Long.MAX_VALUE));
        assertEquals(1, disk.headers(handle.id()).size());

        rig.start();

        assertEquals("x".repeat(20), Rig.textOf(rig.local(handle.id()).current()));
        assertEquals(clock, rig.repo.replica().clock(handle.id()));
        type(rig, rig.local(handle.id()), 3);
        assertEquals(1, rig.repo.replica().clock(handle.id()).size(), "the same writer goes on");
        rig.restart();
        assertEquals("x".repeat(23), Rig.textOf(rig.local(handle.id()).current()));
        assertEquals(List.of(), rig.notices);
    }

    @Test
    void aLongLogIsFoldedByItselfAndASomewhatLongOneAfterAWhile() throws StorageException {
        DocHandle handle = typed(rig, 300);
        rig.scheduler.run();
        assertTrue(rows(rig, handle.id()) < 60, "a long log");
        rig.start();
        DocHandle other = typed(rig, 10);
        rig.scheduler.run(Duration.ofMinutes(1));
        assertEquals(0, rows(rig, other.id()));
        rig.start();
        DocHandle few = typed(rig, 4);
        rig.scheduler.run(Duration.ofMinutes(1));
        assertEquals(4, rows(rig, few.id()));
    }

    @Test
    void aProfileIsCloseToWhatItsDocumentsAre() throws StorageException {
        DocHandle handle = typed(rig, 2_500);
        rig.fold(handle.id());
        int saved = handle.current().save().length;
        Storage disk = rig.disk();

        long kept = disk.headers(handle.id()).stream().mapToLong(header -> header.bytes().length()).sum();
        assertEquals(3, disk.headers(handle.id()).size(), "waypoints at 1,024 and 2,048, and the end");
        assertEquals(0, disk.settled(handle.id()).size());
        assertEquals(saved + 20, disk.snapshot(handle.id()).orElseThrow().body().length());
        assertEquals(3 * 292, kept);
    }

    @Test
    void aWaypointIsKeptForEveryQuarterMebibyte() throws StorageException {
        DocHandle handle = rig.text("");
        Random random = new Random(1);
        for (int i = 0; i < 10; i++) {
            byte[] content = new byte[100_000];
            random.nextBytes(content);
            handle.change(null, edit -> edit.put(ObjectId.ROOT, "k", new Scalar.Bytes(content)));
            rig.settle();
        }
        rig.fold(handle.id());

        assertEquals(4, rig.disk().headers(handle.id()).size());
    }

    @Test
    void besideALargeSnapshotOwnBatchesArePackedAnew() throws Exception {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        DocHandle handle = rig.text("");
        handle.change(null, edit -> edit.put(ObjectId.ROOT, "large", new Scalar.Bytes(content)));
        rig.settle();
        rig.fold(handle.id());
        Forger forger = new Forger(rig, handle, 1);
        Commit others = forger.type(handle.current(), "o");
        type(rig, handle, 5);
        rig.ingest(handle.id(), forger.honest(Forger.zero(), others.change()));
        type(rig, handle, 20);
        rig.scheduler.run(Duration.ofMinutes(1));
        List<WriterHead> clock = rig.repo.replica().clock(handle.id());

        List<StoredBatch> left = rig.disk().batches(handle.id(), 0, Long.MAX_VALUE);
        assertEquals(7, left.size(), "five, another's, and one for twenty");
        BatchHeader header = BatchHeader.decode(left.get(6).header());
        assertEquals(BatchHeader.Kind.REPACKED, header.kind());
        assertEquals(19, header.range().to() - header.range().from());

        rig.start();
        assertEquals(26, Rig.textOf(rig.local(handle.id()).current()).length());
        assertEquals(clock, rig.repo.replica().clock(handle.id()));
        Rig other = new Rig(44);
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());
        assertEquals(clock, other.repo.replica().clock(handle.id()));
        type(rig, rig.local(handle.id()), 1);
        assertEquals(2, rig.repo.replica().clock(handle.id()).size());
        assertEquals(List.of(), rig.notices);
    }

    /** The process dies before every single task of folding, and once more after it has begun again. */
    @Test
    void nothingIsLostWhereverItIsKilled() throws StorageException {
        boolean unfinished = true;
        int kills = 0;
        for (; unfinished; kills++) {
            Rig dying = new Rig(500);
            DocHandle handle = typed(dying, 12);
            dying.repo.fold(handle.id());
            for (int step = 0; step < kills; step++) {
                unfinished = dying.scheduler.step();
            }
            for (int again = 0; again < 3; again++) {
                dying.restart();
                DocHandle found = dying.local(handle.id());
                assertEquals("x".repeat(12 + again), Rig.textOf(found.current()), "kill " + kills);
                type(dying, found, 1);
                if (again == 0) {
                    dying.fold(handle.id());
                }
            }
            assertEquals(1, dying.repo.replica().clock(handle.id()).size());
            assertEquals(List.of(), dying.notices);
            assertEquals(2, rows(dying, handle.id()), "what was folded is gone, however often it was begun");
        }
        assertTrue(kills > 6, "steps: " + kills);
    }

    @Test
    void aDiskThatRefusesToFoldCostsNoChange() {
        for (int fail = 0; fail < 2; fail++) {
            Rig failing = new Rig(600 + fail);
            DocHandle handle = typed(failing, 12);
            failing.disk.failCommitAfter(fail);
            failing.fold(handle.id());
            failing.settle();

            type(failing, handle, 2);

            assertEquals("x".repeat(14), Rig.textOf(handle.durable()), "fail " + fail);
            failing.disk.failCommitAfter(1_000_000);
            failing.restart();
            assertEquals("x".repeat(14), Rig.textOf(failing.local(handle.id()).current()), "fail " + fail);
            assertEquals(List.of(), failing.notices);
        }
    }

    @Test
    void whatWaitsIsNeitherFoldedNorForgotten() throws Exception {
        DocHandle handle = typed(rig, 3);
        Forger forger = new Forger(rig, handle, 1);
        Commit one = forger.type(handle.current(), "1");
        Commit two = forger.type(one.document(), "2");
        Commit three = forger.type(two.document(), "3");
        Carried second = forger.honest(Forger.hash(one.change()), two.change());
        Carried third = forger.honest(Forger.hash(two.change()), three.change());

        assertEquals(Ingested.WAITING, rig.ingest(handle.id(), third));
        type(rig, handle, 3);
        assertEquals(Ingested.WAITING, rig.ingest(handle.id(), second));
        rig.fold(handle.id());
        rig.restart();
        rig.local(handle.id());
        assertEquals(Ingested.STORED, rig.ingest(handle.id(), forger.honest(Forger.zero(), one.change())));

        assertEquals(9, Rig.textOf(rig.local(handle.id()).current()).length());
        rig.restart();
        assertEquals(9, Rig.textOf(rig.local(handle.id()).current()).length());
        rig.fold(handle.id());
        assertEquals(0, rows(rig, handle.id()));
        rig.start();
        assertEquals(9, Rig.textOf(rig.local(handle.id()).current()).length());
        assertEquals(2, rig.repo.replica().clock(handle.id()).size());
    }

    @Test
    void bothBranchesOfAForkAreFolded() throws Exception {
        DocHandle handle = typed(rig, 3);
        Forger forger = new Forger(rig, handle, 1);
        Commit left = forger.type(handle.current(), "left ");
        Commit right = forger.type(handle.current(), "right ");
        Commit more = forger.type(right.document(), "more ");
        rig.ingest(handle.id(), forger.honest(Forger.zero(), left.change()));
        rig.ingest(handle.id(), forger.honest(Forger.zero(), right.change()));
        rig.fold(handle.id());
        rig.ingest(handle.id(), forger.honest(Forger.hash(right.change()), more.change()));
        List<WriterHead> clock = rig.repo.replica().clock(handle.id());
        rig.fold(handle.id());
        rig.settle();
        assertEquals(1, rig.notices.size());
        assertEquals(3, rig.disk().headers(handle.id()).size());

        rig.start();

        assertEquals(1, rig.local(handle.id()).current().forks().size());
        assertEquals(3, clock.size());
        assertEquals(clock, rig.repo.replica().clock(handle.id()));
        rig.settle();
        assertEquals(1, rig.notices.size(), "told once");
    }

    @Test
    void whereAHeaderWasDamagedOnlyTheProofIsGone() throws Exception {
        Rig other = new Rig(41);
        DocHandle handle = typed(rig, 10);
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());
        type(other, other.local(handle.id()), 10);
        other.fold(handle.id());
        String text = Rig.textOf(other.local(handle.id()).current());
        List<WriterHead> clock = other.repo.replica().clock(handle.id());
        Storage disk = other.disk();
        List<StoredHeader> headers = disk.headers(handle.id());
        assertEquals(2, headers.size());
        disk.commit(List.of(new Write.Headers(handle.id(), List.of())));

        other.start();

        assertEquals(text, Rig.textOf(other.local(handle.id()).current()));
        assertEquals(clock, other.repo.replica().clock(handle.id()));
        other.settle();
        assertEquals(List.of(Notice.Kind.DAMAGE), other.notices.stream().map(Notice::kind).toList());
        assertEquals(List.of(), other.batches(handle.id()), "what cannot be proved is not passed on");
        type(rig, handle, 1);
        rig.batches(handle.id()).forEach(batch -> other.ingest(handle.id(), batch));
        Rig third = new Rig(42);
        third.adopt(rig, handle);
        other.batches(handle.id()).forEach(batch -> assertEquals(Ingested.STORED, third.ingest(handle.id(), batch)));
        assertEquals(21, Rig.textOf(third.local(handle.id()).current()).length(), "its writer's next change proved it again");
    }

    @Test
    void aDamagedSnapshotIsReportedAndBroughtAgain() throws Exception {
        Rig other = new Rig(43);
        DocHandle handle = typed(rig, 10);
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());
        other.fold(handle.id());
        Storage disk = other.disk();
        Bytes body = disk.snapshot(handle.id()).orElseThrow().body();
        byte[] flipped = body.toByteArray();
        flipped[flipped.length / 2] ^= 1;
        disk.commit(List.of(new Write.Snapshot(handle.id(), disk.snapshotRevision(handle.id()), Bytes.of(flipped))));

        other.start();
        assertTrue(other.local(handle.id()).current().heads().isEmpty());
        other.settle();
        assertEquals(List.of(Notice.Kind.DAMAGE), other.notices.stream().map(Notice::kind).toList());
        assertEquals(List.of(), other.repo.replica().clock(handle.id()));
        other.restart();
        assertEquals(List.of(), other.repo.replica().clock(handle.id()), "the disk does not claim what it lacks");
        rig.sendTo(other, handle.id());

        assertEquals("x".repeat(10), Rig.textOf(other.local(handle.id()).current()));
    }
}
