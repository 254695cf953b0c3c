// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;

/**
 * Which changes a document has, by writer, sequence number and the first bytes of the hash: for answering whether the place is
 * known at which somebody else stands. Filled when first asked, then with what is new. Any thread.
 */
final class Heads {

    private final Map<Bytes, Map<Long, List<Bytes>>> known = new HashMap<>();
    private Doc seen = Doc.empty();

    synchronized boolean contain(Doc document, ClockEntry change) {
        if (document != seen) {
            document.changesSince(seen.heads()).forEach(this::add);
            seen = document;
        }
        return known.getOrDefault(change.writer(), Map.of()).getOrDefault(change.seq(), List.of()).contains(change.head());
    }

    private void add(Change change) {
        Bytes head = Bytes.of(change.hash().toByteArray()).slice(0, ClockEntry.HEAD_LENGTH);
        List<Bytes> at = known.computeIfAbsent(Bytes.of(change.actor().toByteArray()), actor -> new HashMap<>())
                .computeIfAbsent(change.seq(), seq -> new ArrayList<>(1));
        if (!at.contains(head)) {
            at.add(head);
        }
    }
}
