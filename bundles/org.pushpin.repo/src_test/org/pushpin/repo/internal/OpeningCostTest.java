// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.DocHandle;
import org.pushpin.storage.Storage;

/**
 * What it costs to open a document that was folded: all hashes computed again, all ends of lines checked against signed headers. Prints
 * the processor time of this thread; 3,000 changes, or as many as {@code repo.opening.changes} says. The aim: 100,000 in half a second.
 */
class OpeningCostTest {

    private static final int CHANGES = Integer.getInteger("repo.opening.changes", 3_000);
    private static final int TIMES = 5;
    private static final int TURN = 10;

    @Test
    void aFoldedDocumentIsOpenedAndProved() throws Exception {
        Rig rig = new Rig(60);
        DocHandle handle = rig.text("");
        Random random = new Random(1);
        Forger[] others = {new Forger(rig, handle, 1), new Forger(rig, handle, 2)};
        Bytes[] last = {Forger.zero(), Forger.zero()};
        for (int turn = 0; handle.current().changeCount() < CHANGES; turn++) {
            for (int i = 0; i < TURN; i++) {
                rig.scheduler.run(Duration.ofMillis(4));
                Rig.type(handle, place(handle.current(), random), 0, "" + (char) ('a' + random.nextInt(26)));
            }
            rig.scheduler.run(Duration.ofMillis(40));
            int who = turn % others.length;
            List<Change> changes = new ArrayList<>();
            Doc doc = handle.current();
            for (int i = 0; i < TURN; i++) {
                int at = place(doc, random);
                Commit commit = others[who].edit(doc, edit -> edit.splice(Rig.textId(edit), at, 0, "o"));
                changes.add(commit.change());
                doc = commit.document();
            }
            rig.ingest(handle.id(), others[who].honest(last[who], changes.toArray(Change[]::new)));
            last[who] = Forger.hash(changes.get(TURN - 1));
        }
        int count = handle.current().changeCount();
        rig.settle();
        rig.fold(handle.id());
        rig.settle();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            rig.restart();
            long before = cpu();
            int changes = rig.local(handle.id()).current().changeCount();
            best = Math.min(best, cpu() - before);
            assertEquals(count, changes);
        }
        Storage disk = rig.disk();
        System.out.println("opening: " + count + " changes of three writers, " + disk.snapshot(handle.id()).orElseThrow().body().length()
                + " bytes of snapshot, " + disk.headers(handle.id()).size() + " headers, " + disk.settled(handle.id()).size()
                + " batches left in the log: " + best / 1_000_000 + " ms");
    }

    /** Mostly at the end. */
    private static int place(Doc doc, Random random) {
        int length = Rig.textOf(doc).length();
        return length > 0 && random.nextInt(20) == 0 ? random.nextInt(length) : length;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
