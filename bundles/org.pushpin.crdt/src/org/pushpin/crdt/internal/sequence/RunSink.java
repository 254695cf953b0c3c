// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.tree.Elements;

/** Takes the deletions of a local edit. */
@FunctionalInterface
public interface RunSink {
    /** Elements were deleted, one operation each: the elements' counters step by {@code stride}, those of the operations rise by one. */
    void run(long element, int count, int stride);
}
