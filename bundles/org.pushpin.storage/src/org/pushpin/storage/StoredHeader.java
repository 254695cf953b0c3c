// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.util.Comparator;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterId;

/**
 * A signed batch header that outlives its batch: it vouches for its writer's changes up to a sequence number, wherever their bytes
 * are kept. A writer that forked has several with one number. Ordered by its components.
 *
 * @param authority the 32 bytes that the header names
 * @param sequence the last sequence number that the header vouches for
 * @param bytes the encoded header, {@link org.pushpin.crypto.BatchHeader#LENGTH} bytes
 */
public record StoredHeader(WriterId writer, Bytes authority, long sequence, Bytes bytes) implements Comparable<StoredHeader> {

    private static final Comparator<StoredHeader> ORDER = Comparator.comparing(StoredHeader::writer)
            .thenComparing(StoredHeader::authority).thenComparing(StoredHeader::sequence).thenComparing(StoredHeader::bytes);

    @Override
    public int compareTo(StoredHeader other) {
        return ORDER.compare(this, other);
    }
}
