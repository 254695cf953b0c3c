// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/**
 * The replication protocol over model replicas: whatever goes wrong, all replicas agree soon after it stops going wrong,
 * nothing that was said to be saved is missing, nothing is said about documents to those who do not know them, and then
 * there is silence. {@code -Dsimulation.seeds=N} runs more seeds, {@code -Dsimulation.first=N} begins elsewhere.
 */
final class ModelSimulationTest {
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 20);
    private static final int FIRST = Integer.getInteger("simulation.first", 1);
    private static final int PATIENCE_SECONDS = 300;

    private static ModelWorld lived(long seed, Faults faults) {
        ModelWorld world = new ModelWorld(seed, 2 + (int) (seed % 5), faults);
        world.begin();
        world.live(Duration.ofSeconds(30));
        return world;
    }

    @Test
    void allAgreeSoonAfterFaultsEnd() {
        int slowest = 0;
        long edits = 0;
        long forks = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            ModelWorld world = lived(seed, Faults.of(seed));
            String run = "seed " + seed + " " + Faults.of(seed);

            Optional<Integer> seconds = world.converge(PATIENCE_SECONDS);

            assertTrue(seconds.isPresent(), () -> run + ": " + world.disagreement().orElse(""));
            assertEquals(List.of(), world.lost(), run);
            assertEquals(List.of(), world.leaks(), run);
            assertEquals(List.of(), world.notices(), run);
            slowest = Math.max(slowest, seconds.get());
            edits += world.savedEdits();
            forks += world.forks();
            quiet(world, run);
        }
        System.out.println("simulation: seeds " + FIRST + " to " + (FIRST + SEEDS - 1) + ", " + edits
                + " saved edits, " + forks + " forks, all agreed after at most " + slowest + " s");
    }

    private static void quiet(ModelWorld world, String run) {
        world.simulation.run(Duration.ofMinutes(3));
        world.messages();

        world.simulation.run(Duration.ofMinutes(5));

        String types = world.types();
        assertTrue(world.pings() <= 2L * 2 * 10 * Math.max(1, world.network.connections()), run + ": pings");
        assertEquals(0, world.messages(), () -> run + ": messages " + types + " when nothing happens");
    }

    @Test
    void theSameSeedIsTheSameRun() {
        for (long seed = 1; seed <= 2; seed++) {
            String first = lived(seed, Faults.of(seed)).simulation.traceHash();

            assertEquals(first, lived(seed, Faults.of(seed)).simulation.traceHash(), "seed " + seed);
            assertFalse(first.equals(lived(seed + 1000, Faults.of(seed)).simulation.traceHash()), "seed " + seed);
        }
    }

    /** The control: this fault must be found. */
    @Test
    void aReplicaThatSaysSavedTooEarlyIsFoundOut() {
        int found = 0;
        for (long seed = 1; seed <= 5; seed++) {
            ModelWorld world = lived(seed, new Faults(true, false, false, false, false, true));
            world.converge(PATIENCE_SECONDS);
            found += world.lost().isEmpty() ? 0 : 1;
        }

        assertTrue(found >= 4, "lost edits were found in " + found + " of 5 runs");
    }
}
