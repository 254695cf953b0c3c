// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.DeviceId;
import org.pushpin.repo.Presence.Visitor;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** Who is at one document, this device included. One lane. */
final class Room {
    private final Map<DeviceId, Guest> guests = new LinkedHashMap<>();
    Optional<Own> own = Optional.empty();
    /** Listeners are about to be told. */
    boolean telling;

    boolean isEmpty() {
        return guests.isEmpty() && own.isEmpty();
    }

    int size() {
        return guests.size();
    }

    Optional<Guest> guest(DeviceId device) {
        return Optional.ofNullable(guests.get(device));
    }

    void put(Guest guest) {
        guests.put(guest.device, guest);
    }

    void remove(Guest guest) {
        guests.remove(guest.device);
    }

    /** Those that were not heard for too long. */
    List<Guest> silent(Instant now) {
        return guests.values().stream().filter(guest -> !guest.until.isAfter(now)).toList();
    }

    List<Guest> heardBy(Audience audience) {
        return guests.values().stream().filter(guest -> guest.by == audience).toList();
    }

    /** All that was said here and counts, for a peer that has just come; but not what is its own. */
    List<Ephemeral> all(Optional<DeviceId> except) {
        List<Ephemeral> all = new ArrayList<>();
        own.ifPresent(mine -> all.addAll(mine.all()));
        guests.values().stream().filter(guest -> !except.equals(Optional.of(guest.device))).forEach(guest -> all.addAll(guest.all()));
        return all;
    }

    List<Visitor> visitors() {
        return guests.values().stream().map(Guest::shown).sorted((a, b) -> a.device().compareTo(b.device())).toList();
    }
}
