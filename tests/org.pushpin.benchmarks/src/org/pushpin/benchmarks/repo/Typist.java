// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.OpId;
import org.pushpin.repo.DocHandle;

/**
 * A thread that types as a window does, one letter every few milliseconds, behind the letter that it typed last wherever that is
 * by now, and notes how long each change took, how much of the processor it took, and how late the thread was.
 */
final class Typist implements Runnable {
    private static final long EVERY = 3_000_000;

    private final Fares fares;
    private final DocHandle handle;
    private final ObjectId text;
    private final StringBuilder typed = new StringBuilder();
    private volatile boolean done;
    private OpId caret;

    Typist(DocHandle handle, Fares fares) {
        this.handle = handle;
        this.fares = fares;
        text = ((ObjectValue) handle.current().get(ObjectId.ROOT, "text").orElseThrow()).id();
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        while (!done) {
            due += EVERY;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long start = System.nanoTime();
            fares.late.add(start - due);
            type((char) ('A' + typed.length() % 26));
            due = Math.max(due, System.nanoTime() - EVERY);
        }
    }

    private void type(char letter) {
        String insert = Character.toString(letter);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int[] at = new int[1];
        Doc after = handle.change(null, edit -> {
            at[0] = caret == null ? 0 : edit.positionAfter(text, caret);
            edit.splice(text, at[0], 0, insert);
        });
        fares.work.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        fares.changes.add(System.nanoTime() - start);
        caret = after.elementAt(text, at[0]);
        typed.append(letter);
    }

    void stop() {
        done = true;
    }

    /** What was typed; it must stand in the text in one piece, since nobody else wrote there. */
    String typed() {
        return typed.toString();
    }
}
