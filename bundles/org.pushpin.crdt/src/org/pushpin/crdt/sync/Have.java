// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.util.List;

import org.pushpin.crdt.ChangeHash;

/**
 * What the sender of a message has: everything up to {@code lastSync}, and since then what is in the filter, though the filter may claim
 * a little more.
 *
 * @param lastSync changes that both sides have, as far as the sender knows; ascending
 */
public record Have(List<ChangeHash> lastSync, BloomFilter since) {
    /** The sender says that it has nothing, or that it starts afresh. */
    public static final Have NOTHING = new Have(List.of(), BloomFilter.EMPTY);

    public Have {
        lastSync = List.copyOf(lastSync);
    }
}
