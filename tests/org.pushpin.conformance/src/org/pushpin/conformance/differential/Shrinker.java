// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds a small script that still fails: leaves out runs of choices, longer ones first (after Zeller's delta debugging). */
final class Shrinker {
    private static final Duration MOST_TIME = Duration.ofSeconds(40);

    private Shrinker() {
    }

    static Script shrunk(Script script, Predicate<Script> fails) {
        List<Script.Choice> choices = new ArrayList<>(script.choices());
        long end = System.nanoTime() + MOST_TIME.toNanos();
        for (int length = choices.size() / 2; length > 0;) {
            boolean shorter = false;
            for (int from = choices.size() - length; from >= 0 && System.nanoTime() < end; from -= length) {
                List<Script.Choice> rest = new ArrayList<>(choices);
                rest.subList(from, from + length).clear();
                if (fails.test(script.with(rest))) {
                    choices = rest;
                    shorter = true;
                    from = Math.min(from, choices.size());
                }
            }
            length = shorter && length == 1 && System.nanoTime() < end ? 1 : length / 2;
        }
        return script.with(choices);
    }
}
