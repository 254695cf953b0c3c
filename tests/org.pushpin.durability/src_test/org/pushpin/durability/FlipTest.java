// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits that the disk has changed. */
final class FlipTest {

    @TempDir
    Path folder;

    @Test
    void aFlippedBitIsNeverReadAndNothingGoesInSilence() throws Exception {
        flip(80, 0);
    }

    @Test
    void norDoesItInADatabaseThatIsCheckedBesideItsUse() throws Exception {
        flip(3, 17);
    }

    private void flip(int times, int mebibytes) throws Exception {
        Logger log = Logger.getLogger("org.pushpin.storage");
        log.setLevel(Level.OFF);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var flips = new Flips(folder, new Random(seed), mebibytes);

        flips.run(times);

        System.out.println(flips.summary());
        assertTrue(flips.summary().contains("profile.db-wal"));
        log.setLevel(null);
    }
}
