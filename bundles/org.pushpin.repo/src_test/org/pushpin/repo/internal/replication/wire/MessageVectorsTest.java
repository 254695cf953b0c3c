// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Hashes;

/**
 * The committed vectors: {@code name|hex|what it says}, where what it says is the decoded message, its SHA-256 when that
 * is long, or {@code !} and the one line with which the bytes are refused.
 */
final class MessageVectorsTest {
    private static final int LONG = 300;

    private record Vector(String name, Bytes bytes, String says) {}

    static String says(Bytes bytes) {
        try {
            String text = MessageCodec.decode(bytes).toString();
            return text.length() <= LONG ? text : "sha256:" + Hashes.sha256("", Bytes.utf8(text)).toHex();
        } catch (FormatException refused) {
            return "!" + refused.getMessage();
        }
    }

    private static List<Vector> vectors() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
                MessageVectorsTest.class.getResourceAsStream("messages.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split("\\|", 3);
                vectors.add(new Vector(fields[0], Bytes.fromHex(fields[1]), fields[2]));
            }
        }
        return vectors;
    }

    @Test
    void everyVectorSaysWhatItSaid() throws IOException {
        List<Vector> vectors = vectors();

        assertTrue(vectors.size() >= 50, "only " + vectors.size() + " vectors");
        for (Vector vector : vectors) {
            assertEquals(vector.says, says(vector.bytes), vector.name);
        }
    }

    @Test
    void whatIsAcceptedIsWrittenTheSameWay() throws IOException, FormatException {
        for (Vector vector : vectors()) {
            if (!vector.says.startsWith("!")) {
                assertEquals(vector.bytes, MessageCodec.encode(MessageCodec.decode(vector.bytes)), vector.name);
            }
        }
    }

    @Test
    void everyTypeHasAVector() throws IOException {
        Set<Integer> types = new HashSet<>();
        for (Vector vector : vectors()) {
            if (!vector.says.startsWith("!")) {
                types.add(vector.bytes.at(0));
            }
        }

        assertEquals(22, types.size());
    }

    @Test
    void everyTruncationOfAMessageIsRefusedOrIsAnotherMessage() throws IOException {
        for (Vector vector : vectors()) {
            int step = Math.max(1, vector.bytes.length() / 200);
            for (int length = 0; length < vector.bytes.length(); length += step) {
                decodesOrIsRefused(vector.bytes.slice(0, length));
            }
        }
    }

    @Test
    void flippedBitsAreRefusedOrAnotherMessage() throws IOException {
        Random random = new Random(1);
        for (Vector vector : vectors()) {
            for (int i = 0; i < 100 && !vector.bytes.isEmpty(); i++) {
                byte[] flipped = vector.bytes.toByteArray();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                decodesOrIsRefused(Bytes.of(flipped));
            }
        }
    }

    @Test
    void randomBytesAreRefusedOrAMessage() {
        Random random = new Random(2);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            decodesOrIsRefused(Bytes.of(bytes));
        }
    }

    /** Any exception but the checked one fails the test; what is accepted survives being written. */
    private static void decodesOrIsRefused(Bytes bytes) {
        try {
            Message message = MessageCodec.decode(bytes);
            assertEquals(message, MessageCodec.decode(MessageCodec.encode(message)));
        } catch (FormatException refused) {
            assertTrue(refused.getMessage().length() < 200);
        }
    }

    @Test
    void anUnknownTypeAsksForANewerVersion() {
        var refused = assertThrows(FormatException.class, () -> MessageCodec.decode(Bytes.fromHex("77")));

        assertEquals("a newer version is needed: message type 119", refused.getMessage());
    }
}
