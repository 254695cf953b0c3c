// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Duration;

/** How long one pass of the render lane may go on with what can wait. One thread. */
final class Budget {

    private final long until;

    private Budget(long until) {
        this.until = until;
    }

    static Budget of(Duration time) {
        return new Budget(System.nanoTime() + time.toNanos());
    }

    static Budget unlimited() {
        return new Budget(System.nanoTime() + Long.MAX_VALUE / 2);
    }

    boolean spent() {
        return System.nanoTime() - until >= 0;
    }
}
