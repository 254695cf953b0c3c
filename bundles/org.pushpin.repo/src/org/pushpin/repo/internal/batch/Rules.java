// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import java.util.Optional;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.FormatException;

/** What a batch of changes must keep to beside its own form: its place among what is here. */
public final class Rules {

    private Rules() {
    }

    /**
     * The document with a batch of which nothing is missing here.
     *
     * @throws FormatException if the batch breaks a rule: the engine's, rule R1, or that counters grow along every path
     */
    public static Doc apply(Doc document, Batch batch) throws FormatException {
        Doc later = applied(document, batch);
        for (int i = 0; i < batch.changes().size(); i++) {
            checkPast(later, batch, i);
        }
        return later;
    }

    private static Doc applied(Doc document, Batch batch) throws FormatException {
        try {
            Doc later = document.apply(batch.changes());
            if (!later.contains(batch.head())) {
                throw new FormatException("the batch's changes do not build on each other");
            }
            return later;
        } catch (MalformedException e) {
            throw new FormatException("the batch does not fit the document: " + e.getMessage());
        }
    }

    /** Rule R1, and that counters grow along every path. */
    private static void checkPast(Doc later, Batch batch, int index) throws FormatException {
        Change change = batch.changes().get(index);
        for (ChangeHash dependency : change.deps()) {
            if (later.change(dependency).filter(past -> past.maxOp() < change.startOp()).isEmpty()) {
                throw new FormatException("a change's operations are numbered below those that it builds on");
            }
        }
        Optional<ChangeHash> previous = batch.ownPrevious(index);
        if (previous.isEmpty()) {
            return;
        }
        boolean fits = later.change(previous.get()).filter(past -> past.actor().equals(change.actor())
                && past.seq() == change.seq() - 1).isPresent() && CausalPast.contains(later, change.deps(), previous.get());
        if (!fits) {
            throw new FormatException("a change does not build on its writer's change before it");
        }
    }
}
