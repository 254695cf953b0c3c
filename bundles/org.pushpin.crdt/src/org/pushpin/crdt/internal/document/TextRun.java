// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import org.pushpin.crdt.internal.op.Ids;

/**
 * A run of typed characters while it is read: consecutive ids, each inserted after the one before, none deleted or each by one operation,
 * whose counters go on by one, up or down. It grows piece by piece as long as pieces fit. One thread.
 */
final class TextRun {
    long first;
    int length;
    long reference;
    /** Of the first element; 0 if none is deleted. */
    long deleter;
    /** ±1; 0 while there is but one element. */
    int stride;
    /** Where the characters are in the value column. */
    int from;
    int end;

    void begin(long id, int count, long after, long by, int step, int valueFrom, int valueEnd) {
        first = id;
        length = count;
        reference = after;
        deleter = by;
        stride = count == 1 ? 0 : step;
        from = valueFrom;
        end = valueEnd;
    }

    /** Appends a piece if it fits. */
    boolean join(long id, int count, long after, long by, int step, int valueFrom, int valueEnd) {
        long last = Ids.plus(first, length - 1);
        if (length == 0 || after != last || id != Ids.plus(last, 1) || valueFrom != end || (by == Ids.NONE) != (deleter == Ids.NONE)) {
            return false;
        }
        if (by != Ids.NONE) {
            int joint = step(by);
            if (joint == 0 || count > 1 && step != joint) {
                return false;
            }
            stride = joint;
        }
        length += count;
        end = valueEnd;
        return true;
    }

    /** By how much the counters of the deleters go on, if they go on with {@code by}; else 0. */
    private int step(long by) {
        if (by == Ids.plus(deleter, length) && stride >= 0) {
            return 1;
        }
        return by == Ids.plus(deleter, -length) && stride <= 0 ? -1 : 0;
    }

    long lastDeleter() {
        return deleter == Ids.NONE ? Ids.NONE : Ids.plus(deleter, stride * (length - 1));
    }
}
