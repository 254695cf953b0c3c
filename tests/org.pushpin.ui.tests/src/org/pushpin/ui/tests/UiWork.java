// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.BooleanSupplier;

import javax.management.JMException;
import javax.management.ObjectName;

import org.eclipse.swt.widgets.Display;

/** Handles events until something is so, and says what that cost the ui thread. Ui thread. */
final class UiWork {

    private static final int DEADLINE_MILLIS = 40_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long allocatedBefore = allAllocated();
    private long longest;

    /** Does a piece of work on this thread. */
    void run(Runnable step) {
        long before = threads.getCurrentThreadCpuTime();
        step.run();
        longest = Math.max(longest, threads.getCurrentThreadCpuTime() - before);
    }

    void await(String what, BooleanSupplier state) {
        Display display = Display.getCurrent();
        boolean[] late = new boolean[1];
        Runnable alarm = () -> late[0] = true;
        display.timerExec(DEADLINE_MILLIS, alarm);
        boolean[] more = new boolean[1];
        while (!state.getAsBoolean()) {
            if (late[0]) throw new AssertionError("did not come: " + what);
            run(() -> more[0] = display.readAndDispatch());
            if (!more[0]) display.sleep();
        }
        display.timerExec(-1, alarm);
    }

    /** Bytes that this thread has allocated since: grows with what it looks at. */
    long allocated() {
        return allAllocated() - allocatedBefore;
    }

    private static long allAllocated() {
        try {
            return (long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=Threading"), "CurrentThreadAllocatedBytes");
        } catch (JMException unknown) {
            throw new AssertionError(unknown);
        }
    }

    /** The longest time that the processor spent on one event, in milliseconds. */
    double longestMillis() {
        return longest / 1e6;
    }
}
