// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.Arrays;
import java.util.List;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;

/**
 * Which things of a plane a rectangle may touch: a grid of square buckets over board units, kept as one sorted array, in
 * which a row of buckets is one range. Immutable, any thread. Making it costs a sort, moving some things a copy of
 * references; asking costs the rows that are asked about and what is in them.
 */
final class PlaneIndex {

    /** Side of a bucket, in board units. */
    private static final double SIDE = 512;
    /** Buckets reach so far from the origin; what lies beyond is in the outermost. */
    private static final int FAR = 1 << 14;
    /** What covers more buckets than this is looked at every time. */
    private static final int MOST_BUCKETS = 256;
    private static final int NUMBER_BITS = 24;

    /** If more have moved, buckets are made anew. */
    private static final int MOST_LOOSE = 200;

    private final Rect[] places;
    /** Row, column and number of a thing, from the highest bits to the lowest, ascending. */
    private final long[] entries;
    private final int[] large;
    /** What may lie in other buckets by now: looked at every time, too. */
    private final int[] loose;

    /** @param places of the things, by number */
    PlaneIndex(List<Rect> places) {
        if (places.size() >= 1 << NUMBER_BITS) throw new IllegalArgumentException("too many things on a plane");
        this.places = places.toArray(Rect[]::new);
        Numbers big = new Numbers();
        long[] found = new long[Math.max(16, places.size() * 2)];
        int count = 0;
        for (int number = 0; number < places.size(); number++) {
            Buckets in = Buckets.of(places.get(number));
            if (in.count() > MOST_BUCKETS) {
                big.add(number);
                continue;
            }
            if (count + in.count() > found.length) found = Arrays.copyOf(found, 2 * (count + (int) in.count()));
            for (int row = in.top; row <= in.bottom; row++) {
                for (int column = in.left; column <= in.right; column++) found[count++] = entry(row, column, number);
            }
        }
        Arrays.sort(found, 0, count);
        entries = Arrays.copyOf(found, count);
        large = big.ascending();
        loose = new int[0];
    }

    private PlaneIndex(Rect[] places, PlaneIndex from, int[] loose) {
        this.places = places;
        entries = from.entries;
        large = from.large;
        this.loose = loose;
    }

    /** The same with some things elsewhere. @param at their places, in the same order */
    PlaneIndex with(List<Integer> numbers, List<Rect> at) {
        if (numbers.isEmpty()) return this;
        Rect[] moved = places.clone();
        Numbers left = new Numbers();
        for (int number : loose) left.add(number);
        for (int i = 0; i < numbers.size(); i++) {
            moved[numbers.get(i)] = at.get(i);
            left.add(numbers.get(i));
        }
        int[] all = left.ascending();
        return all.length > MOST_LOOSE ? new PlaneIndex(Arrays.asList(moved)) : new PlaneIndex(moved, this, all);
    }

    private static long entry(int row, int column, int number) {
        return ((long) (row + FAR) << 16 | column + FAR) << NUMBER_BITS | number;
    }

    /** The numbers of those that a rectangle touches, ascending. */
    int[] touching(Rect area) {
        Numbers found = new Numbers();
        for (int number : large) if (places[number].intersects(area)) found.add(number);
        for (int number : loose) if (places[number].intersects(area)) found.add(number);
        Buckets in = Buckets.of(area);
        for (int row = in.top; row <= in.bottom; row++) {
            long last = entry(row, in.right, (1 << NUMBER_BITS) - 1);
            for (int i = start(entry(row, in.left, 0)); i < entries.length && entries[i] <= last; i++) {
                int number = (int) (entries[i] & (1 << NUMBER_BITS) - 1);
                if (places[number].intersects(area)) found.add(number);
            }
        }
        return found.ascending();
    }

    /** The numbers of those that may contain a point, ascending. */
    int[] at(Point point) {
        return touching(new Rect(point.x() - 0.001, point.y() - 0.001, 0.002, 0.002));
    }

    private int start(long entry) {
        int at = Arrays.binarySearch(entries, entry);
        return at < 0 ? -at - 1 : at;
    }

    /** A rectangle of buckets, its ends included. */
    private record Buckets(int left, int top, int right, int bottom) {

        static Buckets of(Rect area) {
            return new Buckets(bucket(area.x()), bucket(area.y()), bucket(area.right()), bucket(area.bottom()));
        }

        private static int bucket(double at) {
            return (int) Math.clamp(Math.floor(at / SIDE), -FAR, FAR - 1);
        }

        long count() {
            return (right - left + 1L) * (bottom - top + 1L);
        }
    }

    /** A growing set of numbers. */
    private static final class Numbers {
        private int[] numbers = new int[64];
        private int count;

        void add(int number) {
            if (count == numbers.length) numbers = Arrays.copyOf(numbers, count * 2);
            numbers[count++] = number;
        }

        int[] ascending() {
            Arrays.sort(numbers, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                boolean first = kept == 0 || numbers[kept - 1] != numbers[i];
                if (first) numbers[kept++] = numbers[i];
            }
            return Arrays.copyOf(numbers, kept);
        }
    }
}
