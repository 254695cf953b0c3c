// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.Deflate;

class ColumnDeflaterTest {
    private static final int KEY = 7;

    /** Words from a small vocabulary. */
    private static byte[] column(int length) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Integer.toHexString(random.nextInt(300))).append(' ');
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteWriter writer(byte[] bytes) {
        ByteWriter out = new ByteWriter(bytes.length);
        out.write(bytes);
        return out;
    }

    private static Map<Integer, DeflatedColumn> deflated(byte[] column, boolean text, Map<Integer, DeflatedColumn> before) {
        return ColumnDeflater.deflate(List.of(new ColumnDeflater.Column(KEY, writer(column), text)), before);
    }

    private static byte[] inflated(ByteWriter deflated, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated.toByteArray());
            byte[] out = new byte[length];
            for (int at = 0; at < length;) {
                int count = inflater.inflate(out, at, length - at);
                assertTrue(count > 0);
                at += count;
            }
            assertEquals(0, inflater.inflate(new byte[1]));
            assertTrue(inflater.finished());
            assertEquals(0, inflater.getRemaining());
            return out;
        } finally {
            inflater.end();
        }
    }

    @Test
    void aShortColumnIsAsSmallAsItCanBe() {
        byte[] raw = column(1500);
        try (Deflate plain = new Deflate()) {
            ByteWriter expected = new ByteWriter(0);
            plain.deflate(raw, 0, raw.length, expected);

            assertArrayEquals(expected.toByteArray(), deflated(raw, true, Map.of()).get(KEY).write().toByteArray());
        }
    }

    /** From short to long and back, each with what the one before left behind. */
    @ParameterizedTest
    @ValueSource(ints = {300, 2047, 2048, 30_000, 100_000})
    void aColumnThatChangesIsTheSameAfterwards(int length) throws DataFormatException {
        byte[] before = column(length);
        for (int next : new int[] {260, length - 1, length, length + 1, 2047, 2048, 50_000}) {
            byte[] after = column(next);
            System.arraycopy(before, 0, after, 0, Math.min(length, next) / 2);
            Map<Integer, DeflatedColumn> first = deflated(before, true, Map.of());

            assertArrayEquals(after, inflated(deflated(after, true, first).get(KEY).write(), next));
        }
    }

    /** Noise at first, words later: each version is saved after the last one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aColumnThatGrewIsNotMuchLargerThanOneThatIsNew(boolean text) {
        byte[] all = column(60_000);
        byte[] noise = new byte[2_000];
        new Random(2).nextBytes(noise);
        System.arraycopy(noise, 0, all, 0, noise.length);
        Map<Integer, DeflatedColumn> before = Map.of();
        for (int length = 500; length <= all.length; length += 500) {
            byte[] raw = Arrays.copyOf(all, length);
            before = deflated(raw, text, before);
            int atMost = deflated(raw, text, Map.of()).get(KEY).size() * 5 / 4;

            assertTrue(before.get(KEY).size() <= atMost, length + ": " + before.get(KEY).size() + " > " + atMost);
        }
    }
}
