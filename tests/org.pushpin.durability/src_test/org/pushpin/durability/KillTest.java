// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a real disk, killed where it stands. */
final class KillTest {

    /** A repo's process costs most to start. With those of old profiles they are fifty. */
    private static final Map<Trial, Integer> KILLS = Map.of(Trial.STORAGE, 28, Trial.REPO, 16);

    @TempDir
    Path folder;

    private Finds kill(Trial trial, Sin sin) throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var kills = new Kills(trial, sin, new Random(seed));
        kills.run(folder, KILLS.get(trial));
        return kills.finds();
    }

    @Test
    void whatTheStorageAcknowledgedIsThere() throws Exception {
        kill(Trial.STORAGE, Sin.NONE);
    }

    @Test
    void whatARepoCallsSavedIsThere() throws Exception {
        Finds finds = kill(Trial.REPO, Sin.NONE);
        assertTrue(finds.count(Finds.Find.FOLDED) > 0 && finds.count(Finds.Find.FROM_OTHERS) > 0, finds.toString());
    }

    @Test
    void anOldProfileIsThereInOneVersionOrTheOther() throws Exception {
        new OldProfile(folder, new Random(6)).kill(folder.resolve("kill"), 6);
    }

    @Test
    void aStorageThatAcknowledgesTooEarlyIsFound() {
        assertFound(() -> kill(Trial.STORAGE, Sin.EARLY));
    }

    @Test
    void aRepoThatAcknowledgesTooEarlyIsFound() {
        assertFound(() -> kill(Trial.REPO, Sin.EARLY));
    }

    private static void assertFound(Executable lie) {
        AssertionError found = assertThrows(AssertionError.class, lie);
        assertTrue(found.getMessage().startsWith("after kill"), found.getMessage());
        System.out.println("found: " + found.getMessage().lines().findFirst().orElseThrow());
    }
}
