// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import org.pushpin.crdt.internal.op.Op;

/** What others get to apply. */
sealed interface Step {
    record Text(long reference, long first, String text) implements Step {
    }

    record Insert(long reference, Op op) implements Step {
    }

    record Delete(long element, int count, int stride, long first) implements Step {
    }

    /** A value for an element, or with no value a deletion of several. */
    record Put(long element, Op op, long id, long[] preds) implements Step {
    }
}
