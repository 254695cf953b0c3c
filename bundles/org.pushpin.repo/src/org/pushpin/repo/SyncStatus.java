// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.Set;

import org.pushpin.crypto.DeviceId;

/**
 * The truth about where a document is; nothing here is guessed from presence. A device (a storage peer is one) counts as a holder when
 * it has said itself that it holds, durably on its disk, everything that is here; that is remembered when either side is off line, and
 * across restarts. A change here makes the document {@link #onlyHere} again until a device has said so of the change, too.
 *
 * @param saved everything shown is durable on this disk
 * @param peersConnected peers that share this document and are connected now
 * @param peersWithAll those of them that have acknowledged exactly what is here
 * @param holders devices that have acknowledged all that is shown; none while it is not saved here
 * @param behind devices that have once acknowledged something of the document, but not all that is shown
 */
public record SyncStatus(boolean saved, int peersConnected, int peersWithAll, Set<DeviceId> holders, Set<DeviceId> behind) {

    public SyncStatus {
        holders = Set.copyOf(holders);
        behind = Set.copyOf(behind);
    }

    /** Whether something shown is nowhere else, as far as is proven. */
    public boolean onlyHere() {
        return holders.isEmpty();
    }
}
