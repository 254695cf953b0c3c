// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

/**
 * The shortest way from one sequence to another, in linear space: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986, with
 * the ties decided as Automerge decides them, so that both make the same operations. Takes O(N D), and gives up being shortest where more
 * than {@link #MOST} steps would be needed: then what is left is replaced.
 */
public final class Myers {
    /** Steps from each side. */
    private static final int MOST = 4096;

    /** Whether an element of the old sequence is the same as one of the new. */
    public interface Same {
        boolean same(int old, int now);
    }

    /** Takes the way, in order. */
    public interface Script {
        void equal(int old, int length);

        void delete(int old, int length);

        void insert(int now, int length);
    }

    private final Same same;
    private final Script script;
    private final int middle;
    /** For each diagonal how far it was come, from the front and from the back. */
    private final int[] front;
    private final int[] back;

    private Myers(Same same, Script script, int most) {
        this.same = same;
        this.script = script;
        this.middle = most + 1;
        this.front = new int[2 * most + 3];
        this.back = new int[2 * most + 3];
    }

    /** A stretch of the old sequence and one of the new. */
    private record Box(int oldFrom, int oldTo, int nowFrom, int nowTo) {
        int oldLength() {
            return oldTo - oldFrom;
        }

        int nowLength() {
            return nowTo - nowFrom;
        }
    }

    public static void run(int oldLength, int nowLength, Same same, Script script) {
        new Myers(same, script, Math.min(MOST, steps(oldLength, nowLength))).run(new Box(0, oldLength, 0, nowLength));
    }

    private static int steps(int oldLength, int nowLength) {
        return (oldLength + nowLength + 1) / 2 + 1;
    }

    private void run(Box box) {
        int prefix = prefix(box, 0, 0);
        if (prefix > 0) {
            script.equal(box.oldFrom, prefix);
        }
        Box rest = new Box(box.oldFrom + prefix, box.oldTo, box.nowFrom + prefix, box.nowTo);
        int suffix = suffix(rest, 0, 0);
        rest = new Box(rest.oldFrom, rest.oldTo - suffix, rest.nowFrom, rest.nowTo - suffix);
        between(rest);
        if (suffix > 0) {
            script.equal(rest.oldTo, suffix);
        }
    }

    private void between(Box box) {
        long split = box.oldLength() == 0 || box.nowLength() == 0 ? -1 : split(box);
        if (split >= 0) {
            int old = box.oldFrom + (int) (split >>> 32);
            int now = box.nowFrom + (int) split;
            run(new Box(box.oldFrom, old, box.nowFrom, now));
            run(new Box(old, box.oldTo, now, box.nowTo));
            return;
        }
        if (box.oldLength() > 0) {
            script.delete(box.oldFrom, box.oldLength());
        }
        if (box.nowLength() > 0) {
            script.insert(box.nowFrom, box.nowLength());
        }
    }

    /** A point on a shortest way, old << 32 | new; −1 if it is too far. */
    private long split(Box box) {
        int delta = box.oldLength() - box.nowLength();
        boolean odd = (delta & 1) == 1;
        front[middle + 1] = 0;
        back[middle + 1] = 0;
        int most = Math.min(MOST, steps(box.oldLength(), box.nowLength()));
        for (int d = 0; d < most; d++) {
            for (int k = d; k >= -d; k -= 2) {
                int from = start(front, d, k);
                int to = from + prefix(box, from, from - k);
                front[middle + k] = to;
                if (odd && Math.abs(k - delta) <= d - 1 && to + back[middle + delta - k] >= box.oldLength()) {
                    return (long) from << 32 | from - k;
                }
            }
            for (int k = d; k >= -d; k -= 2) {
                int from = start(back, d, k);
                int to = from + suffix(box, from, from - k);
                back[middle + k] = to;
                if (!odd && Math.abs(k - delta) <= d && to + front[middle + delta - k] >= box.oldLength()) {
                    return (long) (box.oldLength() - to) << 32 | box.nowLength() - (to - k);
                }
            }
        }
        return -1;
    }

    private int start(int[] reached, int d, int k) {
        boolean down = k == -d || k != d && reached[middle + k - 1] < reached[middle + k + 1];
        return down ? reached[middle + k + 1] : reached[middle + k - 1] + 1;
    }

    /** How many are the same, past some at the beginning. */
    private int prefix(Box box, int old, int now) {
        int most = Math.min(box.oldLength() - old, box.nowLength() - now);
        int n = 0;
        while (n < most && same.same(box.oldFrom + old + n, box.nowFrom + now + n)) {
            n++;
        }
        return n;
    }

    /** How many are the same, before some at the end. */
    private int suffix(Box box, int old, int now) {
        int most = Math.min(box.oldLength() - old, box.nowLength() - now);
        int n = 0;
        while (n < most && same.same(box.oldTo - old - n - 1, box.nowTo - now - n - 1)) {
            n++;
        }
        return n;
    }
}
