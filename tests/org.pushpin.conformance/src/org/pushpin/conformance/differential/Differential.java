// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.Optional;

/** Compares our engine with one other, script by script. One thread. */
public final class Differential implements AutoCloseable {
    private final Engine theirs;
    private final OurEngine ours;

    public Differential(Engine theirs) {
        this.theirs = theirs;
        this.ours = new OurEngine();
    }

    /** Runs a script. @return where they part, by the smallest script that was found */
    public Optional<Difference> run(Script script) {
        if (differs(script, false).isEmpty()) {
            return Optional.empty();
        }
        Script small = Shrinker.shrunk(script, candidate -> differs(candidate, false).isPresent());
        return differs(small, true).or(() -> differs(script, true));
    }

    private Optional<Difference> differs(Script script, boolean full) {
        return new Run(ours, theirs, script).run(full);
    }

    @Override
    public void close() {
        ours.close();
        theirs.close();
    }
}
