// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Op;

/** Takes the edges of marks, in order of position. */
@FunctionalInterface
public interface MarkSink {
    /** A mark begins, or ends if the operation has no name. @param index units that show before it */
    void mark(int index, Op edge);
}
