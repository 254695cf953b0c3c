// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;

/** A {@link Register} while a change is applied: what it is now, to be stored once and not after each operation. One thread. */
final class OpenRegister {
    private Register now;

    OpenRegister(Register before) {
        now = before;
    }

    /** What it is now. */
    Register now() {
        return now;
    }

    /** See {@link Register#with}. @return false if a predecessor is not here: nothing was done then */
    boolean add(Op op, long[] preds, Authors authors) {
        Register after = now.with(op, preds, authors);
        now = after == null ? now : after;
        return after != null;
    }
}
