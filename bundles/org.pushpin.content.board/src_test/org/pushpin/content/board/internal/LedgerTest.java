// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Versions of a map: each holds what it held, whatever came after it. */
final class LedgerTest {

    @Test
    void everyVersionStays() {
        Random random = new Random(1);
        List<Ledger<Integer, String>> ledgers = new ArrayList<>(List.of(Ledger.of(Map.of())));
        List<Map<Integer, String>> models = new ArrayList<>(List.of(Map.of()));
        for (int step = 0; step < 200; step++) {
            Map<Integer, String> changes = new HashMap<>();
            for (int i = random.nextInt(20); i >= 0; i--) changes.put(random.nextInt(900), random.nextInt(4) == 0 ? null : "v" + step + i);
            Map<Integer, String> model = new HashMap<>(models.getLast());
            model.putAll(changes);
            model.values().removeAll(Collections.singleton(null));
            ledgers.add(ledgers.getLast().with(changes));
            models.add(model);
        }
        for (int version = 0; version < ledgers.size(); version += 7) assertHolds(models.get(version), ledgers.get(version));
    }

    private static void assertHolds(Map<Integer, String> model, Ledger<Integer, String> ledger) {
        List<String> all = new ArrayList<>();
        ledger.forEach(all::add);
        assertEquals(model.values().stream().sorted().toList(), all.stream().sorted().toList());
        model.forEach((key, value) -> assertEquals(value, ledger.get(key)));
        assertNull(ledger.get(-1));
    }
}
