// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.util.Arrays;
import java.util.Locale;

/** Durations in nanoseconds, all of them kept. One thread. */
public final class Histogram {
    private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999, 1};
    /** Milliseconds. */
    private static final double[] BOUNDS = {0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64};

    private long[] values = new long[1024];
    private int count;

    public void add(long nanoseconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = nanoseconds;
    }

    public int count() {
        return count;
    }

    public long worst() {
        return Arrays.stream(values, 0, count).max().orElse(0);
    }

    /** Milliseconds at p50, p90, p99, p99.9 and the worst, as cells of a table. */
    public String quantiles() {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        StringBuilder cells = new StringBuilder();
        for (double quantile : QUANTILES) {
            double millis = count == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(quantile * count) - 1)] / 1e6;
            cells.append(String.format(Locale.ROOT, " %.2f |", millis));
        }
        return cells.toString();
    }

    /** How many took at most so long, and longer than the bound before. */
    String buckets() {
        StringBuilder cells = new StringBuilder();
        double last = -1;
        for (double bound : BOUNDS) {
            cells.append(' ').append(between(last, bound)).append(" |");
            last = bound;
        }
        return cells.append(' ').append(between(last, Double.MAX_VALUE)).append(" |").toString();
    }

    static String heading() {
        StringBuilder cells = new StringBuilder();
        for (double bound : BOUNDS) {
            cells.append(String.format(Locale.ROOT, " ≤ %s |", bound));
        }
        return cells.append(" more |").toString();
    }

    private long between(double above, double to) {
        return Arrays.stream(values, 0, count).filter(value -> value / 1e6 > above && value / 1e6 <= to).count();
    }
}
