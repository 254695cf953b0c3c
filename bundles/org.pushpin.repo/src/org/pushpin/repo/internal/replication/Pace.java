// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.crypto.DocumentId;

/**
 * When changes of a document leave: the first at once, then at most one message every {@link Limits#PACE}. One lane.
 */
final class Pace {
    private final Node node;
    private final Consumer<DocumentId> flush;
    private final Set<DocumentId> resting = new HashSet<>();
    private final Set<DocumentId> due = new HashSet<>();

    Pace(Node node, Consumer<DocumentId> flush) {
        this.node = node;
        this.flush = flush;
    }

    void changed(DocumentId document) {
        if (resting.contains(document)) {
            due.add(document);
        } else {
            rest(document);
            flush.accept(document);
        }
    }

    private void rest(DocumentId document) {
        resting.add(document);
        node.after(Limits.PACE, () -> {
            resting.remove(document);
            if (due.remove(document)) {
                changed(document);
            }
        });
    }

    /** Something of the document came from a peer: the others probably get it too, so there is no hurry to pass it on. */
    void received(DocumentId document) {
        if (!resting.contains(document)) {
            rest(document);
        }
    }
}
