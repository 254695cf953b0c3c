// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.util.Arrays;
import java.util.Locale;

/** How long each input of a kind took until it was seen, and how many pictures showed them. One thread. */
final class Times {

    /** An input that was not seen in this time counts as this. */
    static final long NEVER = 3_000_000_000L;

    private long[] nanos = new long[256];
    private int count;
    private long frames;
    private long frameNanos;

    void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    /** So many different pictures in a time. */
    void frames(int shown, long time) {
        frames += shown;
        frameNanos += time;
    }

    void add(Times other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
        frames += other.frames;
        frameNanos += other.frameNanos;
    }

    /** Milliseconds, to a tenth. */
    private String at(double quantile, long[] sorted) {
        long value = sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
        return value >= NEVER ? "> 3000" : String.format(Locale.ROOT, "%.1f", value / 1e6);
    }

    /** Five cells of a table: the number, p50, p95, p99 and the worst, pictures a second. */
    String cells() {
        if (count == 0) {
            return "0 | – | – | – | – | –";
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        String rate = frameNanos == 0 ? "–" : String.format(Locale.ROOT, "%.0f", frames * 1e9 / frameNanos);
        return String.join(" | ", Integer.toString(count), at(0.5, sorted), at(0.95, sorted), at(0.99, sorted), at(1, sorted), rate);
    }
}
