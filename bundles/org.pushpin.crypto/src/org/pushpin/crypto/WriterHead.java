// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

/**
 * How far a replica has one writer's changes: the whole hash, as stored. A forked writer has one for each branch.
 *
 * @param writer the 16-byte actor id
 * @param seq the highest sequence number, 1 to 2³² − 1
 * @param head the change hash there, 32 bytes
 */
public record WriterHead(Bytes writer, long seq, Bytes head) implements Comparable<WriterHead> {
    /** @throws IllegalArgumentException if a field is not as said above */
    public WriterHead {
        ClockEntry.check(writer, seq);
        head.requireLength(Hashes.SHA256_LENGTH, "a change hash");
    }

    /** What a clock says of it. */
    public ClockEntry clockEntry() {
        return new ClockEntry(writer, seq, head.slice(0, ClockEntry.HEAD_LENGTH));
    }

    /** By writer, then sequence number, then hash. */
    @Override
    public int compareTo(WriterHead other) {
        int byWriter = writer.compareTo(other.writer);
        int bySeq = Long.compare(seq, other.seq);
        return byWriter != 0 ? byWriter : bySeq != 0 ? bySeq : head.compareTo(other.head);
    }
}
