// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Times one piece of work again and again: first to warm up, then for the record. Work of which one run takes longer than
 * {@code slow} is not warmed up and is run once.
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
    private final long warmUp;
    private final long measure;
    private final long slow;
    private final WorkClock clock = new WorkClock();

    public Meter(boolean quick) {
        long second = 1_000_000_000L;
        warmUp = quick ? second / 4 : second;
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
        repeat(warmUp - first, 0, prepare, work, after);
        System.gc();
        return Sample.of(repeat(measure, 5, prepare, work, after));
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
