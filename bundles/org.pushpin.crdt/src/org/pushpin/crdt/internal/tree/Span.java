// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.tree;

/**
 * The layout of a span: eight ints in the array of its {@link Leaf}. All functions take the array and where the span begins in it.
 *
 * <p>A regular span is a run of elements with consecutive counters, each a single code point that references the element before, all of
 * them visible or each with exactly one deleter, whose counters rise or fall by one from element to element. An irregular span is a single
 * element with a register of operations beside it; its measures stand in the ints that a regular one has for deleters.
 */
public final class Span {
    public static final int AUTHOR = 0;
    public static final int COUNTER = 1;
    public static final int LENGTH = 2;
    public static final int REF_AUTHOR = 3;
    public static final int REF_COUNTER = 4;
    /** {@link #VISIBLE} or the author of the deletions. Irregular: UTF-16 units, or in a list 1, of what shows. */
    public static final int DEL_AUTHOR = 5;
    /** The counter of the first element's deleter. Irregular: code points of what shows. */
    public static final int DEL_COUNTER = 6;
    /** Regular: see the masks below. Irregular: UTF-8 bytes of what shows, shifted by {@link #FLAGS}. */
    public static final int INFO = 7;
    public static final int SIZE = 8;

    public static final int VISIBLE = -1;

    public static final int FLAGS = 3;
    public static final int IRREGULAR = 1;
    /** Regular: the counters of the deleters fall by one. */
    public static final int FALLING = 2;
    /** Irregular: shows, but has no width: a mark, or an empty string. */
    public static final int SPECIAL = 2;
    private static final int UNITS_SHIFT = 16;
    private static final int MEASURE = 0x1FFF;
    /** Greatest number of bytes of a span. */
    public static final int MOST_BYTES = MEASURE;

    private Span() {
    }

    public static int info(int bytes, int units, int flags) {
        return units << UNITS_SHIFT | bytes << FLAGS | flags;
    }

    public static boolean isRegular(int[] s, int at) {
        return (s[at + INFO] & IRREGULAR) == 0;
    }

    /** How many bytes of the leaf's characters belong to it. */
    public static int stored(int[] s, int at) {
        int info = s[at + INFO];
        return (info & IRREGULAR) == 0 ? info >>> FLAGS & MEASURE : 0;
    }

    /** UTF-16 units of a regular span's characters, visible or not. */
    public static int storedUnits(int[] s, int at) {
        return s[at + INFO] >>> UNITS_SHIFT;
    }

    /** UTF-16 units that show. */
    public static int units(int[] s, int at) {
        int info = s[at + INFO];
        if ((info & IRREGULAR) != 0) {
            return s[at + DEL_AUTHOR];
        }
        return s[at + DEL_AUTHOR] < 0 ? info >>> UNITS_SHIFT : 0;
    }

    /** What shows in one of the dimensions {@link Inner#UNITS}, {@link Inner#POINTS} and {@link Inner#BYTES}. */
    public static int measure(int[] s, int at, int dimension) {
        boolean irregular = (s[at + INFO] & IRREGULAR) != 0;
        if (dimension == Inner.UNITS) {
            return units(s, at);
        } else if (irregular) {
            return dimension == Inner.POINTS ? s[at + DEL_COUNTER] : s[at + INFO] >>> FLAGS;
        } else if (s[at + DEL_AUTHOR] >= 0) {
            return 0;
        }
        return dimension == Inner.POINTS ? s[at + LENGTH] : stored(s, at);
    }

    /** 1 for an irregular element that shows but has no width, else 0. */
    public static int special(int[] s, int at) {
        return (s[at + INFO] & (IRREGULAR | SPECIAL)) == (IRREGULAR | SPECIAL) ? 1 : 0;
    }

    public static boolean isDeleted(int[] s, int at) {
        return s[at + DEL_AUTHOR] >= 0 && isRegular(s, at);
    }

    public static int stride(int[] s, int at) {
        return (s[at + INFO] & FALLING) == 0 ? 1 : -1;
    }

    /** The id of an element of it. */
    public static long id(int[] s, int at, int offset) {
        return (long) (s[at + COUNTER] + offset) << 32 | s[at + AUTHOR];
    }

    /** What an element of it references. */
    public static long reference(int[] s, int at, int offset) {
        return offset > 0 ? id(s, at, offset - 1) : (long) s[at + REF_COUNTER] << 32 | s[at + REF_AUTHOR];
    }

    /** The deleter of an element of a regular span; 0 if it is visible. */
    public static long deleter(int[] s, int at, int offset) {
        return s[at + DEL_AUTHOR] < 0 ? 0 : (long) (s[at + DEL_COUNTER] + stride(s, at) * offset) << 32 | s[at + DEL_AUTHOR];
    }

    public static boolean contains(int[] s, int at, int author, int counter) {
        return s[at + AUTHOR] == author
                && counter - s[at + COUNTER] + Integer.MIN_VALUE < s[at + LENGTH] + Integer.MIN_VALUE;
    }

    /**
     * Whether two regular spans, one right behind the other, are one: ids, references and deleters go on. @return −1 if not, else the
     * flags of the whole
     */
    public static int joint(int[] s, int a, int b) {
        int length = s[a + LENGTH];
        if (((s[a + INFO] | s[b + INFO]) & IRREGULAR) != 0 || s[a + AUTHOR] != s[b + AUTHOR] || s[a + COUNTER] + length != s[b + COUNTER]
                || s[b + REF_AUTHOR] != s[a + AUTHOR] || s[b + REF_COUNTER] != s[b + COUNTER] - 1
                || s[a + DEL_AUTHOR] != s[b + DEL_AUTHOR]) {
            return -1;
        }
        return s[a + DEL_AUTHOR] < 0 ? 0 : jointStride(s, a, b, length);
    }

    private static int jointStride(int[] s, int a, int b, int length) {
        int step = s[b + DEL_COUNTER] - (s[a + DEL_COUNTER] + stride(s, a) * (length - 1));
        return !steps(step, length, stride(s, a), s[b + LENGTH], stride(s, b)) ? -1 : step == 1 ? 0 : FALLING;
    }

    /** Moves the last elements of a visible span into a span of deleted ones behind, if they may be one. @param deleter of the first */
    public static boolean giveNext(int[] s, int a, int n, int bytes, int units, long deleter, int stride) {
        int b = a + SIZE;
        int step = s[b + DEL_COUNTER] - ((int) (deleter >>> 32) + stride * (n - 1));
        if (!goOn(s, a, b, (int) deleter, bytes) || !steps(step, n, stride, s[b + LENGTH], stride(s, b))) {
            return false;
        }
        shrink(s, a, n, bytes, units);
        s[b + COUNTER] -= n;
        s[b + REF_COUNTER] = s[b + COUNTER] - 1;
        s[b + DEL_COUNTER] = (int) (deleter >>> 32);
        grow(s, b, n, bytes, units, step);
        return true;
    }

    /** Moves the first elements of a visible span, not all, into a span of deleted ones before, if they may be one. */
    public static boolean givePrevious(int[] s, int b, int n, int bytes, int units, long deleter, int stride) {
        int a = b - SIZE;
        int step = (int) (deleter >>> 32) - (s[a + DEL_COUNTER] + stride(s, a) * (s[a + LENGTH] - 1));
        if (!goOn(s, a, b, (int) deleter, bytes) || !steps(step, n, stride, s[a + LENGTH], stride(s, a))) {
            return false;
        }
        shrink(s, b, n, bytes, units);
        s[b + REF_AUTHOR] = s[b + AUTHOR];
        s[b + COUNTER] += n;
        s[b + REF_COUNTER] = s[b + COUNTER] - 1;
        grow(s, a, n, bytes, units, step);
        return true;
    }

    /** Whether ids and references go on from one span to the next, one of which is deleted by an author, and there is room in it. */
    private static boolean goOn(int[] s, int a, int b, int author, int bytes) {
        int deleted = s[a + DEL_AUTHOR] < 0 ? b : a;
        return ((s[a + INFO] | s[b + INFO]) & IRREGULAR) == 0 && s[a + AUTHOR] == s[b + AUTHOR]
                && s[a + COUNTER] + s[a + LENGTH] == s[b + COUNTER] && s[b + REF_AUTHOR] == s[a + AUTHOR]
                && s[b + REF_COUNTER] == s[b + COUNTER] - 1 && s[deleted + DEL_AUTHOR] == author
                && stored(s, deleted) + bytes <= MOST_BYTES;
    }

    private static boolean steps(int step, int n, int stride, int length, int spanStride) {
        return (step == 1 || step == -1) && (n == 1 || stride == step) && (length == 1 || spanStride == step);
    }

    private static void shrink(int[] s, int at, int n, int bytes, int units) {
        s[at + LENGTH] -= n;
        s[at + INFO] -= info(bytes, units, 0);
    }

    private static void grow(int[] s, int at, int n, int bytes, int units, int step) {
        s[at + LENGTH] += n;
        s[at + INFO] = (s[at + INFO] & ~FALLING) + info(bytes, units, step < 0 ? FALLING : 0);
    }
}
