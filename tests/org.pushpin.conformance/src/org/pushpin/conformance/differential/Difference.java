// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.List;

import org.pushpin.conformance.engine.Step;

/**
 * Where two engines part.
 *
 * @param steps all that was done until then, the last one being where they part
 */
public record Difference(long seed, List<Step> steps, String ours, String theirs) {
    private static final int SHOWN = 60;
    private static final int AROUND = 300;

    public Difference {
        steps = List.copyOf(steps);
    }

    /** Something that neither engine should have thrown. */
    static Difference ofBroken(long seed, List<Step> steps, RuntimeException broken) {
        StringBuilder trace = new StringBuilder();
        for (Throwable t = broken; t != null; t = t.getCause()) {
            trace.append("\n  ").append(t);
            List.of(t.getStackTrace()).stream().limit(8).forEach(frame -> trace.append("\n    ").append(frame));
        }
        return new Difference(seed, steps, trace.toString(), "");
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("seed " + seed + ", " + steps.size() + " steps\n");
        steps.stream().skip(Math.max(0, steps.size() - SHOWN)).forEach(step -> out.append("  ").append(step).append('\n'));
        int from = 0;
        while (from < Math.min(ours.length(), theirs.length()) && ours.charAt(from) == theirs.charAt(from)) {
            from++;
        }
        return out + "ours at " + from + ":   " + part(ours, from) + "\ntheirs at " + from + ": " + part(theirs, from);
    }

    private static String part(String seen, int at) {
        return seen.substring(Math.max(0, at - AROUND), Math.min(seen.length(), at + AROUND));
    }
}
