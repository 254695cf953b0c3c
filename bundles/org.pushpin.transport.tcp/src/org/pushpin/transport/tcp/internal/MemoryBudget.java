// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.util.concurrent.atomic.AtomicLong;

/** How much all connections together may hold of received messages. Any thread. */
final class MemoryBudget {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Takes so many bytes, or none. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
