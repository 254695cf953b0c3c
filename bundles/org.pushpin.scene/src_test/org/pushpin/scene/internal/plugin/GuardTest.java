// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is blamed for being silent, and who is not. */
final class GuardTest {

    private static final long LIMIT = 1000;

    private final Guard guard = new Guard(Duration.ofMillis(150));

    @AfterEach
    void close() {
        guard.close();
    }

    private static Patience.Sight sight(long clock, long work, boolean waiting) {
        return new Patience.Sight(clock, work, waiting);
    }

    @Test
    void codeThatLoopsIsNotAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        Object type = new Object();
        for (int i = 0; i < 2; i++) {
            PluginException silent = assertThrows(PluginException.class, () -> guard.call(type, "loop", () -> {
                asked.incrementAndGet();
                while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();
                return 1;
            }));
            assertEquals(PluginException.Kind.SILENT, silent.kind());
        }
        assertEquals(1, asked.get());
    }

    @Test
    void codeThatWaitsForWhatNeverComesIsSilent() {
        PluginException silent = assertThrows(PluginException.class, () -> guard.call(new Object(), "wait", () -> {
            new CountDownLatch(1).await();
            return 1;
        }));
        assertEquals(PluginException.Kind.SILENT, silent.kind());
    }

    @Test
    void codeThatThrowsIsAskedAgain() throws PluginException {
        Object type = new Object();
        PluginException failed = assertThrows(PluginException.class, () -> guard.call(type, "bad", () -> {
            throw new IllegalStateException();
        }));
        assertEquals(PluginException.Kind.FAILED, failed.kind());
        assertEquals(7, guard.call(type, "bad", () -> 7));
        assertEquals("none", guard.within(type, "bad", () -> {
            throw new StackOverflowError();
        }, "none"));
    }

    @Test
    void whoGetsNoProcessorIsNotSilent() {
        Patience patience = new Patience(LIMIT);
        assertEquals(LIMIT, patience.next());
        assertFalse(patience.ends(sight(1000, 20, false)));
        for (long clock = 1100; clock < 9900; clock += 100) {
            assertEquals(100, patience.next());
            assertFalse(patience.ends(sight(clock, 20 + clock / 20, clock % 300 == 0)), clock + " on the clock");
        }
        assertTrue(patience.ends(sight(10_000, 520, false)), "but not for ever");
    }

    @Test
    void whoWorksAllTheTimeIsSilentInTime() {
        Patience patience = new Patience(LIMIT);
        assertFalse(patience.ends(sight(1000, 990, false)));
        assertTrue(patience.ends(sight(1100, 1090, false)));
    }

    @Test
    void whoOnlyWaitsIsSilentInTime() {
        Patience patience = new Patience(LIMIT);
        assertFalse(patience.ends(sight(1000, 3, true)), "that may be a moment");
        assertTrue(patience.ends(sight(1100, 3, true)));
    }

    @Test
    void whereWorkIsNotKnownTheClockDecides() {
        assertTrue(new Patience(LIMIT).ends(sight(1000, -1, false)));
    }
}
