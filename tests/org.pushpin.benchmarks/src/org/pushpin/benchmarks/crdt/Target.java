// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.List;

/** What our figure must be: in words, and as a test of the run's own figures. */
record Target(String words, Test test) {
    static final Target NONE = new Target("", null);

    /** Whether it is met; null where a figure that it needs was not measured. */
    @FunctionalInterface
    interface Test {
        Boolean met(double ours, Results results, String row);
    }

    boolean isNone() {
        return test == null;
    }

    static Target atMostMillis(double millis) {
        return new Target("≤ " + Figures.plain(millis) + " ms", (ours, results, row) -> ours <= millis * 1e6);
    }

    static Target atMostMicros(double micros) {
        return new Target("≤ " + Figures.plain(micros) + " µs", (ours, results, row) -> ours <= micros * 1e3);
    }

    static Target atMostMegabytes(double megabytes) {
        return new Target("≤ " + Figures.plain(megabytes) + " MB", (ours, results, row) -> ours <= megabytes * 1e6);
    }

    static Target fasterThan(String engine, double times) {
        String words = times == 1 ? "ahead of " + engine : Figures.plain(times) + "× " + engine;
        return new Target(words, (ours, results, row) -> {
            Results.Cell peer = results.cell(engine, row);
            return peer == null || peer.isFailure() ? null : (Boolean) (peer.value() >= ours * times);
        });
    }

    /** As small as what Automerge saves, give or take. */
    static Target within(double percent, List<String> engines) {
        return new Target("within " + Figures.plain(percent) + " % of Automerge", (ours, results, row) -> {
            double[] peers = engines.stream().map(e -> results.cell(e, row)).filter(c -> c != null && !c.isFailure())
                    .mapToDouble(Results.Cell::value).toArray();
            return peers.length == 0 ? null : (Boolean) (ours <= java.util.Arrays.stream(peers).min().orElseThrow() * (1 + percent / 100));
        });
    }

    Target and(Target other) {
        return new Target(words + ", " + other.words, (ours, results, row) -> {
            Boolean first = test.met(ours, results, row);
            Boolean second = other.test.met(ours, results, row);
            return first == null || second == null ? (first == null ? second : first) : (Boolean) (first && second);
        });
    }
}
