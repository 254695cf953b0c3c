// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;

/**
 * The actors of a change: its author is number 0, the others that occur follow in ascending order. Branches of one actor's fork are one
 * actor here. One thread, used again for the next change; the cost follows the actors that occur.
 */
final class ActorNumbers {
    private static final int UNKNOWN = -1;
    private static final int NOTED = -2;

    private Authors authors = Authors.NONE;
    private ActorId author;
    private int[] numbers = {};
    private int[] noted = new int[8];
    private int count;
    private final ByteWriter table = new ByteWriter();

    /** Begins a change. */
    void begin(Authors all, int authorNumber) {
        for (int i = 0; i < count; i++) {
            numbers[noted[i]] = UNKNOWN;
        }
        count = 0;
        if (numbers.length < all.size()) {
            int from = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(all.size(), from * 2));
            Arrays.fill(numbers, from, numbers.length, UNKNOWN);
        }
        authors = all;
        author = all.actor(authorNumber);
        note(authorNumber);
        numbers[authorNumber] = 0;
    }

    /** An author that occurs. */
    void note(int number) {
        if (numbers[number] == UNKNOWN) {
            numbers[number] = NOTED;
            if (count == noted.length) {
                noted = Arrays.copyOf(noted, count * 2);
            }
            noted[count++] = number;
        }
    }

    /** Gives numbers to all that occur; returns how many actors there are beside the author, written to {@link #table}. */
    int finish() {
        table.clear();
        if (count == 1) {
            return 0;
        }
        sort();
        int last = 0;
        ActorId lastActor = null;
        for (int i = 1; i < count; i++) {
            ActorId actor = authors.actor(noted[i]);
            if (actor.equals(author)) {
                numbers[noted[i]] = 0;
                continue;
            }
            if (!actor.equals(lastActor)) {
                lastActor = actor;
                last++;
                table.writePrefixed(actor.toByteArray());
            }
            numbers[noted[i]] = last;
        }
        return last;
    }

    /** Orders all but the author by actor. */
    private void sort() {
        long[] keys = new long[count - 1];
        for (int i = 1; i < count; i++) {
            keys[i - 1] = (long) authors.rank(noted[i]) << 32 | noted[i];
        }
        Arrays.sort(keys);
        for (int i = 1; i < count; i++) {
            noted[i] = (int) keys[i - 1];
        }
    }

    /** The other actors, each with its length before it. */
    ByteWriter table() {
        return table;
    }

    ActorId author() {
        return author;
    }

    /** Whether two ids are one outside of this engine. */
    boolean isSame(long a, long b) {
        return Ids.counter(a) == Ids.counter(b) && authors.actor(Ids.author(a)).equals(authors.actor(Ids.author(b)));
    }

    int number(int authorNumber) {
        return numbers[authorNumber];
    }
}
