// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.conformance.engine.Engine;
import org.pushpin.conformance.engine.OurEngine;
import org.pushpin.conformance.engine.Step;

/** What two engines did and showed in one run. The other engine goes first: it may decide the time of a commit. */
final class Transcript {
    private final OurEngine ours;
    private final Engine theirs;
    private final long seed;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    /** For each of {@link #seen} how many steps had been done: some are ours alone and not compared. */
    private final List<Integer> done = new ArrayList<>();
    private String failure = "";

    Transcript(OurEngine ours, Engine theirs, long seed) {
        this.ours = ours;
        this.theirs = theirs;
        this.seed = seed;
    }

    /** A step of both, to be compared. */
    void both(Step step) {
        steps.add(step);
        theirs.run(step);
        ours.run(step);
        see();
    }

    /** A step that each does with what came from the other one. */
    void crosswise(Step toUs, Step toThem) {
        steps.add(toUs);
        theirs.run(toThem);
        ours.run(toUs);
        see();
    }

    /** A step of ours, or one that is not the same for both. */
    void note(Step step) {
        steps.add(step);
    }

    /** Keeps what ours has shown, for each of which the other one shows something. */
    void see() {
        seen.addAll(ours.observations());
        while (done.size() < seen.size()) {
            done.add(steps.size());
        }
    }

    /** What was shown last. */
    String last() {
        return seen.getLast();
    }

    int size() {
        return steps.size();
    }

    /** How the other engine failed in itself, not in comparison; empty if it did not. Nothing after that was compared. */
    String failure() {
        return failure;
    }

    /** The first difference, if there is one. */
    Optional<Difference> compared() {
        List<String> others = theirs.observations();
        for (int i = 0; i < Math.min(seen.size(), others.size()); i++) {
            if (others.get(i).startsWith(Engine.BROKEN)) {
                failure = others.get(i) + ", at " + steps.get(done.get(i) - 1);
                return Optional.empty();
            }
            if (!seen.get(i).equals(others.get(i)) && !others.get(i).equals(Engine.CONTRADICTION)) {
                return Optional.of(new Difference(seed, steps.subList(0, done.get(i)), seen.get(i), others.get(i)));
            }
        }
        return Optional.empty();
    }

    /** The same where an engine threw what it never should, unless the other one had failed by then. */
    Optional<Difference> compared(RuntimeException broken) {
        Optional<Difference> earlier = compared();
        return failure.isEmpty() ? earlier.or(() -> Optional.of(Difference.ofBroken(seed, steps, broken))) : earlier;
    }
}
