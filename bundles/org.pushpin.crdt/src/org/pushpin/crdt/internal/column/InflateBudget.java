// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import org.pushpin.crdt.MalformedException;

/**
 * What the chunks of one batch may inflate to together, in bytes, beside the limit of each ({@link Limits#INFLATED}). Shared by whatever
 * decodes the batch. One thread.
 */
public final class InflateBudget {
    private long left;

    public InflateBudget(long bytes) {
        left = bytes;
    }

    void spend(int bytes) throws MalformedException {
        left -= bytes;
        if (left < 0) {
            throw new MalformedException("compressed data that inflates beyond its limit");
        }
    }
}
