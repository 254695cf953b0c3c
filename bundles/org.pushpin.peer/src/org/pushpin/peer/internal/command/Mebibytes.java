// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.util.concurrent.atomic.AtomicLong;

/** Says twice a second how far something long has come. Any thread. */
final class Mebibytes {

    private static final long PAUSE_NANOS = 500_000_000;

    private final Console console;
    private final String done;
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    Mebibytes(Console console, String done) {
        this.console = console;
        this.done = done;
    }

    void moved(long bytes) {
        long now = System.nanoTime();
        long before = told.get();
        if (now - before > PAUSE_NANOS && told.compareAndSet(before, now)) {
            console.progress(bytes / (1 << 20) + " MiB " + done);
        }
    }
}
