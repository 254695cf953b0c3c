// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Tips.Tip;
import org.pushpin.storage.StoredHeader;

/** Which headers of a writer are kept besides the newest: one for every so many changes or bytes (rule R2). Copied to be changed. */
public final class Waypoints {

    static final int CHANGES = 1024;
    static final int BYTES = 256 << 10;

    private final Map<WriterId, Leg> legs;
    private List<StoredHeader> kept;

    /** How far a writer is from the last header that is kept. */
    private record Leg(long from, long bytes) {}

    public Waypoints() {
        legs = new HashMap<>();
        kept = List.of();
    }

    private Waypoints(Waypoints other) {
        legs = new HashMap<>(other.legs);
        kept = other.kept;
    }

    /** To be changed by itself. */
    public Waypoints copy() {
        return new Waypoints(this);
    }

    /** A batch was applied. @param bytes how long its body is */
    public void pass(BatchHeader header, Bytes encoded, long bytes) {
        long to = header.range().to();
        Leg leg = legs.getOrDefault(header.writer(), new Leg(0, 0));
        if (to - leg.from() >= CHANGES || leg.bytes() + bytes >= BYTES) {
            keep(List.of(new StoredHeader(header.writer(), header.auth(), to, encoded)));
        } else {
            legs.put(header.writer(), new Leg(leg.from(), leg.bytes() + bytes));
        }
    }

    /** Headers that were kept before, here or elsewhere. */
    public void keep(List<StoredHeader> headers) {
        List<StoredHeader> more = new ArrayList<>(kept);
        more.addAll(headers);
        kept = List.copyOf(more);
        for (StoredHeader header : headers) {
            Leg leg = legs.get(header.writer());
            if (leg == null || leg.from() < header.sequence()) {
                legs.put(header.writer(), new Leg(header.sequence(), 0));
            }
        }
    }

    /** Every header that is to be kept: these, and those of the ends of all lines. */
    public List<StoredHeader> with(Tips tips, Bytes authority) {
        SortedSet<StoredHeader> all = new TreeSet<>(kept);
        tips.all().forEach((writer, ends) -> {
            for (Tip end : ends) {
                if (!end.header().isEmpty()) {
                    all.add(new StoredHeader(writer, authority, end.seq(), end.header()));
                }
            }
        });
        return List.copyOf(all);
    }

    /** Those besides the ends' own. */
    public List<StoredHeader> kept() {
        return kept;
    }
}
