// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocHandle.Origin;
import org.pushpin.repo.DocHandle.Update;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.replication.Replica.Carried;

/** When the disk refuses. */
class RefusalTest {

    private final Rig rig = new Rig(8);

    @Test
    void aRefusedChangeGoesWithAllThatBuildsOnItAndTheTextIsADraft() {
        DocHandle handle = rig.text("kept");
        rig.settle();
        List<Update> updates = new ArrayList<>();
        handle.subscribe(updates::add);

        rig.disk.failCommitAfter(0);
        Rig.type(handle, 4, 0, " lost");
        rig.scheduler.step();
        Rig.type(handle, 9, 0, " too");
        rig.settle();

        assertEquals("kept", Rig.textOf(handle.current()));
        assertTrue(handle.saved());
        assertFalse(handle.canUndo());
        Notice notice = rig.notices.get(0);
        assertEquals(Notice.Kind.REFUSED, notice.kind());
        assertEquals(Optional.of(" lost too"), notice.draft());
        assertEquals(Origin.REFUSED, updates.get(updates.size() - 1).origin());
        assertEquals("kept", Rig.textOf(updates.get(updates.size() - 1).after()));
    }

    /** What undo and redo did is taken back like any other change, and can be done again. */
    @Test
    void anUndoThatWasRefusedCanBeDoneAgain() {
        DocHandle handle = rig.text("one");
        Rig.type(handle, 3, 0, " two");
        Rig.type(handle, 0, 4, "");
        rig.settle();
        rig.disk.refuseCommits(true);
        handle.undo();
        handle.undo();
        handle.redo();
        rig.settle();
        assertEquals("two", Rig.textOf(handle.current()));

        rig.disk.refuseCommits(false);
        assertTrue(handle.undo());
        assertEquals("one two", Rig.textOf(handle.current()));
        assertTrue(handle.undo());
        assertEquals("one", Rig.textOf(handle.current()));
        assertTrue(handle.redo() && handle.redo());
        assertEquals("two", Rig.textOf(handle.current()));
        rig.settle();
        assertTrue(handle.saved());
    }

    @Test
    void afterAFailureOneWritesUnderANewIncarnation() {
        DocHandle handle = rig.text("kept");
        rig.settle();
        Rig other = new Rig(9);
        other.adopt(rig, handle);
        rig.disk.failCommitAfter(0);
        Rig.type(handle, 0, 0, "lost ");
        rig.settle();

        Rig.type(handle, 0, 0, "new ");
        rig.settle();

        assertTrue(handle.saved());
        assertEquals("new kept", Rig.textOf(handle.current()));
        assertEquals(2, rig.repo.replica().clock(handle.id()).size());
        rig.sendTo(other, handle.id());
        assertEquals("new kept", Rig.textOf(other.local(handle.id()).current()));
        rig.restart();
        Rig.type(rig.local(handle.id()), 0, 0, "very ");
        rig.settle();
        assertEquals(2, rig.repo.replica().clock(handle.id()).size());
    }

    @Test
    void aDocumentThatCouldNotBeMadeIsGone() {
        rig.disk.failCommitAfter(0);
        DocHandle handle = rig.text("never");
        rig.settle();

        assertTrue(rig.repo.documents().isEmpty());
        assertTrue(rig.repo.local(handle.id()).isEmpty());
        assertEquals(Optional.of("never"), rig.notices.get(0).draft());
    }

    @Test
    void aBatchThatCouldNotBeStoredCanComeAgain() {
        Rig other = new Rig(10);
        DocHandle handle = rig.text("one");
        rig.settle();
        other.adopt(rig, handle);
        Carried batch = rig.batches(handle.id()).get(0);

        other.disk.failCommitAfter(0);
        var failing = other.repo.replica().ingest(handle.id(), batch.header(), batch.body()).toCompletableFuture();
        other.settle();
        assertTrue(failing.isCompletedExceptionally());
        assertEquals(0, other.local(handle.id()).current().heads().size());
        rig.sendTo(other, handle.id());

        assertEquals("one", Rig.textOf(other.local(handle.id()).current()));
    }

    @Test
    void aDamagedBatchIsReportedAndBroughtAgain() {
        Rig other = new Rig(11);
        DocHandle handle = rig.text("one");
        rig.settle();
        Rig.type(handle, 3, 0, " two");
        rig.settle();
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());
        other.settle();

        other.disk.damageBatch(2);
        other.restart();
        assertEquals("one", Rig.textOf(other.local(handle.id()).current()));
        other.settle();
        assertEquals(List.of(Notice.Kind.DAMAGE), other.notices.stream().map(Notice::kind).toList());
        rig.sendTo(other, handle.id());

        assertEquals("one two", Rig.textOf(other.local(handle.id()).current()));
        other.restart();
        assertEquals("one two", Rig.textOf(other.local(handle.id()).current()));
    }

    @Test
    void whereAnOwnBatchIsDamagedANewIncarnationBegins() {
        Rig other = new Rig(12);
        DocHandle handle = rig.text("one");
        rig.settle();
        Rig.type(handle, 3, 0, " two");
        rig.settle();
        other.adopt(rig, handle);
        rig.sendTo(other, handle.id());

        rig.disk.damageBatch(2);
        rig.restart();
        DocHandle again = rig.local(handle.id());
        Rig.type(again, 0, 0, "zero ");
        rig.settle();
        rig.sendTo(other, handle.id());
        other.sendTo(rig, handle.id());

        assertEquals("zero one two", Rig.textOf(other.local(handle.id()).current()));
        assertEquals("zero one two", Rig.textOf(again.current()));
        assertTrue(again.current().forks().isEmpty());
    }

    @Test
    void aFullDiskRefusesUntilThereIsRoom() {
        DocHandle handle = rig.text("kept");
        rig.settle();
        rig.disk.refuseCommits(true);
        for (int i = 0; i < 3; i++) {
            Rig.type(handle, 0, 0, "lost ");
            rig.settle();
            assertEquals("kept", Rig.textOf(handle.current()));
        }
        assertEquals(3, rig.notices.size());

        rig.disk.refuseCommits(false);
        Rig.type(handle, 0, 0, "well ");
        rig.settle();

        assertTrue(handle.saved());
        assertEquals("well kept", Rig.textOf(handle.durable()));
    }

    /** The process dies after every single task, and the disk fails at every single commit. */
    @Test
    void nothingThatWasSavedIsEverLost() {
        for (int kill = 0; kill < 60; kill++) {
            Rig crashing = new Rig(100 + kill);
            DocHandle handle = crashing.text("");
            int typed = 0;
            int saved = -1;
            for (int step = 0; step < kill; step++) {
                if (step % 4 == 1) {
                    Rig.type(handle, typed, 0, "x");
                    typed++;
                }
                crashing.scheduler.run(java.time.Duration.ofMillis(9));
                saved = handle.durable().heads().isEmpty() ? -1 : Rig.textOf(handle.durable()).length();
            }
            int last = saved;

            crashing.restart();

            int found = crashing.repo.local(handle.id()).map(doc -> Rig.textOf(doc.current()).length()).orElse(-1);
            assertTrue(found >= last && found <= typed, "kill " + kill + ": saved " + last + ", found " + found);
            crashing.repo.local(handle.id()).ifPresent(doc -> Rig.type(doc, 0, 0, "y"));
            crashing.settle();
            assertEquals(0, crashing.repo.local(handle.id()).map(doc -> doc.current().forks().size()).orElse(0));
        }
    }

    @Test
    void aFailureAtAnyCommitLosesOnlyWhatWasNotSaved() {
        for (int fail = 0; fail < 12; fail++) {
            Rig failing = new Rig(200 + fail);
            failing.disk.failCommitAfter(fail);
            DocHandle handle = failing.text("");
            failing.settle();
            if (failing.repo.documents().isEmpty()) {
                continue;
            }
            int expected = 0;
            for (int i = 0; i < 10; i++) {
                String before = Rig.textOf(handle.current());
                Rig.type(handle, before.length(), 0, "x");
                failing.settle();
                assertTrue(handle.saved());
                expected = Rig.textOf(handle.durable()).length();
            }

            failing.disk.failCommitAfter(1_000_000);
            failing.restart();

            assertTrue(expected >= 9);
            assertEquals(expected, Rig.textOf(failing.local(handle.id()).current()).length(), "fail " + fail);
            assertTrue(failing.local(handle.id()).current().forks().isEmpty());
        }
    }
}
