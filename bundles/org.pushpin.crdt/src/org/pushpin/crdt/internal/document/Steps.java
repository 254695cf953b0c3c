// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;

/**
 * How much a chunk may still hold: where its rows repeat one another, they take memory but no bytes. A run of typed characters costs as
 * one. One thread.
 */
final class Steps {
    private long left;

    private Steps(long left) {
        this.left = left;
    }

    /** @param free how many times over what {@link Limits#steps} allows */
    static Steps of(int free, Columns one, Columns other) {
        return new Steps(free * Limits.steps(bytes(one) + bytes(other)));
    }

    private static long bytes(Columns columns) {
        long bytes = 0;
        for (int i = 0; i < columns.count(); i++) {
            bytes += columns.end(i) - columns.from(i);
        }
        return bytes;
    }

    void spend(long steps) throws MalformedException {
        left -= steps;
        if (left < 0) {
            throw new MalformedException("more operations than so few bytes may hold");
        }
    }
}
