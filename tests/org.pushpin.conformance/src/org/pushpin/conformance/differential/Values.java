// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.Random;
import java.util.Set;

import org.pushpin.conformance.engine.Feature;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Random content, with a liking for what breaks encoders: edges of LEB128, long and empty strings, all planes of Unicode. */
final class Values {
    private static final String[] KEYS = {"a", "b", "c", "é", "漢", "\uFFEE", "z", "a longer key than the others"};
    /** The native bindings end the process on such a key. */
    private static final String[] WIDE_KEYS = {"😀", "\uD83D\uDE00a", "\uDBFF\uDFFF"};
    private static final String[] TEXTS = {"a", "b", "bc", "é", "e\u0301", "😀", "x😀y", "hello", "\n", "漢字", "שלום", "\u0000",
        "👨‍👩‍👧", "🇩🇪", "\uFFFD", "lorem ipsum dolor sit amet, consectetur adipisici elit"};
    private static final long[] EDGES = {0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, -8192, -8193, 1 << 20,
        Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final long[] WIDE_EDGES = {Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, 1L << 32};
    private static final double[] REALS = {0, -0.0, 1, -1.5, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, 0.1};
    /** What a date of JavaScript can be. */
    private static final long LATEST = 8_640_000_000_000_000L;

    private final Random random;
    private final boolean wide;

    /** @param wide whether integers may pass 32 bits and keys U+FFFF */
    Values(Random random, boolean wide) {
        this.random = random;
        this.wide = wide;
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    String key(Set<Feature> features) {
        return features.contains(Feature.WIDE) && random.nextInt(8) == 0 ? any(WIDE_KEYS) : any(KEYS);
    }

    String text() {
        return random.nextInt(12) == 0 ? any(TEXTS).repeat(random.nextInt(30)) : any(TEXTS);
    }

    ObjectType type() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> ObjectType.TEXT;
            case 2, 3 -> ObjectType.LIST;
            default -> ObjectType.MAP;
        };
    }

    long integer() {
        if (wide && random.nextInt(3) == 0) {
            return random.nextBoolean() ? WIDE_EDGES[random.nextInt(WIDE_EDGES.length)] : random.nextLong();
        }
        return random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextInt() >> random.nextInt(32);
    }

    /** What a counter grows by: JavaScript takes a number. */
    long step() {
        return integer() % (1L << 53);
    }

    private double real() {
        return switch (random.nextInt(3)) {
            case 0 -> REALS[random.nextInt(REALS.length)];
            case 1 -> random.nextGaussian();
            default -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isNaN(any) && !wide ? Double.NaN : any;
            }
        };
    }

    /** Anything but a counter. */
    Scalar plain() {
        return switch (random.nextInt(9)) {
            case 0 -> Scalar.NULL;
            case 1 -> Scalar.of(random.nextBoolean());
            case 2 -> Scalar.of(integer());
            case 3 -> new Scalar.Uint(wide ? random.nextLong() >>> random.nextInt(64) : random.nextInt() >>> 1 + random.nextInt(31));
            case 4 -> Scalar.of(real());
            case 5 -> Scalar.of(bytes());
            case 6 -> new Scalar.Timestamp((random.nextLong() >> random.nextInt(64)) % LATEST);
            default -> Scalar.of(text());
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(8) == 0 ? random.nextInt(400) : random.nextInt(4)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What a mark can hold, as far as every engine shows its type. */
    Scalar mark() {
        return switch (random.nextInt(3)) {
            case 0 -> Scalar.of(true);
            case 1 -> Scalar.of(random.nextBoolean());
            default -> Scalar.of(text());
        };
    }

    /** Never the same counter twice: see DIFFERENCES.md on putting a counter that is there. */
    Scalar scalar() {
        return random.nextInt(5) == 0 ? new Scalar.Counter(random.nextInt()) : plain();
    }

    /** What can stand in a text: rarely anything but characters. @param several whether it may be several characters */
    Scalar element(boolean several) {
        if (random.nextInt(4) == 0) {
            Scalar any = plain();
            return any instanceof Scalar.Str ? Scalar.NULL : any;
        }
        String text = text();
        boolean empty = text.isEmpty();
        return Scalar.of(several && !empty ? text : Character.toString(empty ? 'e' : text.codePointAt(0)));
    }
}
