// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;

/**
 * The documents of one session that are, or are to be, exchanged: a bounded number is caught up with at a time, changed
 * ones first. Before all are compared, what changes is noted and exchanged afterwards. One lane.
 */
final class SharedDocuments {
    private final Function<DocumentId, DocumentExchange> factory;
    private final Map<DocumentId, DocumentExchange> exchanges = new HashMap<>();
    /** As of when they were compared. */
    private final Map<DocumentId, Fingerprint> equal = new HashMap<>();
    private final Set<DocumentId> noted = new LinkedHashSet<>();
    private final Set<DocumentId> busy = new HashSet<>();
    private final Deque<DocumentId> waiting = new ArrayDeque<>();
    private final Set<DocumentId> queued = new HashSet<>();
    private boolean compared;

    SharedDocuments(Function<DocumentId, DocumentExchange> factory) {
        this.factory = factory;
    }

    DocumentExchange exchange(DocumentId document) {
        equal.remove(document);
        return exchanges.computeIfAbsent(document, factory);
    }

    /** All that both know has been compared; the documents that differ are to be exchanged by the initiator. */
    void compared(Map<DocumentId, Fingerprint> same, Collection<DocumentId> differing, boolean initiator) {
        compared = true;
        equal.putAll(same);
        equal.keySet().removeAll(exchanges.keySet());
        if (initiator) {
            differing.forEach(document -> want(document, false));
        }
        noted.forEach(document -> want(document, true));
        noted.clear();
    }

    /** A document has changed here. */
    void changed(DocumentId document) {
        DocumentExchange exchange = exchanges.get(document);
        if (exchange != null) {
            exchange.changed();
        } else {
            want(document, true);
        }
    }

    /** The document is to be exchanged, soon if it is urgent. */
    void want(DocumentId document, boolean urgent) {
        equal.remove(document);
        if (!compared) {
            noted.add(document);
        } else if (queued.add(document)) {
            if (urgent) {
                waiting.addFirst(document);
            } else {
                waiting.addLast(document);
            }
            next();
        }
    }

    /** A document is caught up with for now. */
    void settled(DocumentId document) {
        if (busy.remove(document)) {
            next();
        }
    }

    private void next() {
        while (busy.size() < Limits.CATCHING_UP && !waiting.isEmpty()) {
            DocumentId document = waiting.poll();
            busy.add(document);
            exchange(document).request();
        }
    }

    /** Whether the peer owes something. */
    boolean busy() {
        return !busy.isEmpty();
    }

    /** Whether all that the peer is known to hold of the document is here. */
    boolean complete(DocumentId document) {
        DocumentExchange exchange = exchanges.get(document);
        return exchange == null ? equal.containsKey(document) : exchange.complete();
    }

    /** What the peer is known to hold of what is here. */
    Holding holding(DocumentId document) {
        DocumentExchange exchange = exchanges.get(document);
        if (exchange != null) {
            return exchange.holding();
        }
        Fingerprint compared = equal.get(document);
        return compared == null ? new Holding.Unknown() : new Holding.Held(compared);
    }
}
