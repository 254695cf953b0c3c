// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much a thread has allocated, as HotSpot counts it: a cost that does not depend on what else the machine does. */
final class Allocation {

    private Allocation() {
    }

    /** Bytes that this thread has allocated since it began. */
    static long ofThisThread() {
        try {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return (long) Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes").invoke(threads);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("this JDK does not count allocations", e);
        }
    }
}
