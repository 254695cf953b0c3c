// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * A row of inputs, and when the picture of each is on the screen. They come at their own beat, whether the pictures keep up or not: an
 * input that is shown together with later ones has waited as long as it did. One thread.
 */
final class Motion {

    /** Of the way to the next input: a caret that blinks at the end of what is read is in it. */
    private static final double TOLERANCE = 0.35;

    /** A hand's next input. */
    interface Input {
        void give(int number) throws IOException;
    }

    /** How many of the inputs a number that was read from the screen shows. */
    interface Shown {
        double inputs(int read);
    }

    private final Screen screen;
    private final Sight sight;
    private final Times times;

    Motion(Screen screen, Sight sight, Times times) {
        this.screen = screen;
        this.sight = sight;
        this.times = times;
    }

    /**
     * @param beat nanoseconds between inputs
     * @return how many were seen at the end
     */
    int run(int inputs, long beat, Input input, Shown shown) throws IOException, InterruptedException {
        screen.pause(1);
        long[] given = new long[inputs];
        int next = 0;
        int seen = 0;
        int frames = 0;
        long start = System.nanoTime();
        long last = start;
        while (seen < inputs && System.nanoTime() - last < Times.NEVER) {
            long due = start + next * beat;
            if (next < inputs && System.nanoTime() >= due) {
                last = given[next] = System.nanoTime();
                input.give(next++);
            }
            long now = System.nanoTime();
            Damage damage = newest(next < inputs ? start + next * beat - now : last + Times.NEVER - now);
            if (damage == null) {
                continue;
            }
            OptionalInt read = sight.look(screen);
            int reached = read.isEmpty() ? seen : Math.min(next, (int) Math.floor(shown.inputs(read.getAsInt()) + TOLERANCE));
            if (reached > seen) {
                frames++;
                while (seen < reached) {
                    times.add(damage.nanos() - given[seen++]);
                }
            }
        }
        if (inputs > 1) {
            times.frames(frames, System.nanoTime() - start);
        }
        for (int i = seen; i < inputs; i++) {
            times.add(Times.NEVER);
        }
        return seen;
    }

    /** The newest drawing in the place, waiting for one; null if there is none in a time. */
    private Damage newest(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        Damage found = null;
        while (true) {
            Damage damage = screen.damage(found == null ? until - System.nanoTime() : 0);
            if (damage == null) {
                return found;
            }
            if (damage.area().meets(sight.area())) {
                found = damage;
            }
        }
    }
}
