// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.history;


/**
 * The times of a block of 64 changes: one for all, or small differences from the first, or each in full. What is below the length of a
 * reader does not change; what does not fit the present form is written to another object.
 */
final class Times {
    private final long base;
    private final int[] near;
    private final long[] far;

    private Times(long base, int[] near, long[] far) {
        this.base = base;
        this.near = near;
        this.far = far;
    }

    static long at(Times times, int index) {
        if (times == null) {
            return 0;
        }
        return times.far != null ? times.far[index] : times.near != null ? times.base + times.near[index] : times.base;
    }

    /** @param times null stands for zeros */
    static Times with(Times times, int index, long time) {
        if (times == null) {
            return time == 0 ? null : index == 0 ? new Times(time, null, null) : new Times(0, null, null).with(index, time);
        }
        return times.with(index, time);
    }

    private Times with(int index, long time) {
        if (far != null) {
            far[index] = time;
            return this;
        }
        if (near == null && time == base) {
            return this;
        }
        long delta = time - base;
        if ((int) delta == delta && (time >= base) == (delta >= 0)) {
            Times next = near != null ? this : new Times(base, new int[Block.SIZE], null);
            next.near[index] = (int) delta;
            return next;
        }
        long[] all = new long[Block.SIZE];
        for (int i = 0; i < index; i++) {
            all[i] = at(this, i);
        }
        all[index] = time;
        return new Times(base, null, all);
    }

    Times copy() {
        return new Times(base, near == null ? null : near.clone(), far == null ? null : far.clone());
    }
}
