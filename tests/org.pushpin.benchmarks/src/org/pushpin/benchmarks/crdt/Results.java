// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run has measured so far. */
final class Results {
    /** @param failure why there is no figure, or "> 60 s" where it took too long; null where there is one */
    record Cell(double value, double best, int count, String failure) {
        boolean isFailure() {
            return failure != null;
        }
    }

    private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> checks = new TreeMap<>();

    void put(String engine, String row, Cell cell) {
        cells.computeIfAbsent(row, r -> new LinkedHashMap<>()).put(engine, cell);
    }

    /** Null if it was not measured. */
    Cell cell(String engine, String row) {
        return cells.getOrDefault(row, Map.of()).get(engine);
    }

    void check(String engine, String what, String fingerprint) {
        checks.computeIfAbsent(what, w -> new LinkedHashMap<>()).put(engine, fingerprint);
    }

    /** By what was checked: the fingerprints by engine. */
    Map<String, Map<String, String>> checks() {
        return checks;
    }

    Set<String> engines(String row) {
        return new LinkedHashSet<>(cells.getOrDefault(row, Map.of()).keySet());
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }
}
