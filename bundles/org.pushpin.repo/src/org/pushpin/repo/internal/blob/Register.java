// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;

/**
 * Since when blobs have been seen without a link, and on how many days. It is remembered in a setting, laid out in the package's
 * description; what cannot be read counts as nothing, which lets everything stay longer. One thread at a time.
 */
final class Register {

    static final String SETTING = "blobs.unlinked";

    /** How long a blob stays without a link, and the least number of days on which that has to be seen. */
    static final Duration GRACE = Duration.ofDays(30);
    static final int DAYS = 5;

    private static final Duration DAY = Duration.ofHours(20);
    private static final int VERSION = 1;
    private static final int HEAD = 1 + Long.BYTES;
    private static final int ENTRY = BlobId.LENGTH + Long.BYTES + Short.BYTES;
    private static final int MOST = 65_536;
    private static final int MOST_DAYS = 65_535;

    private final TreeMap<BlobId, Entry> entries = new TreeMap<>();
    private Instant counted = Instant.EPOCH;

    private record Entry(Instant since, int days) {}

    Register(Optional<Bytes> setting) {
        setting.filter(bytes -> bytes.length() >= HEAD && (bytes.length() - HEAD) % ENTRY == 0 && bytes.at(0) == VERSION)
                .ifPresent(this::decode);
    }

    private void decode(Bytes bytes) {
        ByteBuffer in = bytes.asBuffer();
        in.get();
        counted = Instant.ofEpochMilli(in.getLong());
        byte[] id = new byte[BlobId.LENGTH];
        while (in.hasRemaining()) {
            in.get(id);
            entries.put(new BlobId(Bytes.of(id)), new Entry(Instant.ofEpochMilli(in.getLong()), Short.toUnsignedInt(in.getShort())));
        }
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(HEAD + entries.size() * ENTRY).put((byte) VERSION).putLong(counted.toEpochMilli());
        entries.forEach((blob, entry) -> out.put(blob.hash().asBuffer()).putLong(entry.since().toEpochMilli()).putShort((short) entry.days()));
        return Bytes.copy(out.flip());
    }

    /**
     * Takes down what has no link now. Whoever has one again starts anew; so does everything if the clock went back.
     *
     * @return whether there is something else to remember
     */
    boolean see(Collection<BlobId> unlinked, Instant now) {
        Set<BlobId> seen = new HashSet<>(unlinked);
        boolean changed = entries.keySet().retainAll(seen);
        if (now.isBefore(counted)) {
            entries.replaceAll((blob, entry) -> new Entry(now, entry.days()));
            counted = now;
            changed = true;
        }
        boolean another = !entries.isEmpty() && Duration.between(counted, now).compareTo(DAY) >= 0;
        if (another) {
            entries.replaceAll((blob, entry) -> new Entry(entry.since(), Math.min(MOST_DAYS, entry.days() + 1)));
        }
        boolean first = entries.isEmpty();
        for (BlobId blob : seen) {
            changed |= entries.size() < MOST && entries.putIfAbsent(blob, new Entry(now, 1)) == null;
        }
        if (another || first && !entries.isEmpty()) {
            counted = now;
        }
        return changed || another;
    }

    /** When a blob goes at the earliest, as far as one can tell. */
    Instant due(BlobId blob, Instant now) {
        Entry entry = entries.get(blob);
        if (entry == null) {
            return now.plus(GRACE);
        }
        Instant days = counted.plus(DAY.multipliedBy(Math.max(0, DAYS - entry.days())));
        Instant grace = entry.since().plus(GRACE);
        return entry.days() >= DAYS || grace.isAfter(days) ? grace : days;
    }

    boolean isDue(BlobId blob, Instant now) {
        Entry entry = entries.get(blob);
        return entry != null && entry.days() >= DAYS && !entry.since().plus(GRACE).isAfter(now);
    }

    /** It was wanted just now. */
    void pardon(BlobId blob) {
        entries.remove(blob);
    }
}
