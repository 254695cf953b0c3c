// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;

/** The changes that were sent to a peer in this session and that it has not acknowledged. Not thread-safe. */
final class Sent {
    private final Set<ChangeHash> changes = new HashSet<>();
    /** Everything up to these was sent, as a whole document. */
    private final Set<ChangeHash> documents = new HashSet<>();

    boolean isEmpty() {
        return changes.isEmpty() && documents.isEmpty();
    }

    void add(Collection<Change> more) {
        more.forEach(change -> changes.add(change.hash()));
    }

    void addDocument(List<ChangeHash> heads) {
        changes.clear();
        documents.clear();
        documents.addAll(heads);
    }

    void clear() {
        changes.clear();
        documents.clear();
    }

    /** Forgets what the peer has, as it seems from its heads. Cost: the changes that it does not have. */
    void acknowledge(Doc doc, List<ChangeHash> heads) {
        if (!isEmpty() && heads.stream().anyMatch(doc::contains)) {
            Set<ChangeHash> left = hashes(doc.changesSince(heads));
            changes.retainAll(left);
            documents.retainAll(left);
        }
    }

    /** Those of {@code candidates} that were not sent. Cost: they, and what is newer than a document that was sent. */
    List<Change> unsent(Doc doc, List<Change> candidates) {
        if (isEmpty() || candidates.isEmpty()) {
            return candidates;
        }
        if (documents.isEmpty()) {
            return candidates.stream().filter(change -> !changes.contains(change.hash())).toList();
        }
        Set<ChangeHash> newer = hashes(doc.changesSince(documents));
        return candidates.stream().filter(change -> newer.contains(change.hash()) && !changes.contains(change.hash())).toList();
    }

    private static Set<ChangeHash> hashes(List<Change> list) {
        return list.stream().map(Change::hash).collect(Collectors.toSet());
    }
}
