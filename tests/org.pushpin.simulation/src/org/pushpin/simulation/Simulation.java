// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.PriorityQueue;
import java.util.Random;

/** Virtual time and all that is to happen in it, in an order that is a function of the seed. One thread. */
public final class Simulation {
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private record Event(long atNanos, long number, Runnable task) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final long seed;
    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final MessageDigest trace;
    private long nanos;
    private long scheduled;
    private long happened;

    public Simulation(long seed) {
        this.seed = seed;
        random = new Random(seed);
        try {
            trace = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The only source of chance. */
    public Random random() {
        return random;
    }

    public Instant now() {
        return EPOCH.plusNanos(nanos);
    }

    /** Does a task after a delay; tasks of the same instant run in the order in which they were given. */
    public void after(Duration delay, Runnable task) {
        events.add(new Event(nanos + delay.toNanos(), scheduled++, task));
    }

    /** A duration between two, at random. */
    public Duration between(Duration shortest, Duration longest) {
        return shortest.plusNanos((long) (random.nextDouble() * longest.minus(shortest).toNanos()));
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Lets time pass. */
    public void run(Duration duration) {
        long end = nanos + duration.toNanos();
        while (!events.isEmpty() && events.peek().atNanos <= end) {
            Event next = events.poll();
            nanos = next.atNanos;
            happened++;
            next.task.run();
        }
        nanos = end;
    }

    /** How many events have happened. */
    public long happened() {
        return happened;
    }

    /** Adds to the trace something that must be the same in every run of the seed. */
    public void trace(String what) {
        trace.update((nanos + " " + what + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of the trace so far; the trace begins anew. */
    public String traceHash() {
        return HexFormat.of().formatHex(trace.digest(), 0, 8);
    }

    @Override
    public String toString() {
        return "seed " + seed + " at " + Duration.ofNanos(nanos);
    }
}
