// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.time.Duration;
import java.time.Instant;

/** How much a peer may still say: a bucket that fills with time. One lane. */
final class Allowance {
    private double left = Bounds.BURST;
    private Instant at;

    Allowance(Instant now) {
        at = now;
    }

    /** Whether one more is allowed, which it then has been. */
    boolean take(Instant now) {
        double seconds = Duration.between(at, now).toNanos() / 1e9;
        left = Math.min(Bounds.BURST, left + Math.max(0, seconds) * Bounds.PER_SECOND);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
