// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** Alternating run lengths, beginning with {@code false}. */
final class BooleanWriter {
    private final ByteWriter out = new ByteWriter();
    private final boolean omitFalse;
    private boolean last;
    private boolean seen;
    private long count;

    /** @param omitFalse whether a column without any {@code true} is empty */
    BooleanWriter(boolean omitFalse) {
        this.omitFalse = omitFalse;
    }

    void append(boolean value) {
        seen |= value;
        if (value == last) {
            count++;
        } else {
            out.writeUnsigned(count);
            last = value;
            count = 1;
        }
    }

    ByteWriter finish() {
        if (omitFalse && !seen) {
            out.clear();
        } else if (count > 0) {
            out.writeUnsigned(count);
        }
        count = 0;
        return out;
    }
}
