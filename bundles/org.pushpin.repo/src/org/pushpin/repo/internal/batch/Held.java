// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;

/**
 * All that is durable of a document at a moment, and what proves it. Nothing in it changes; any thread.
 *
 * @param through the revision of the storage's log up to which its settled batches are in it
 */
public record Held(DocumentId id, Bytes authority, Doc document, Tips tips, Waypoints waypoints, Map<WriterId, Bytes> certificates,
        Foreigners foreigners, long through) {

    public Held {
        certificates = Map.copyOf(certificates);
    }

    /** Those of the changes that a clock names that are here. */
    List<ChangeHash> known(List<ClockEntry> clock) {
        List<ChangeHash> known = new ArrayList<>();
        for (ClockEntry entry : clock) {
            for (Change change : document.changes(foreigners.actor(entry.writer()), entry.seq())) {
                if (Batch.hash(change).startsWith(entry.head())) {
                    known.add(change.hash());
                }
            }
        }
        return known;
    }
}
