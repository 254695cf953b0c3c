// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.pushpin.crdt.ActorId;

/** A run before it has met an engine: choices, each with the seed of what it will turn out to be. */
public record Script(long seed, List<Choice> choices) {
    /** The replicas at the beginning; forks add up to two more. */
    static final int REPLICAS = 3;

    /** @param seed decides what exactly happens */
    record Choice(Kind kind, long seed) {
    }

    enum Kind {
        /** A write; begins a transaction where none is open. */
        EDIT(100),
        COMMIT(10),
        ROLLBACK(1),
        /** One replica gets all of another. */
        MERGE(5),
        /** Some changes travel, in any order. */
        PASS(2),
        /** Each engine goes on from what the other one saved. */
        SWAP(1),
        FORK(1),
        /** A copy as of earlier heads. */
        FORK_AT(1),
        /** A change without operations. */
        EMPTY(1),
        /** The content of a replica, with all conflicts. */
        CHECK(1),
        /** The content as of earlier heads. */
        CHECK_AT(2),
        /** A place in a text to be followed, and where those are by now that were followed before. */
        CURSOR(2);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    public Script {
        choices = List.copyOf(choices);
    }

    /** @param operations how many writes it shall have */
    public static Script of(long seed, int operations) {
        Random random = new Random(seed);
        List<Kind> urn = new ArrayList<>();
        Arrays.stream(Kind.values()).forEach(kind -> urn.addAll(Collections.nCopies(kind.weight, kind)));
        List<Choice> choices = new ArrayList<>();
        for (int writes = 0; writes < operations;) {
            Kind kind = urn.get(random.nextInt(urn.size()));
            writes += kind == Kind.EDIT ? 1 : 0;
            choices.add(new Choice(kind, random.nextLong()));
        }
        return new Script(seed, choices);
    }

    /** Unlike any other by its first byte; long or short, and on either side of 0x80. */
    static ActorId actor(int number, Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 16 : 1 + random.nextInt(20)];
        random.nextBytes(bytes);
        bytes[0] = (byte) (number * 91 + 37);
        return ActorId.of(bytes);
    }

    Script with(List<Choice> others) {
        return new Script(seed, others);
    }
}
