// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocHandle.Origin;
import org.pushpin.repo.DocHandle.Update;

class OpenRepoTest {

    private final Rig rig = new Rig(1);

    @Test
    void aChangeShowsAtOnceAndIsSavedAfterTheDiskSaysSo() {
        DocHandle handle = rig.text("hello");

        assertEquals("hello", Rig.textOf(handle.current()));
        assertFalse(handle.saved());
        rig.settle();

        assertTrue(handle.saved());
        assertEquals("hello", Rig.textOf(handle.durable()));
    }

    @Test
    void whatWasSavedIsThereAfterAKill() {
        DocHandle handle = rig.text("hello");
        rig.settle();
        Rig.type(handle, 5, 0, " world");
        rig.settle();

        rig.restart();

        assertEquals(List.of(handle.id()), rig.repo.documents());
        assertEquals("hello world", Rig.textOf(rig.local(handle.id()).current()));
    }

    @Test
    void changesOfManyDocumentsShareACommit() {
        List<DocHandle> handles = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            handles.add(rig.text("note " + i));
        }
        rig.settle();
        long before = rig.disk.commits();
        handles.forEach(handle -> Rig.type(handle, 0, 0, "x"));

        rig.settle();

        assertTrue(rig.disk.commits() - before <= 3, "commits: " + (rig.disk.commits() - before));
    }

    @Test
    void quickEditsAreGatheredIntoBatches() {
        DocHandle handle = rig.text("");
        rig.settle();
        for (int i = 0; i < 50; i++) {
            Rig.type(handle, i, 0, "a");
            rig.scheduler.run(java.time.Duration.ofMillis(3));
        }
        rig.settle();

        int batches = rig.batches(handle.id()).size();
        assertTrue(batches >= 3 && batches <= 10, "batches: " + batches);
        assertTrue(handle.saved());
    }

    @Test
    void listenersHearOfLocalChangesAndOfTheDisk() {
        DocHandle handle = rig.text("a");
        rig.settle();
        List<Update> updates = new ArrayList<>();
        handle.subscribe(updates::add);

        Rig.type(handle, 1, 0, "b");
        rig.settle();

        assertEquals(List.of(Origin.LOCAL, Origin.SAVED), updates.stream().map(Update::origin).toList());
        assertEquals("ab", Rig.textOf(updates.get(0).after()));
        assertEquals(1, updates.get(0).patches().size());
    }

    @Test
    void settingsSurvive() {
        rig.repo.setting("window.board", Bytes.utf8("x"));
        assertEquals(Bytes.utf8("x"), rig.repo.setting("window.board").orElseThrow());
        rig.settle();

        rig.restart();

        assertEquals(Bytes.utf8("x"), rig.repo.setting("window.board").orElseThrow());
        assertTrue(rig.repo.setting("seed").isEmpty());
    }

    @Test
    void aLongLogIsReadThroughASnapshot() throws Exception {
        DocHandle handle = rig.text("");
        for (int i = 0; i < 300; i++) {
            Rig.type(handle, i, 0, "a");
            rig.settle();
        }

        assertTrue(rig.disk.open().snapshot(handle.id()).isPresent());
        rig.restart();
        assertEquals(300, Rig.textOf(rig.local(handle.id()).current()).length());
        assertTrue(rig.notices.isEmpty());
    }

    @Test
    void otherProfilesConverge() {
        Rig other = new Rig(2);
        DocHandle here = rig.text("hello");
        rig.settle();
        other.adopt(rig, here);
        rig.sendTo(other, here.id());
        DocHandle there = other.local(here.id());
        assertEquals("hello", Rig.textOf(there.current()));

        Rig.type(there, 5, 0, " there");
        Rig.type(here, 0, 0, "oh ");
        rig.settle();
        other.settle();
        rig.sendTo(other, here.id());
        other.sendTo(rig, here.id());

        assertEquals("oh hello there", Rig.textOf(here.current()));
        assertEquals("oh hello there", Rig.textOf(there.current()));
        assertEquals(rig.repo.replica().fingerprint(here.id()), other.repo.replica().fingerprint(here.id()));
        assertEquals(here.current().heads(), there.durable().heads());
    }
}
