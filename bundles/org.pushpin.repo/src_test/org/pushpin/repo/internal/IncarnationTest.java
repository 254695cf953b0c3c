// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.profile.SessionMemory.Session;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.testkit.MemoryDisk;

/** A new incarnation begins where a sequence number could be used twice, and nowhere else. */
class IncarnationTest {

    private final Rig rig = new Rig(20);

    private int writersAfterOneMoreChange(DocHandle handle) {
        DocHandle now = rig.local(handle.id());
        Rig.type(now, 0, 0, "x");
        rig.settle();
        return rig.repo.replica().clock(handle.id()).size();
    }

    @Test
    void aKillNeedsNone() {
        DocHandle handle = rig.text("a");
        rig.settle();
        for (int i = 0; i < 5; i++) {
            rig.restart();
            assertEquals(1, writersAfterOneMoreChange(handle));
        }
    }

    @Test
    void anOrderlyEndNeedsNone() {
        DocHandle handle = rig.text("a");
        rig.settle();
        close();
        rig.start();
        assertEquals(1, writersAfterOneMoreChange(handle));
    }

    private void close() {
        rig.repo.flush();
        rig.settle();
        rig.repo.close(java.time.Duration.ZERO);
        rig.scheduler.forget();
    }

    @Test
    void aCopiedProfileDoes() {
        DocHandle handle = rig.text("a");
        rig.settle();
        rig.sessions.sessions.clear();
        rig.restart();
        assertEquals(2, writersAfterOneMoreChange(handle));
        rig.restart();
        assertEquals(2, writersAfterOneMoreChange(handle));
    }

    @Test
    void aRestoredBackupDoes() {
        DocHandle handle = rig.text("a");
        rig.settle();
        // as if the profile had been closed and opened once more after the backup was taken
        rig.sessions.sessions.replaceAll((profile, session) -> new Session(Bytes.zeros(16), Optional.empty()));
        rig.restart();
        assertEquals(2, writersAfterOneMoreChange(handle));
    }

    @Test
    void aCrashBetweenTokenInsideAndOutsideDoesNot() {
        DocHandle handle = rig.text("a");
        rig.settle();
        rig.sessions.sessions.replaceAll((profile, session) -> new Session(Bytes.zeros(16), Optional.of(session.token())));
        rig.restart();
        assertEquals(1, writersAfterOneMoreChange(handle));
    }

    @Test
    void aPeerThatHoldsMoreOfOurOwnDoes() {
        Rig twin = new Rig(20);
        DocHandle handle = rig.text("a");
        DocHandle same = twin.text("a");
        assertEquals(handle.id(), same.id());
        rig.settle();
        twin.settle();
        Rig.type(same, 1, 0, "b");
        twin.settle();
        List<Carried> batches = twin.batches(handle.id());

        rig.ingest(handle.id(), batches.get(1));

        assertEquals("ab", Rig.textOf(handle.current()));
        assertEquals(2, writersAfterOneMoreChange(handle));
        assertTrue(handle.current().forks().isEmpty());
    }

    @Test
    void twoLivingCopiesForkOnceAndGoOnApart() {
        Rig twin = new Rig(20);
        DocHandle handle = rig.text("a");
        DocHandle same = twin.text("a");
        rig.settle();
        twin.settle();
        twin.text("so that the copies' random numbers differ");
        Rig.type(handle, 1, 0, "l");
        Rig.type(same, 1, 0, "r");
        rig.settle();
        twin.settle();

        rig.sendTo(twin, handle.id());
        twin.sendTo(rig, handle.id());
        Rig.type(handle, 0, 0, "L");
        Rig.type(same, 0, 0, "R");
        rig.settle();
        twin.settle();
        rig.sendTo(twin, handle.id());
        twin.sendTo(rig, handle.id());

        assertEquals(Rig.textOf(handle.current()), Rig.textOf(same.current()));
        assertEquals(handle.current().heads(), same.current().heads());
        assertEquals(1, handle.current().forks().size());
        assertEquals(5, Rig.textOf(handle.current()).length());
        assertTrue(rig.notices.stream().anyMatch(notice -> notice.kind() == Notice.Kind.FORK));
    }

    /** The other peer, who has all that was written before the backup was put back. */
    private Rig peer(DocHandle handle) {
        Rig peer = new Rig(77);
        peer.adopt(rig, handle);
        rig.sendTo(peer, handle.id());
        return peer;
    }

    private void exchange(Rig peer, DocHandle handle) {
        peer.batches(handle.id(), rig.clock(handle.id())).forEach(batch -> rig.ingest(handle.id(), batch));
        rig.batches(handle.id(), peer.clock(handle.id())).forEach(batch -> peer.ingest(handle.id(), batch));
        assertEquals(rig.local(handle.id()).current().heads(), peer.local(handle.id()).current().heads());
        assertEquals(rig.repo.replica().clock(handle.id()), peer.repo.replica().clock(handle.id()));
    }

    private void restore(MemoryDisk backup) {
        rig.disk.crash();
        rig.scheduler.forget();
        rig.disk = backup;
        rig.start();
    }

    @Test
    void aBackupPutBackAfterTheProfileWasUsedAgainWritesAsAnother() {
        DocHandle handle = rig.text("a");
        rig.settle();
        MemoryDisk backup = rig.disk.copy();
        close();
        rig.start();
        Rig.type(rig.local(handle.id()), 1, 0, "b");
        rig.settle();
        Rig peer = peer(rig.local(handle.id()));

        restore(backup);
        Rig.type(rig.local(handle.id()), 1, 0, "c");
        rig.settle();
        exchange(peer, handle);

        assertEquals(List.of(), rig.local(handle.id()).forks());
        assertEquals(2, rig.repo.replica().clock(handle.id()).size());
        assertEquals(3, Rig.textOf(rig.local(handle.id()).current()).length(), "what was written after the backup came back");
        assertEquals(List.of(), rig.notices);
    }

    /** Nothing tells such a backup from the present, but a peer does, if it is heard first; also when it has folded what it says. */
    @Test
    void aBackupThatNothingTellsFromThePresentIsFoundOutByAPeer() {
        for (boolean folded : List.of(false, true)) {
            DocHandle handle = rig.text("a");
            rig.settle();
            MemoryDisk backup = rig.disk.copy();
            Rig.type(handle, 1, 0, "b");
            Rig.type(handle, 2, 0, "c");
            rig.settle();
            Rig peer = peer(handle);
            Rig.type(peer.local(handle.id()), 0, 0, "p");
            peer.settle();
            if (folded) {
                peer.fold(handle.id());
            }
            restore(backup);

            exchange(peer, handle);
            Rig.type(rig.local(handle.id()), 0, 0, "d");
            rig.settle();
            exchange(peer, handle);

            assertEquals(List.of(), rig.local(handle.id()).forks());
            assertEquals("dpabc", Rig.textOf(rig.local(handle.id()).current()));
            assertEquals(3, rig.repo.replica().clock(handle.id()).size(), "before, since, and the peer");
        }
    }

    @Test
    void ifNobodyToldInTimeTheForkIsKeptToldAndGoesNoFurther() {
        DocHandle handle = rig.text("a");
        rig.settle();
        MemoryDisk backup = rig.disk.copy();
        Rig.type(handle, 1, 0, "b");
        rig.settle();
        Rig peer = peer(handle);
        restore(backup);
        Rig.type(rig.local(handle.id()), 1, 0, "c");
        rig.settle();

        exchange(peer, handle);
        rig.settle();
        peer.settle();

        for (Rig each : List.of(rig, peer)) {
            assertEquals(1, each.local(handle.id()).forks().size());
            assertEquals(3, Rig.textOf(each.local(handle.id()).current()).length(), "both branches are shown");
            assertEquals(List.of(Notice.Kind.FORK), each.notices.stream().map(Notice::kind).toList());
            each.fold(handle.id());
            each.restart();
            assertEquals(1, each.local(handle.id()).forks().size());
        }
        Rig.type(rig.local(handle.id()), 0, 0, "d");
        rig.settle();
        exchange(peer, handle);
        assertEquals(1, peer.local(handle.id()).forks().size(), "the next change is another writer's");
        assertEquals(3, peer.repo.replica().clock(handle.id()).size());
    }

    @Test
    void aCloneOnAnotherMachineWritesAsAnother() {
        DocHandle handle = rig.text("a");
        rig.settle();
        Rig clone = new Rig(78);
        clone.disk = rig.disk.copy();
        clone.restart();

        for (int i = 0; i < 3; i++) {
            Rig.type(rig.local(handle.id()), 0, 0, "r");
            Rig.type(clone.local(handle.id()), 0, 0, "c");
            rig.settle();
            clone.settle();
            exchange(clone, handle);
        }

        assertEquals(List.of(), rig.local(handle.id()).forks());
        assertEquals(2, rig.repo.replica().clock(handle.id()).size());
        assertEquals(7, Rig.textOf(rig.local(handle.id()).current()).length());
    }

    /** The disk says that it failed; whether it did is known when it is read again. Either way what comes next is another writer's. */
    @Test
    void aFailedFsyncDoesWhateverBecameOfTheChange() {
        for (boolean turnsUp : List.of(false, true)) {
            DocHandle handle = rig.text("kept");
            rig.settle();
            Rig peer = peer(handle);
            if (turnsUp) {
                rig.disk.failButKeepCommitAfter(0);
            } else {
                rig.disk.failCommitAfter(0);
            }
            Rig.type(handle, 0, 0, "perhaps ");
            rig.settle();
            assertEquals(turnsUp ? "perhaps kept" : "kept", Rig.textOf(handle.durable()));

            Rig.type(handle, 0, 0, "then ");
            rig.settle();
            exchange(peer, handle);
            rig.restart();
            Rig.type(rig.local(handle.id()), 0, 0, "last ");
            rig.settle();
            exchange(peer, handle);

            assertEquals(turnsUp ? "last then perhaps kept" : "last then kept", Rig.textOf(peer.local(handle.id()).current()));
            assertEquals(List.of(), rig.local(handle.id()).forks());
            assertEquals(2, rig.repo.replica().clock(handle.id()).size());
        }
    }
}
