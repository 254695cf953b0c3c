// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RleTest {
    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Vectors of the Automerge project's tests of its encoders: lone values, runs, literals, nulls. "-" is null. */
    @ParameterizedTest
    @CsvSource({"'1 2 3',7d010203", "'1 2 2',7f010202", "'1 1 1 1 1 1',0601", "'1 1 1 4 4 4',03010304", "'- - - - - -',''",
            "'- - 1',00027f01", "'1 - -',7f010002", "'1 - 1',7f0100017f01", "'1 2 - -',7e01020002", "'- 1 1 2',000102017f02", "7,7f07"})
    void numbersAreEncodedAsAutomergeDoes(String values, String encoded) {
        RleWriter writer = new RleWriter();
        for (String value : values.split(" ")) {
            if (value.equals("-")) {
                writer.appendNull();
            } else {
                writer.append(Long.parseLong(value));
            }
        }

        assertArrayEquals(hex(encoded), writer.finish().toByteArray());
    }

    @Test
    void booleansAreAlternatingRuns() {
        BooleanWriter writer = new BooleanWriter(false);
        for (boolean b : new boolean[] {true, true, false}) {
            writer.append(b);
        }

        assertArrayEquals(hex("000201"), writer.finish().toByteArray());
    }

    @Test
    void aColumnThatIsNeverTrueMayBeLeftOut() {
        BooleanWriter kept = new BooleanWriter(false);
        BooleanWriter left = new BooleanWriter(true);
        kept.append(false);
        left.append(false);

        assertEquals(1, kept.finish().size());
        assertEquals(0, left.finish().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsRead(long seed) throws MalformedException {
        Random random = new Random(seed);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Long value = random.nextInt(3) == 0 ? null : (long) random.nextInt(4) << random.nextInt(28);
            values.addAll(Collections.nCopies(1 + random.nextInt(3), value));
        }
        RleWriter writer = random.nextBoolean() ? new RleWriter() : new RleWriter.Delta();
        for (Long value : values) {
            if (value == null) {
                writer.appendNull();
            } else {
                writer.append(value);
            }
        }
        RleReader reader = new RleReader(new ByteReader(writer.finish().toByteArray()),
                writer instanceof RleWriter.Delta ? RleReader.Kind.DELTA : RleReader.Kind.UNSIGNED, values.size());

        for (Long value : values) {
            assertEquals(value != null, reader.next());
            assertTrue(value == null || value == reader.value());
        }
        assertTrue(reader.isDone());
        assertFalse(reader.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8000", "ff00", "ffffffffffffffffff02", "808080808080808080808000", ""})
    void unsignedNumbersAreShortAndFit(String bytes) {
        assertThrows(MalformedException.class, () -> new ByteReader(hex(bytes)).readUnsigned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8000", "ff7f", "80808080808080808002", ""})
    void signedNumbersAreShortAndFit(String bytes) {
        assertThrows(MalformedException.class, () -> new ByteReader(hex(bytes)).readSigned());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 127, 128, 300, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void numbersSurvive(long value) throws MalformedException {
        byte[] bytes = new ByteWriter().writeSigned(value).writeUnsigned(value).toByteArray();
        ByteReader reader = new ByteReader(bytes);

        assertEquals(value, reader.readSigned());
        assertEquals(value, reader.readUnsigned());
        assertTrue(reader.isAtEnd());
    }
}
