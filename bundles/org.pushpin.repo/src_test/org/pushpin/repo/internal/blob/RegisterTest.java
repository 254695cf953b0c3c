// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;

class RegisterTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final BlobId ONE = new BlobId(Bytes.zeros(32));
    private static final BlobId TWO = new BlobId(Bytes.concat(Bytes.zeros(31), Bytes.of((byte) 2)));

    private Register register = new Register(Optional.empty());

    private Instant day(double days) {
        return START.plus(Duration.ofMinutes((long) (days * 24 * 60)));
    }

    private void reread() {
        register = new Register(Optional.of(register.encode()));
    }

    @Test
    void itIsDueAfterThirtyDaysAndFiveSightings() {
        for (int day = 0; day < 30; day++) {
            assertTrue(register.see(List.of(ONE), day(day)));
            assertFalse(register.see(List.of(ONE), day(day + 0.25)), "nothing new within a day");
            assertFalse(register.isDue(ONE, day(day)));
            reread();
        }
        assertEquals(day(30), register.due(ONE, day(29)));
        assertTrue(register.isDue(ONE, day(30)));
        assertFalse(register.isDue(TWO, day(30)));
    }

    @Test
    void longAbsenceIsNotEnough() {
        register.see(List.of(ONE), day(0));
        for (int i = 0; i < 4; i++) {
            assertFalse(register.isDue(ONE, day(400 + i)));
            register.see(List.of(ONE), day(400 + i));
        }
        assertTrue(register.isDue(ONE, day(404)));
    }

    @Test
    void whatIsLinkedAgainOrWantedBeginsAnew() {
        for (int day = 0; day < 29; day++) {
            register.see(List.of(ONE, TWO), day(day));
        }
        register.see(List.of(TWO), day(29));
        register.pardon(TWO);
        register.see(List.of(ONE, TWO), day(30));
        reread();
        assertFalse(register.isDue(ONE, day(31)) || register.isDue(TWO, day(31)));
        assertEquals(day(60), register.due(ONE, day(31)));
    }

    @Test
    void aClockThatWentBackMakesNothingDue() {
        for (int day = 0; day < 6; day++) {
            register.see(List.of(ONE), day(1000 + day));
        }
        register.see(List.of(ONE), day(0));
        assertFalse(register.isDue(ONE, day(29)));
        assertTrue(register.isDue(ONE, day(30)));
    }

    @Test
    void whatCannotBeReadCountsAsNothing() {
        register.see(List.of(ONE), day(0));
        Bytes good = register.encode();
        for (Bytes bad : List.of(Bytes.EMPTY, good.slice(0, good.length() - 1), Bytes.concat(Bytes.of((byte) 2), good.slice(1, good.length())))) {
            register = new Register(Optional.of(bad));
            assertEquals(9, register.encode().length());
        }
        assertEquals(good, new Register(Optional.of(good)).encode());
    }
}
