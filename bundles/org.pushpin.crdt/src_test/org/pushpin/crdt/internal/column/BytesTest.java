// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Scalar;

class BytesTest {
    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
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
        ByteReader reader = new ByteReader(new ByteWriter().writeSigned(value).writeUnsigned(value).toByteArray());

        assertEquals(value, reader.readSigned());
        assertEquals(value, reader.readUnsigned());
        assertTrue(reader.isAtEnd());
    }

    @Test
    void manyNumbersAreWrittenAsOneByOne() {
        Random random = new Random(3);
        long[] values = new long[5000];
        ByteWriter expected = new ByteWriter();
        for (int i = 0; i < values.length; i++) {
            long bit = 1L << random.nextInt(64);
            values[i] = random.nextInt(3) == 0 ? bit - random.nextInt(3) : random.nextLong() >> random.nextInt(64);
            values[i] *= random.nextBoolean() ? 1 : -1;
            expected.writeSigned(values[i]);
        }

        assertArrayEquals(expected.toByteArray(), new ByteWriter().writeSigned(values, values.length).toByteArray());
    }

    /** As a strict decoder of the platform, on texts of every width and on broken ones. */
    @Test
    void textIsCheckedAsTheDecoderDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                int c = random.nextInt(1 << 3 + random.nextInt(18));
                text.appendCodePoint(c > Character.MAX_CODE_POINT || c >= 0xd800 && c < 0xe000 ? 'x' : c);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(3); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(3) > 0 ? random.nextInt() : 0xe0 + random.nextInt(24));
            }
            assertEquals(isUtf8(bytes), Utf8.isValid(bytes, 0, bytes.length), () -> HexFormat.of().formatHex(bytes));
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"'',''", "a,61", "é,c3a9", "漢,e6bca2", "😀,f09f9880", "a\uD800b,61efbfbd62", "\uDE00\uD83D,efbfbdefbfbd", "\uD83D,efbfbd"})
    void textIsWrittenWellFormed(String text, String encoded) {
        ByteWriter out = new ByteWriter(1);

        assertEquals(encoded.length() / 2, out.writeText(text));
        assertEquals(encoded.length() / 2, Utf8.length(text));
        assertArrayEquals(hex(encoded), out.toByteArray());
    }

    @Test
    void valuesSurvive() throws MalformedException {
        List<Scalar> values = List.of(Scalar.NULL, Scalar.of(true), Scalar.of(false), Scalar.of(-5), Scalar.of(Long.MIN_VALUE),
                new Scalar.Uint(-1), Scalar.of(Math.PI), Scalar.of(Double.NaN), Scalar.of(""), Scalar.of("a"), Scalar.of("é😀"),
                Scalar.of(new byte[] {1, 2}), new Scalar.Counter(-64), new Scalar.Timestamp(1L << 40),
                new Scalar.Unknown(13, new Scalar.Bytes(new byte[] {9})));
        for (Scalar value : values) {
            ByteWriter raw = new ByteWriter();
            long meta = ScalarCodec.write(value, raw);
            ByteReader in = new ByteReader(raw.toByteArray());

            assertEquals(value, ScalarCodec.read(meta, in));
            assertTrue(in.isAtEnd());
        }
    }

    @ParameterizedTest
    @CsvSource({"16,00", "19,8000", "35,0500", "117,0000000000000000", "5,''", "149,00000000000000000000", "22,ff", "20,80", "4,''", "87,01",
            "-10,00", "8,05"})
    void brokenValuesAreRefused(long meta, String raw) {
        assertThrows(MalformedException.class, () -> ScalarCodec.read(meta, new ByteReader(hex(raw))));
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    @Test
    void bombsAreRefused() throws MalformedException {
        try (Inflate inflate = new Inflate(new InflateBudget(3 << 20))) {
            byte[] million = deflated(new byte[1 << 20]);
            byte[] more = deflated(new byte[(1 << 20) + 1]);

            assertEquals(1 << 20, inflate.inflate(million, 0, million.length).length);
            assertThrows(MalformedException.class, () -> inflate.inflate(more, 0, more.length));
            assertThrows(MalformedException.class, () -> inflate.inflate(million, 0, million.length - 1));
            assertThrows(MalformedException.class, () -> inflate.inflate(million, 0, million.length));
        }
    }

    @Test
    void theStreamsOfOneChunkCountTogether() throws MalformedException {
        try (Inflate inflate = new Inflate()) {
            byte[] million = deflated(new byte[1 << 20]);
            for (int i = 0; i < 16; i++) {
                inflate.inflate(million, 0, million.length);
            }
            assertThrows(MalformedException.class, () -> inflate.inflate(million, 0, million.length));
            inflate.beginChunk();
            inflate.inflate(million, 0, million.length);
        }
    }

    @Test
    void whatIsDeflatedInflates() throws MalformedException {
        Random random = new Random(3);
        try (Deflate deflate = new Deflate(); Inflate inflate = new Inflate()) {
            for (int length : new int[] {1, 255, 256, 8191, 8192, 8193, 100_000, 3 << 20}) {
                byte[] bytes = new byte[length];
                for (int i = 0; i < length; i++) {
                    bytes[i] = (byte) random.nextInt(1 + i % 3);
                }
                ByteWriter out = new ByteWriter();
                deflate.beginChunk();
                inflate.beginChunk();
                if (deflate.deflate(bytes, 0, length, out)) {
                    assertArrayEquals(bytes, inflate.inflate(out.storage(), 0, out.size()));
                } else {
                    assertEquals(0, out.size());
                }
            }
        }
    }

    @Test
    void chunksAreFramedAndCompacted() throws MalformedException {
        ChunkHasher hasher = new ChunkHasher();
        for (int length : new int[] {0, 1, 127, 128, 246, 247, 16_383, 16_384, 100_000}) {
            Chunk chunk = Chunk.of(Chunk.CHANGE, new ByteWriter().write(new byte[length]), hasher);
            byte[] compact = Chunk.compact(chunk.bytes(), chunk.body(), new Deflate());
            try (ChunkReader reader = new ChunkReader()) {
                for (byte[] form : List.of(chunk.bytes(), compact)) {
                    reader.reset(form);
                    Chunk read = reader.read();

                    assertTrue(reader.isAtEnd());
                    assertArrayEquals(chunk.bytes(), read.copy());
                    assertArrayEquals(chunk.hash(), read.hash());
                    assertEquals(length, read.reader().remaining());
                }
            }
            assertEquals(chunk.bytes().length > 256, compact.length < chunk.bytes().length);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',not enough data", "856f4a84b81a95440004 00000000,not an Automerge chunk", "856f4a83b81a95450004 00000000,bad checksum",
            "856f4a83b81a95440404 00000000,a chunk of type 4: a newer version is needed", "856f4a83b81a954402 01ff,a truncated deflate stream"})
    void brokenChunksAreRefused(String bytes, String reason) {
        try (ChunkReader reader = new ChunkReader()) {
            reader.reset(hex(bytes.replace(" ", "")));

            String message = assertThrows(MalformedException.class, reader::read).getMessage();

            assertTrue(message.equals(reason) || reason.contains("deflate") && message.contains("deflate"), message);
        }
    }

    @Test
    void columnsAreFoundAndJudged() throws MalformedException {
        ByteWriter out = new ByteWriter();
        ByteWriter data = new ByteWriter().write(new byte[] {1, 2, 3});
        new ColumnsWriter().add(0x02, data).add(0x13, new ByteWriter()).add(0x34, data).writeTable(out);
        byte[] known = out.write(data).write(data).toByteArray();
        Columns columns = new Columns(0x01, 0x02, 0x34, 0x42);
        ByteReader in = new ByteReader(known);
        columns.readTable(in);
        columns.readData(in, null);

        assertTrue(in.isAtEnd() && columns.isCanonical() && columns.isEmpty(0) && columns.isEmpty(3));
        assertEquals(3, columns.end(1) - columns.from(1));
        assertEquals(3, columns.end(2) - columns.from(2));
        Columns fewer = new Columns(0x34);
        in.reset(known, 0, known.length);
        fewer.readTable(in);
        fewer.readData(in, null);
        assertFalse(fewer.isCanonical());
        assertEquals(columns.from(2), fewer.from(0));
    }

    @ParameterizedTest
    @CsvSource({"0202000200,columns out of order", "0202000a00,columns out of order", "010a00,a compressed column in a change",
            "010201,not enough data", "0202010301ff,not enough data", "05,a length or count beyond its limit"})
    void brokenColumnsAreRefused(String table, String reason) {
        Columns columns = new Columns(0x02);
        ByteReader in = new ByteReader(hex(table));

        assertEquals(reason, assertThrows(MalformedException.class, () -> {
            columns.readTable(in);
            columns.readData(in, null);
        }).getMessage());
    }
}
