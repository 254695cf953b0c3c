// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.plugin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a card type's code, which runs on a guest thread while another waits for it. */
final class Visit<T> extends FutureTask<T> {

    private static final long UNKNOWN = -1;

    /** @param since the thread's processor time when the call began, or {@link #UNKNOWN} */
    private record Guest(Thread thread, long since) {}

    private final long asked = System.nanoTime();
    private volatile Guest guest;

    Visit(Callable<T> code) {
        super(code);
    }

    @Override
    public void run() {
        guest = new Guest(Thread.currentThread(), threads().getCurrentThreadCpuTime());
        super.run();
    }

    private static ThreadMXBean threads() {
        return ManagementFactory.getThreadMXBean();
    }

    /** Waits for the answer. @throws TimeoutException when patience ends */
    T answer(Patience patience) throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return get(patience.next(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                if (patience.ends(look()) && !isDone()) throw late;
            }
        }
    }

    private Patience.Sight look() {
        Guest now = guest;
        long clock = System.nanoTime() - asked;
        if (now == null) return new Patience.Sight(clock, 0, false); // waits for a processor
        long work = now.since < 0 ? UNKNOWN : threads().getThreadCpuTime(now.thread.threadId());
        boolean waiting = switch (now.thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
        return new Patience.Sight(clock, work < 0 ? UNKNOWN : work - now.since, waiting);
    }
}
