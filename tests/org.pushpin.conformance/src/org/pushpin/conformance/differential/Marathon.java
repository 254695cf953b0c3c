// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.conformance.NodeFolder;
import org.pushpin.conformance.engine.Engine;
import org.pushpin.conformance.engine.NativeOracle;
import org.pushpin.conformance.engine.NodeOracle;

/**
 * The long run: {@code Marathon native|node [SEEDS [OPERATIONS [FIRST]]]}, by default 1000 seeds from 0 with 1000 operations each. Prints
 * each difference with its seed and the smallest script that was found for it; ends with 1 if there was one.
 */
public final class Marathon {
    private static final int MOST_DIFFERENCES = 10;
    private static final int REPORTED = 25;

    private Marathon() {
    }

    public static void main(String[] arguments) throws Exception {
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        int operations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
        long first = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
        long start = System.nanoTime();
        List<Long> differing = new ArrayList<>();
        try (Engine theirs = engine(arguments.length > 0 ? arguments[0] : ""); Differential differential = new Differential(theirs)) {
            for (long seed = first; seed < first + seeds && differing.size() < MOST_DIFFERENCES; seed++) {
                Optional<Difference> difference = differential.run(Script.of(seed, operations));
                difference.ifPresent(System.out::println);
                if (difference.isPresent()) {
                    differing.add(seed);
                }
                if (differential.failures().containsKey(seed)) {
                    System.out.println("seed " + seed + " ended early: the other engine is " + differential.failures().get(seed));
                }
                if ((seed - first + 1) % REPORTED == 0 || seed == first + seeds - 1) {
                    System.out.printf("seeds %d to %d: %,d operations, %d s, saved sizes %+.2f %%, %s%n", first, seed, (seed - first + 1) * operations,
                            Duration.ofNanos(System.nanoTime() - start).toSeconds(), 100 * differential.sizeExcess(),
                            (differing.isEmpty() ? "no difference" : "differences with seeds " + differing)
                                    + (differential.faults().isEmpty() ? "" : "; faults of the other engine: " + differential.faults()));
                }
            }
        }
        System.exit(differing.isEmpty() ? 0 : 1);
    }

    private static Engine engine(String name) throws Exception {
        return switch (name) {
            case "native" -> new NativeOracle();
            case "node" -> new NodeOracle(NodeFolder.installed());

            default -> throw new IllegalArgumentException("Marathon native|node [SEEDS [OPERATIONS [FIRST]]]");
        };
    }
}
