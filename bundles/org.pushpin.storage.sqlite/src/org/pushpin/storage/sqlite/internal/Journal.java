// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads a journal (WAL) that a process has left, before SQLite replays it. SQLite takes a frame that does not match its checksum for
 * the end of what was written before a crash, and drops in silence whatever follows. Here commits are fsynced one by one, so a crash
 * tears the last of them only: where a frame of a later commit follows a broken one, fsynced data were changed.
 *
 * <p>Layout and checksums: SQLite's file format, section 4, "The Write-Ahead Log". Costs one read of the file. One thread.
 */
final class Journal {

    /** What is in a journal: nothing that was ever committed. */
    static final Journal EMPTY = new Journal();

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int SECTOR = 512;

    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private int page;
    private long salts;
    private long committed;
    private boolean damaged;

    private Journal() {}

    /** The file's content is only read here; {@link #EMPTY} if there is none. */
    static Journal read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            if (!fill(channel, header, 0) || isZero(header)) {
                return EMPTY;
            }
            var journal = new Journal();
            journal.walk(channel, header);
            return journal;
        } catch (NoSuchFileException absent) {
            return EMPTY;
        }
    }

    /** Random numbers that tell this journal from an earlier one in the same file; 0 where there is none. */
    long salts() {
        return salts;
    }

    /** How many frames SQLite will replay: those up to the last commit before anything broken. */
    long committed() {
        return committed;
    }

    /** Whether something that had been fsynced is not as it was; false does not mean that the last commit is there. */
    boolean damaged() {
        return damaged;
    }

    private void walk(FileChannel channel, ByteBuffer header) throws IOException {
        if (headerIsWhole(header)) {
            walk(channel, new Sum(header, 24));
        } else {
            damaged = true; // it is written within one sector
        }
    }

    private boolean headerIsWhole(ByteBuffer header) {
        int magic = header.getInt(0);
        order = (magic & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        page = header.getInt(8);
        salts = header.getLong(16);
        return (magic & ~1) == MAGIC && Integer.bitCount(page) == 1 && page >= 512 && page <= 1 << 16
                && new Sum(0, 0).plus(header, 0, 24, order).equals(new Sum(header, 24));
    }

    /** After a broken frame each is judged by the stored checksum of the one before. */
    private void walk(FileChannel channel, Sum start) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER + page);
        Sum sum = start;
        boolean broken = false;
        boolean ended = false;
        boolean mayHaveEnded = false;
        long number = 0;
        for (long at = HEADER; fill(channel, frame.clear(), at); at += frame.capacity()) {
            number++;
            var stored = new Sum(frame, 16);
            boolean whole = frame.getLong(8) == salts
                    && sum.plus(frame, 0, 8, order).plus(frame, FRAME_HEADER, frame.capacity(), order).equals(stored);
            boolean commit = frame.getInt(4) != 0;
            damaged |= whole && (ended || mayHaveEnded);
            broken |= !whole;
            committed = commit && !broken ? number : committed;
            ended |= whole && broken && commit;
            mayHaveEnded = !whole && commit && (at + 4) / SECTOR == (at + FRAME_HEADER - 1) / SECTOR;
            sum = stored;
        }
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, at + buffer.position());
        }
        return !buffer.hasRemaining();
    }

    private static boolean isZero(ByteBuffer header) {
        for (int i = 0; i < header.capacity(); i++) {
            if (header.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** SQLite's two running sums over words of 32 bits, whose byte order the magic number says; stored big-endian. */
    private record Sum(int one, int two) {

        Sum(ByteBuffer stored, int at) {
            this(stored.getInt(at), stored.getInt(at + 4));
        }

        Sum plus(ByteBuffer bytes, int from, int to, ByteOrder order) {
            ByteBuffer words = bytes.duplicate().order(order);
            int a = one;
            int b = two;
            for (int at = from; at < to; at += 8) {
                a += words.getInt(at) + b;
                b += words.getInt(at + 4) + a;
            }
            return new Sum(a, b);
        }
    }
}
