// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Times one piece of work again and again: first to warm up, until it gets no faster, then for the record. Work of which one run
 * takes longer than {@code slow} is not warmed up and is run once.
 */
public final class Meter {
    /** Nanoseconds: the median, the least, and of how many. */
    public record Sample(double median, double best, int count) {
        static Sample of(long[] times) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return new Sample(sorted[sorted.length / 2], sorted[0], sorted.length);
        }
    }

    private static final int MANY = 2000;
    private static final int BLOCKS = 10;
    private static final double FASTER = 0.97;

    /** So often a piece of work may be run for one measurement. */
    static final int MOST_RUNS = 1 + (BLOCKS + 1) * MANY;

    private final long block;
    private final long measure;
    private final long slow;
    private final WorkClock clock = new WorkClock();

    public Meter(boolean quick) {
        long second = 1_000_000_000L;
        block = quick ? second / 8 : second / 2;
        measure = quick ? second / 4 : second;
        slow = quick ? second : 5 * second / 2;
    }

    /**
     * @param prepare makes what one run works on; not timed
     * @param after what to do with what the work gave, for instance to check it and let it go; not timed
     */
    public <S, R> Sample time(Supplier<S> prepare, Function<S, R> work, Consumer<R> after) {
        long first = once(prepare, work, after);
        if (first > slow) {
            return Sample.of(new long[] {first});
        }
        warmUp(prepare, work, after);
        System.gc();
        return Sample.of(repeat(measure, 5, prepare, work, after));
    }

    /** Until two blocks in a row were not faster than the best before them: a compiler may come late, but it does come. */
    private <S, R> void warmUp(Supplier<S> prepare, Function<S, R> work, Consumer<R> after) {
        double best = Double.MAX_VALUE;
        int idle = 0;
        for (int i = 0; i < BLOCKS && idle < 2; i++) {
            double median = Sample.of(repeat(block, 1, prepare, work, after)).median();
            idle = median < FASTER * best ? 0 : idle + 1;
            best = Math.min(best, median);
        }
    }

    /** Until the work has taken so long, or together with its preparation three times as long. */
    private <S, R> long[] repeat(long nanoseconds, int least, Supplier<S> prepare, Function<S, R> work, Consumer<R> after) {
        long[] times = new long[MANY];
        int count = 0;
        long start = System.nanoTime();
        long spent = 0;
        while (count < MANY && (spent < nanoseconds || count < least) && (count == 0 || System.nanoTime() - start < 3 * nanoseconds)) {
            times[count] = once(prepare, work, after);
            spent += times[count++];
        }
        return Arrays.copyOf(times, count);
    }

    private <S, R> long once(Supplier<S> prepare, Function<S, R> work, Consumer<R> after) {
        S subject = prepare.get();
        long start = clock.now();
        R result = work.apply(subject);
        long time = clock.now() - start;
        after.accept(result);
        return time;
    }

    /** How long a row of single steps may go on. */
    long limit() {
        return 2 * measure;
    }
}
