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
}
