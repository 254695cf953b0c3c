// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds a small script that still fails: leaves out runs of choices, longer ones first (after Zeller's delta debugging). */
final class Shrinker {
    private static final int MOST_TRIALS = 2000;

    private Shrinker() {
    }

    static Script shrunk(Script script, Predicate<Script> fails) {
        List<Script.Choice> choices = new ArrayList<>(script.choices());
        int trials = 0;
        for (int length = choices.size() / 2; length > 0;) {
            boolean shorter = false;
            for (int from = choices.size() - length; from >= 0 && trials < MOST_TRIALS; from -= length) {
                List<Script.Choice> rest = new ArrayList<>(choices);
                rest.subList(from, from + length).clear();
                trials++;
                if (fails.test(script.with(rest))) {
                    choices = rest;
                    shorter = true;
                    from = Math.min(from, choices.size());
                }
            }
            length = shorter && length == 1 && trials < MOST_TRIALS ? 1 : length / 2;
        }
        return script.with(choices);
    }
}
