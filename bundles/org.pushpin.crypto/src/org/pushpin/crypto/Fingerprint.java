// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.Collection;
import java.util.List;

/** What a replica holds of a document, in 16 bytes: equal fingerprints mean equal changes. */
public record Fingerprint(Bytes bytes) {
    /** The length of a fingerprint in bytes. */
    public static final int LENGTH = 16;

    private static final int ENTRY = ClockEntry.WRITER_LENGTH + Integer.BYTES + Hashes.SHA256_LENGTH;

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public Fingerprint {
        bytes.requireLength(LENGTH, "a fingerprint");
    }

    /** SHA-256("pushpin/fingerprint/1" ‖ the sorted, distinct (writer, seq, head)), the first 16 bytes. O(n log n). */
    public static Fingerprint of(Collection<WriterHead> heads) {
        List<WriterHead> sorted = heads.stream().distinct().sorted().toList();
        var out = new FieldWriter(sorted.size() * ENTRY);
        sorted.forEach(entry -> out.bytes(entry.writer()).u32(entry.seq()).bytes(entry.head()));
        return new Fingerprint(Hashes.sha256("pushpin/fingerprint/1", out.done()).slice(0, LENGTH));
    }

    /** Lower-case hex. */
    @Override
    public String toString() {
        return bytes.toHex();
    }
}
