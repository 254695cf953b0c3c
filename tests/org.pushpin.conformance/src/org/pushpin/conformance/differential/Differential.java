// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.pushpin.conformance.engine.Engine;
import org.pushpin.conformance.engine.OurEngine;

/** Compares our engine with one other, script by script. One thread. */
public final class Differential implements AutoCloseable {
    private final Engine theirs;
    private final OurEngine ours;
    private long ourBytes;
    private long theirBytes;
    private final Map<Long, String> failures = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    public Differential(Engine theirs) {
        this.theirs = theirs;
        this.ours = new OurEngine();
    }

    /** Runs a script. @return where they part, by the smallest script that was found */
    public Optional<Difference> run(Script script) {
        boolean same = differs(script, false).isEmpty();
        theirs.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
        if (same) {
            return Optional.empty();
        }
        Script small = Shrinker.shrunk(script, candidate -> differs(candidate, false).isPresent());
        return differs(small, true).or(() -> differs(script, true));
    }

    private Optional<Difference> differs(Script script, boolean full) {
        Run run = new Run(ours, theirs, script);
        Optional<Difference> difference = run.run(full);
        if (!run.failure().isEmpty()) {
            failures.put(script.seed(), run.failure());
        }
        ourBytes += run.ourBytes();
        theirBytes += run.theirBytes();
        return difference;
    }

    /** By seed, how the other engine failed in itself; what came after that was not compared. */
    public Map<Long, String> failures() {
        return Collections.unmodifiableMap(failures);
    }

    /** How much larger ours saved the same documents, together, in parts of the other engine's size; negative if smaller. */
    public double sizeExcess() {
        return theirBytes == 0 ? 0 : (double) ourBytes / theirBytes - 1;
    }

    /** What faults of the other engine it was led around, and how often, in all scripts together. */
    public Map<String, Integer> faults() {
        return Collections.unmodifiableMap(faults);
    }

    @Override
    public void close() {
        ours.close();
        theirs.close();
    }
}
