// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.RleReader.Kind;

class RleTest {
    private static final int ROWS = 1_000_000;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 100));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static RleReader reader(Kind kind, byte[] bytes) {
        RleReader reader = new RleReader(kind);
        reader.reset(bytes, 0, bytes.length, ROWS);
        return reader;
    }

    private static RleWriter writer(Kind kind) {
        return kind == Kind.DELTA ? new DeltaWriter() : kind == Kind.TEXT ? new TextWriter() : new RleWriter();
    }

    /** Text columns get the number as their string. */
    private static void append(RleWriter writer, Long value) {
        if (value == null) {
            writer.appendNull();
        } else if (writer instanceof TextWriter text) {
            text.append(Long.toString(value));
        } else {
            writer.append(value);
        }
    }

    private static byte[] encoded(Kind kind, List<Long> values) {
        RleWriter writer = writer(kind);
        values.forEach(v -> append(writer, v));
        return writer.finish().toByteArray();
    }

    private static long value(Kind kind, RleReader reader) {
        return kind == Kind.TEXT ? Long.parseLong(reader.text()) : reader.value();
    }

    private static List<Long> decoded(Kind kind, RleReader reader) throws MalformedException {
        List<Long> values = new ArrayList<>();
        while (!reader.isDone()) {
            values.add(reader.next() ? value(kind, reader) : null);
        }
        return values;
    }

    /** Vectors of the Automerge project's tests of its encoders: lone values, runs, literals, nulls. "-" is null. */
    @ParameterizedTest
    @CsvSource({"'1 2 3',7d010203", "'1 2 2',7f010202", "'1 1 1 1 1 1',0601", "'1 1 1 4 4 4',03010304", "'- - - - - -',''",
            "'- - 1',00027f01", "'1 - -',7f010002", "'1 - 1',7f0100017f01", "'1 2 - -',7e01020002", "'- 1 1 2',000102017f02", "7,7f07"})
    void numbersAreEncodedAsAutomergeDoes(String values, String encoded) throws MalformedException {
        List<Long> rows = Arrays.stream(values.split(" ")).map(v -> v.equals("-") ? null : Long.valueOf(v)).toList();

        assertArrayEquals(hex(encoded), encoded(Kind.UNSIGNED, rows));
        if (!encoded.isEmpty()) {
            RleReader reader = reader(Kind.UNSIGNED, hex(encoded));
            assertEquals(rows, decoded(Kind.UNSIGNED, reader));
            assertTrue(reader.isCanonical(rows.size()));
        }
    }

    @ParameterizedTest
    @CsvSource({"'10 11 12 13',7f0a0301", "'10 9 8 1',7f0a027f7f79", "'1 2 3 - 4',0301 0001 7f01", "'0 0 5',02007f05"})
    void differencesAreEncodedAsAutomergeDoes(String values, String encoded) throws MalformedException {
        List<Long> rows = Arrays.stream(values.split(" ")).map(v -> v.equals("-") ? null : Long.valueOf(v)).toList();

        assertArrayEquals(hex(encoded), encoded(Kind.DELTA, rows));
        assertEquals(rows, decoded(Kind.DELTA, reader(Kind.DELTA, hex(encoded))));
    }

    private static List<Long> randomRows(Random random) {
        List<Long> values = new ArrayList<>();
        for (int n = random.nextInt(40); n > 0; n--) {
            Long value = random.nextInt(3) == 0 ? null : (long) random.nextInt(4) << random.nextInt(28);
            values.addAll(Collections.nCopies(1 + random.nextInt(3), value));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsSurvive(long seed) throws MalformedException {
        Random random = new Random(seed);
        Kind kind = Kind.values()[random.nextInt(3)];
        List<Long> rows = randomRows(random);
        byte[] bytes = encoded(kind, rows);
        RleReader reader = reader(kind, bytes);

        for (Long row : rows) {
            assertEquals(row != null, reader.next());
            assertTrue(row == null || row == value(kind, reader));
        }
        assertTrue(reader.isDone());
        assertFalse(reader.next());
        assertTrue(reader.isCanonical(rows.size()));
        assertEquals(bytes.length > 0 && !rows.contains(null) || rows.isEmpty(), reader.isCanonicalWithoutNulls(rows.size()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runsAreWrittenAsTheirRows(long seed) {
        Random random = new Random(seed);
        RleWriter single = random.nextBoolean() ? new RleWriter() : new DeltaWriter();
        RleWriter runs = single instanceof DeltaWriter ? new DeltaWriter() : new RleWriter();
        long value = 0;
        for (int n = 0; n < 30; n++) {
            int rows = random.nextInt(5);
            int what = random.nextInt(4);
            if (what == 0) {
                runs.appendNulls(rows);
            } else if (what == 1 && runs instanceof DeltaWriter delta) {
                delta.appendSteps(2, rows);
            } else {
                value = random.nextInt(3);
                runs.append(value, rows);
            }
            for (int i = 0; i < rows; i++) {
                value += what == 1 && runs instanceof DeltaWriter ? 2 : 0;
                append(single, what == 0 ? null : Long.valueOf(value));
            }
        }
        assertArrayEquals(single.finish().toByteArray(), runs.finish().toByteArray());
    }

    /** Encodes the same rows in runs cut at random. */
    private static byte[] otherwise(Kind kind, List<Long> rows, Random random) {
        ByteWriter out = new ByteWriter();
        long previous = 0;
        for (int i = 0; i < rows.size();) {
            int to = i + 1;
            boolean isNull = rows.get(i) == null;
            boolean literal = !isNull && random.nextBoolean();
            while (to < rows.size() && random.nextInt(6) > 0 && (isNull ? rows.get(to) == null
                    : rows.get(to) != null && (literal || isRepeat(kind, rows, i, to, previous)))) {
                to++;
            }
            out.writeSigned(isNull ? 0 : literal ? i - to : to - i);
            if (isNull) {
                out.writeUnsigned(to - i);
            }
            for (int k = i; !isNull && k < to; k++) {
                if (literal || k == i) {
                    write(kind, rows.get(k), previous, out);
                }
                previous = rows.get(k);
            }
            i = to;
        }
        return out.toByteArray();
    }

    private static boolean isRepeat(Kind kind, List<Long> rows, int first, int at, long previous) {
        if (kind != Kind.DELTA) {
            return rows.get(first).equals(rows.get(at));
        }
        return rows.get(at) - rows.get(at - 1) == rows.get(first) - previous;
    }

    private static void write(Kind kind, long value, long previous, ByteWriter out) {
        switch (kind) {
            case UNSIGNED -> out.writeUnsigned(value);
            case DELTA -> out.writeSigned(value - previous);
            case TEXT -> out.writePrefixed(Long.toString(value));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAWriterWouldWriteIsKnown(long seed) throws MalformedException {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Kind kind = Kind.values()[random.nextInt(3)];
            List<Long> rows = randomRows(random);
            rows = rows.subList(0, Math.min(rows.size(), 1 + random.nextInt(8)));
            byte[] bytes = otherwise(kind, rows, random);
            RleReader reader = reader(kind, bytes);

            assertEquals(rows, decoded(kind, reader));
            assertEquals(Arrays.equals(bytes, encoded(kind, rows)), reader.isCanonical(rows.size()), rows.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runsAreReadAsTheirRows(long seed) throws MalformedException {
        Random random = new Random(seed);
        Kind kind = random.nextBoolean() ? Kind.UNSIGNED : Kind.DELTA;
        List<Long> rows = randomRows(random);
        rows.add(7L);
        RleReader reader = reader(kind, random.nextBoolean() ? encoded(kind, rows) : otherwise(kind, rows, random));
        List<Long> read = new ArrayList<>();
        while (!reader.isDone()) {
            long nulls = reader.followingNulls();
            if (nulls > 0) {
                reader.skip(nulls);
                read.addAll(Collections.nCopies((int) nulls, null));
                continue;
            }
            long raw = reader.ahead();
            long count = 1 + random.nextInt((int) reader.following(raw));
            for (int i = 1; i <= count; i++) {
                read.add(kind == Kind.DELTA ? reader.value() + i * raw : raw);
            }
            reader.skip(count);
            assertEquals(read.getLast(), reader.value());
        }
        assertEquals(rows, read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "00", "7f", "02", "7e01", "7e0000 00ff", "ffffffffffffffffff00 01", "01808080", "c1843d 05"})
    void brokenRunsAreRefused(String bytes) {
        for (Kind kind : Kind.values()) {
            RleReader reader = reader(kind, hex(bytes));
            assertThrows(MalformedException.class, () -> {
                for (int rows = 0; !reader.isDone() && rows <= ROWS; rows++) {
                    reader.next();
                }
            }, kind.toString());
        }
    }

    @Test
    void aStepBeyondItsLimitIsRefusedRowByRowAndAtOnce() throws MalformedException {
        byte[] bytes = new ByteWriter().writeSigned(900_000).writeSigned(1L << 50).toByteArray();
        RleReader rows = reader(Kind.DELTA, bytes);
        RleReader run = reader(Kind.DELTA, bytes);

        assertEquals(900_000, run.following(1L << 50));
        assertThrows(MalformedException.class, () -> run.skip(900_000));
        assertThrows(MalformedException.class, () -> {
            while (rows.next()) {
                assertTrue(rows.value() <= 1L << 53);
            }
        });
    }

    @Test
    void booleansAreAlternatingRuns() throws MalformedException {
        BooleanWriter writer = new BooleanWriter(false);
        writer.append(true, 2);
        writer.append(false);
        byte[] bytes = writer.finish().toByteArray();
        BooleanReader reader = new BooleanReader();
        reader.reset(bytes, 0, bytes.length, 3);

        assertArrayEquals(hex("000201"), bytes);
        assertEquals(2, reader.following(true));
        assertTrue(reader.next());
        assertEquals(1, reader.following(true));
        reader.skip(1);
        assertFalse(reader.next());
        assertTrue(reader.isDone() && reader.isCanonical(3) && reader.isCanonicalIfAny(3));
    }

    @Test
    void aColumnThatIsNeverTrueMayBeLeftOut() throws MalformedException {
        BooleanWriter kept = new BooleanWriter(false);
        BooleanWriter left = new BooleanWriter(true);
        kept.append(false);
        left.append(false);
        BooleanReader reader = new BooleanReader();
        reader.reset(hex("01"), 0, 1, 1);

        assertArrayEquals(hex("01"), kept.finish().toByteArray());
        assertEquals(0, left.finish().size());
        assertFalse(reader.next());
        assertTrue(reader.isCanonical(1));
        assertFalse(reader.isCanonicalIfAny(1));
    }
}
