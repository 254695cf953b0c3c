// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.util.List;

import org.pushpin.crypto.Bytes;

/** What goes over the network: how much of which kind, and what should not. */
final class Traffic {
    private final Leaks leaks = new Leaks();
    private long messages;
    private long pings;
    private long snapshots;

    void look(String from, String to, Bytes message) {
        leaks.look(from, to, message);
        countSnapshots(message);
        if (message.at(0) == 0x0a || message.at(0) == 0x0b) {
            pings++;
        } else {
            messages++;
        }
    }

    /** What must not be in any message, because it is a secret of this host. */
    void secret(String host, Bytes secret) {
        leaks.secret(host, secret);
    }

    /** A snapshot is told from other batches by the kind in its header, which is always sent whole. */
    private void countSnapshots(Bytes message) {
        if (message.at(0) == 0x13 && message.at(3) == 1 && message.at(4 + 5) == 3) {
            snapshots++;
        }
    }

    /** Messages that began with a snapshot, or with a part of one. */
    long snapshots() {
        return snapshots;
    }

    List<String> leaks() {
        return leaks.found();
    }

    /** Messages other than pings since the last call. */
    long messages() {
        long since = messages;
        messages = 0;
        pings = 0;
        return since;
    }

    long pings() {
        return pings;
    }
}
