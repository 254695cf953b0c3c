// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.repo.Presence.Visitor;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** Another device at a document, in one session: the newest that it said of each kind. One lane. */
final class Guest {
    /** Kinds that are not values. */
    static final int LEAVES = 0;
    static final int STAYS = 1;
    /** From here on they are. */
    static final int VALUES = 2;

    final DeviceId device;
    final Bytes session;
    private final Ephemeral[] newest = new Ephemeral[Ephemeral.KINDS];
    /** Through whom it was heard last. */
    Audience by;
    /** When it is gone, if it is not heard again. */
    Instant until;
    private Visitor shown;

    Guest(DeviceId device, Bytes session) {
        this.device = device;
        this.session = session;
    }

    /** Whether it has said something as new as this. */
    boolean knows(Ephemeral news) {
        Ephemeral known = newest[news.kind()];
        return known != null && news.count() <= known.count();
    }

    /** @return whether what it lets see differs from before */
    boolean take(Ephemeral news) {
        Ephemeral before = newest[news.kind()];
        newest[news.kind()] = news;
        boolean differs = news.kind() >= VALUES && !news.value().equals(before == null ? Bytes.EMPTY : before.value());
        shown = differs ? null : shown;
        return differs;
    }

    /** For a peer that has just come. */
    List<Ephemeral> all() {
        return Arrays.stream(newest).filter(Objects::nonNull).toList();
    }

    Visitor shown() {
        shown = shown == null ? show() : shown;
        return shown;
    }

    private Visitor show() {
        Map<Integer, Bytes> says = new HashMap<>();
        for (int kind = VALUES; kind < newest.length; kind++) {
            if (newest[kind] != null && !newest[kind].value().isEmpty()) {
                says.put(kind - VALUES, newest[kind].value());
            }
        }
        return new Visitor(device, says);
    }
}
