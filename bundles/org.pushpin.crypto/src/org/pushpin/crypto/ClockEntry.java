// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How far a replica has one writer's changes, short form: 28 bytes. Without the head a fork at equal sequence would compare equal, and
 * diverge in silence.
 *
 * @param writer the 16-byte actor id
 * @param seq the highest sequence number, 1 to 2³² − 1
 * @param head the first 8 bytes of the change hash there
 */
public record ClockEntry(Bytes writer, long seq, Bytes head) implements Comparable<ClockEntry> {
    /** The length of a writer in bytes. */
    public static final int WRITER_LENGTH = 16;

    /** The length of a head in bytes. */
    public static final int HEAD_LENGTH = 8;

    /** The length of an encoded entry in bytes. */
    public static final int LENGTH = 28;

    /** The most entries that a clock may have. */
    public static final int MAX_ENTRIES = 32_768;

    private static final int PREFIX = 8;
    private static final long MAX_SEQ = 0xffff_ffffL;

    /** @throws IllegalArgumentException if a field is not as said above */
    public ClockEntry {
        check(writer, seq);
        head.requireLength(HEAD_LENGTH, "a short change hash");
    }

    static void check(Bytes writer, long seq) {
        writer.requireLength(WRITER_LENGTH, "a writer");
        if (seq < 1 || seq > MAX_SEQ) {
            throw new IllegalArgumentException("sequence number " + seq);
        }
    }

    /** Encodes a clock: its entries in order, each once. */
    public static Bytes encodeClock(Collection<ClockEntry> clock) {
        List<ClockEntry> sorted = clock.stream().distinct().sorted().toList();
        if (sorted.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("a clock has at most " + MAX_ENTRIES + " entries");
        }
        var out = new FieldWriter(PREFIX + sorted.size() * LENGTH).u8(1).u8(0).u16(0).u32(sorted.size());
        sorted.forEach(entry -> out.bytes(entry.writer).u32(entry.seq).bytes(entry.head));
        return out.done();
    }

    /**
     * Reads a clock.
     *
     * @throws UnsupportedFormatException if its suite or a critical flag is newer than this version
     * @throws FormatException if it is malformed, too long, or its entries are not strictly ascending
     */
    public static List<ClockEntry> decodeClock(Bytes bytes) throws FormatException {
        var in = new FieldReader(bytes, "clock");
        in.suite();
        in.reserved();
        in.flags();
        long count = in.u32();
        if (count > MAX_ENTRIES || in.remaining() != count * LENGTH) {
            throw new FormatException("the clock is said to have " + count + " entries");
        }
        List<ClockEntry> clock = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            ClockEntry entry = entry(in);
            if (i > 0 && clock.get(i - 1).compareTo(entry) >= 0) {
                throw new FormatException("the clock is not in order");
            }
            clock.add(entry);
        }
        return List.copyOf(clock);
    }

    private static ClockEntry entry(FieldReader in) throws FormatException {
        try {
            return new ClockEntry(in.copy(WRITER_LENGTH), in.u32(), in.copy(HEAD_LENGTH));
        } catch (IllegalArgumentException broken) {
            throw new FormatException("the clock is malformed: " + broken.getMessage());
        }
    }

    /** By writer, then sequence number, then head. */
    @Override
    public int compareTo(ClockEntry other) {
        int byWriter = writer.compareTo(other.writer);
        int bySeq = Long.compare(seq, other.seq);
        return byWriter != 0 ? byWriter : bySeq != 0 ? bySeq : head.compareTo(other.head);
    }
}
