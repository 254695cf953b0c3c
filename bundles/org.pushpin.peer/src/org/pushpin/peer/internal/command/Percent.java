// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.util.concurrent.atomic.AtomicInteger;

import org.pushpin.export.Progress;

/** Tells tenths of the way, and stops when the person has gone. Any thread. */
final class Percent implements Progress {

    private final Console console;
    private final String done;
    private final AtomicInteger told = new AtomicInteger();

    /** @param done what is said of the part, for instance "exported" */
    Percent(Console console, String done) {
        this.console = console;
        this.done = done;
    }

    @Override
    public void at(double part) {
        int tenth = (int) (part * 10);
        if (tenth > told.getAndUpdate(before -> Math.max(before, tenth))) console.progress(tenth * 10 + " % " + done);
    }

    @Override
    public boolean cancelled() {
        return console.closed();
    }
}
