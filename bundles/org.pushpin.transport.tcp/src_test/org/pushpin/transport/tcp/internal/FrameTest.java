// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.UnsupportedFormatException;

/** Frames as bytes. */
final class FrameTest {
    private static final List<Frame> ONE_OF_EACH = List.of(new Frame.Start(0, 5, Bytes.zeros(3)), new Frame.More(0, Bytes.zeros(2)),
            new Frame.Start((1 << 28) - 1, 0, Bytes.EMPTY), new Frame.Start(300, 1 << 20, Bytes.zeros(Limits.FRAGMENT)),
            new Frame.Credit(128, 1 << 21), new Frame.Ping(Bytes.fromHex("0102030405060708")), new Frame.Pong(Bytes.zeros(8)),
            new Frame.Rekey(), new Frame.Close("going home"));

    @Test
    void whatIsWrittenIsRead() throws Exception {
        assertEquals(ONE_OF_EACH, read(written(ONE_OF_EACH)));
    }

    @Test
    void knownBytes() throws Exception {
        assertEquals(List.of(new Frame.Start(300, 2, Bytes.fromHex("abcd"))), read(Bytes.fromHex("01ac020202abcd")));
        assertEquals(List.of(new Frame.More(1, Bytes.fromHex("ab")), new Frame.Credit(1, 257)), read(Bytes.fromHex("020101ab030181020000")));
        assertEquals(List.of(new Frame.Rekey()), read(Bytes.fromHex("400301020307ff00")), "optional frames are passed over");
    }

    @Test
    void everyTruncationIsRefusedOrShorter() {
        for (Frame frame : ONE_OF_EACH) {
            var writer = new FrameWriter();
            writer.put(frame);
            int length = writer.length();
            Bytes whole = Bytes.copy(writer.finish()).slice(0, length);
            for (int cut = 1; cut < length; cut++) {
                Bytes part = whole.slice(0, cut);
                assertThrows(FormatException.class, () -> read(part), frame.toString());
            }
        }
    }

    @Test
    void whatBreaksARuleIsRefused() {
        for (String broken : new String[] {"0001", "01", "0100", "01000101", "0100010200", "010001020000", "0100818040010000", "020100", "0301",
            "04000000", "0681020000", "0605ffff", "8010", "01808080808001", "018000010100"}) {
            assertThrows(FormatException.class, () -> read(Bytes.fromHex(broken)), broken);
        }
        assertThrows(UnsupportedFormatException.class, () -> read(Bytes.fromHex("08")));
        assertThrows(UnsupportedFormatException.class, () -> read(Bytes.fromHex("3f")));
    }

    @Test
    void randomRecordsAreReadOrRefused() {
        var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] &= 0x0f;
            }
            try {
                assertTrue(read(Bytes.of(bytes)).size() <= bytes.length);
            } catch (FormatException refused) {
                assertTrue(refused.getMessage().length() < 120);
            }
        }
    }

    @Test
    void shortRecordsArePaddedToSteps() {
        for (int length = 0; length < 6000; length += 7) {
            var writer = new FrameWriter();
            writer.put(new Frame.Start(1, length, Bytes.zeros(length)));
            int encrypted = writer.finish().remaining() + 16;
            assertTrue(encrypted > 4096 || encrypted % 256 == 0, length + " gives " + encrypted);
        }
    }

    @Test
    void reasonsAreCutAndCleaned() throws Exception {
        Frame.Close read = (Frame.Close) read(written(List.of(new Frame.Close("a\nb\u001b[31m\u202e" + "ü".repeat(300))))).get(0);
        assertTrue(read.reason().startsWith("a b [31m ü"));
        assertTrue(read.reason().endsWith("ü"));
        assertTrue(read.reason().length() < 140);
    }

    private static Bytes written(List<Frame> frames) {
        var writer = new FrameWriter();
        frames.forEach(writer::put);
        return Bytes.copy(writer.finish());
    }

    private static List<Frame> read(Bytes record) throws FormatException {
        var reader = new FrameReader(record);
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            frames.add(frame.get());
        }
        return frames;
    }
}
