// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.durability.disk.Trace;

/** The power goes: what was not fsynced is lost, torn, or there before what was written before it. */
final class OutageTest {

    private static final int AMOUNT = 80;
    private static final int POINTS = 40;

    @TempDir
    Path folder;

    @BeforeAll
    static void strace() {
        Assumptions.assumeTrue(Trace.works(), "NOT TESTED: strace is not there, or may not trace; install it to test loss of power");
    }

    private void cut(Trial trial, Sin sin) throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        boolean old = sin == Sin.NONE && random.nextBoolean();
        var outages = new Outages(sin, random);
        outages.run(trial, folder, AMOUNT, POINTS, old);
    }

    @Test
    void whatTheStorageAcknowledgedIsThere() throws Exception {
        cut(Trial.STORAGE, Sin.NONE);
    }

    @Test
    void whatARepoCallsSavedIsThere() throws Exception {
        cut(Trial.REPO, Sin.NONE);
    }

    @Test
    void anOldProfileIsThereInOneVersionOrTheOther() throws Exception {
        var old = new OldProfile(folder, new Random(5));

        old.cut(folder.resolve("power"), POINTS);

        assertTrue(old.finds().count(Finds.Find.OLD) > 0 && old.finds().count(Finds.Find.MIGRATED) > 0, old.finds().toString());
    }

    @Test
    void aDatabaseThatDoesNotSyncIsFound() {
        assertFound(() -> cut(Trial.STORAGE, Sin.UNSYNCED));
    }

    @Test
    void aRepoOverADatabaseThatDoesNotSyncIsFound() {
        assertFound(() -> cut(Trial.REPO, Sin.UNSYNCED));
    }

    private static void assertFound(Executable lie) {
        AssertionError found = assertThrows(AssertionError.class, lie);
        assertTrue(found.getMessage().startsWith("power gone"), found.getMessage());
        System.out.println("found: " + found.getMessage().lines().findFirst().orElseThrow());
    }
}
