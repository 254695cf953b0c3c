// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pushpin.conformance.differential.Difference;
import org.pushpin.conformance.differential.Differential;
import org.pushpin.conformance.differential.Script;
import org.pushpin.conformance.engine.Engine;
import org.pushpin.conformance.engine.NativeOracle;
import org.pushpin.conformance.engine.NodeOracle;

/**
 * A few scripts on our engine and on each of the two others: the same heads after each step, the same content, and each goes on from what
 * the other one saved. {@code releng/differential} is the long run.
 */
class DifferentialTest {
    private static final int SEEDS = 8;
    private static final int OPERATIONS = 250;

    @Test
    void theNativeEngineDoesTheSame() {
        compare(NativeOracle::new);
    }

    @Test
    void theJavaScriptEngineDoesTheSame() throws InterruptedException {
        NodeFolder folder;
        try {
            folder = NodeFolder.installed();
        } catch (IOException e) {
            System.err.println("SKIPPED: the JavaScript engine cannot be installed: " + e.getMessage());
            Assumptions.abort("no npm: " + e.getMessage());
            return;
        }
        compare(() -> new NodeOracle(folder));
    }

    private static void compare(Supplier<Engine> engine) {
        try (Differential differential = new Differential(engine.get())) {
            for (long seed = 0; seed < SEEDS; seed++) {
                Optional<Difference> difference = differential.run(Script.of(seed, OPERATIONS));
                assertEquals(Optional.empty(), difference, () -> difference.map(Difference::toString).orElse(""));
            }
        }
    }
}
