// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.SyncStatus;

/** What is said of where a document is: nothing but what other devices have said to hold. */
final class SyncStateTest {

    private RepoWorld world;
    private RepoWorld.Profile here;
    private RepoWorld.Profile there;
    private DocumentId document;

    @BeforeEach
    void aDocumentHere() {
        begin(7);
    }

    private void begin(long seed) {
        world = new RepoWorld(seed, 2, Faults.NONE);
        here = world.profiles.get(0);
        there = world.profiles.get(1);
        document = here.repo.create(null, edit -> edit.put(ObjectId.ROOT, "a", 1)).id();
        run(Duration.ofSeconds(1));
    }

    private void run(Duration time) {
        world.simulation.run(time);
    }

    private DocHandle handle() {
        return here.repo.local(document).orElseThrow();
    }

    private SyncStatus status() {
        return here.repo.status(document);
    }

    private void share() {
        there.paste(handle().url("text"));
        run(Duration.ofSeconds(5));
    }

    private void restartHere() {
        here.crash();
        run(Duration.ofSeconds(1));
        here.start();
    }

    @Test
    void aDocumentIsOnlyHereUntilAnotherDeviceSaysThatItHasIt() {
        assertTrue(status().saved());
        assertTrue(status().onlyHere());
        assertEquals(Set.of(), status().behind());

        share();

        assertEquals(Set.of(there.repo.device()), status().holders());
        assertEquals(Set.of(here.repo.device()), there.repo.status(document).holders());
    }

    @Test
    void whatWasSaidIsRememberedWhenNobodyIsThere() {
        share();
        run(Duration.ofSeconds(10));
        DeviceId device = there.repo.device();
        there.crash();
        run(Duration.ofSeconds(1));
        assertEquals(Set.of(device), status().holders());

        restartHere();
        run(Duration.ofSeconds(1));

        assertEquals(0, status().peersConnected());
        assertEquals(Set.of(device), status().holders());
    }

    @Test
    void aNewChangeIsOnlyHereUntilItIsAcknowledgedToo() {
        share();
        DeviceId device = there.repo.device();
        there.crash();
        run(Duration.ofSeconds(1));

        handle().change(null, edit -> edit.put(ObjectId.ROOT, "a", 2));
        assertFalse(status().saved());
        assertTrue(status().onlyHere());
        run(Duration.ofSeconds(1));
        assertTrue(status().saved());
        assertTrue(status().onlyHere());
        assertEquals(Set.of(device), status().behind());
        run(Duration.ofSeconds(10));
        restartHere();
        run(Duration.ofSeconds(10));
        assertTrue(status().onlyHere());
        there.start();
        run(Duration.ofSeconds(60));

        assertEquals(Set.of(device), status().holders());
        assertEquals(handle().durable().heads(), there.repo.local(document).orElseThrow().durable().heads());
    }

    /** At whatever moment the other device dies: if it is said to hold the change, it has it when it comes back. */
    @Test
    void noMomentOfAnothersDeathMakesAFalseClaim() {
        int held = 0;
        int not = 0;
        for (int millis = 0; millis < 120; millis++) {
            begin(millis);
            share();
            DeviceId device = there.repo.device();
            handle().change(null, edit -> edit.put(ObjectId.ROOT, "a", 2));
            run(Duration.ofMillis(millis));
            there.crash();
            run(Duration.ofSeconds(1));
            boolean claimed = status().holders().contains(device);
            there.start();
            assertTrue(!claimed || there.repo.local(document).orElseThrow().durable().heads().equals(handle().durable().heads()),
                    "died after " + millis + " ms");
            held += claimed ? 1 : 0;
            not += claimed ? 0 : 1;
        }
        assertTrue(held > 0 && not > 0, held + " held, " + not + " not");
    }

    /** Whoever lost what it had said to hold says so when it comes back, and is believed. */
    @Test
    void aDeviceThatLostWhatItHadIsNoHolderAnyMore() {
        share();
        there.backUp();
        handle().change(null, edit -> edit.put(ObjectId.ROOT, "a", 2));
        run(Duration.ofSeconds(10));
        assertFalse(status().onlyHere());
        here.crash();
        there.crash();
        there.restore();
        here.start();
        assertFalse(status().onlyHere());

        there.start();
        boolean doubted = false;
        for (int i = 0; i < 100_000 && !doubted; i++) {
            run(Duration.ofMillis(1));
            doubted = status().onlyHere();
        }

        assertTrue(doubted);
        run(Duration.ofSeconds(10));
        assertEquals(Set.of(there.repo.device()), status().holders());
        assertEquals(handle().durable().heads(), there.repo.local(document).orElseThrow().durable().heads());
    }
}
