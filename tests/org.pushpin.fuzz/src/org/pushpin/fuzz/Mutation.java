// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Blind mutation, for a few seconds where no fuzzer is at hand. */
final class Mutation {
    private static final int MOST = 1 << 16;

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(List<byte[]> corpus) {
        byte[] input = corpus.get(random.nextInt(corpus.size()));
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            input = mutated(input, corpus);
        }
        return input.length > MOST ? Parts.spliced(input, MOST, input.length, new byte[0]) : input;
    }

    private byte[] mutated(byte[] input, List<byte[]> corpus) {
        int at = random.nextInt(input.length + 1);
        int number = Leb.skip(input, at) - at;
        return switch (random.nextInt(8)) {
            case 0 -> Parts.spliced(input, at, 1, bytes(1));
            case 1 -> Parts.spliced(input, at, 0, bytes(1 + random.nextInt(4)));
            case 2 -> Parts.spliced(input, at, 1 + random.nextInt(4), new byte[0]);
            case 3 -> Parts.spliced(input, at, number, Leb.signed(random.nextInt(9) - 4));
            case 4, 5 -> Parts.spliced(input, at, number, Leb.edge(random.nextInt(256)));
            case 6 -> Parts.spliced(input, at, random.nextInt(8), part(corpus.get(random.nextInt(corpus.size()))));
            default -> Parts.spliced(input, at, 0, part(input));
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] part(byte[] of) {
        int from = random.nextInt(of.length + 1);
        int to = Math.min(of.length, from + random.nextInt(40));
        return Arrays.copyOfRange(of, from, to);
    }
}
