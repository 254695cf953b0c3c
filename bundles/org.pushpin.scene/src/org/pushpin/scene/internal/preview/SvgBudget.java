// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import com.github.weisj.jsvg.parser.DomElement;

/** What one drawing may cost. Whoever draws asks before each step; who waits may end it. */
final class SvgBudget {

    private static final int MOST_OCTAVES = 6;
    private static final double MOST_BLUR = 200;
    private static final long MOST_EMBEDDED = 24_000_000;

    private volatile boolean ended;
    private long embedded;

    /** The drawing is given up. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SpentException() {
            super("a drawing that takes too long", null, false, false);
        }
    }

    /** Ends the drawing at its next step. Any thread. */
    void end() {
        ended = true;
    }

    void check() {
        if (ended) throw new SpentException();
    }

    /** Whether so many more pixels of embedded pictures may be held. */
    boolean embed(long pixels) {
        embedded += pixels;
        return embedded <= MOST_EMBEDDED;
    }

    /** Takes from filters what would make one step of theirs as long as somebody likes. */
    void restrain(DomElement element) {
        check();
        limit(element, "numOctaves", MOST_OCTAVES);
        limit(element, "stdDeviation", MOST_BLUR);
        for (DomElement child : element.children()) restrain(child);
    }

    private static void limit(DomElement element, String attribute, double most) {
        String value = element.attribute(attribute);
        if (value == null) return;
        for (String number : value.strip().split("[\\s,]+")) {
            try {
                if (Double.parseDouble(number) > most) element.setAttribute(attribute, String.valueOf((int) most));
            } catch (NumberFormatException ignored) {
                return; // the library does not take it for a number either
            }
        }
    }
}
