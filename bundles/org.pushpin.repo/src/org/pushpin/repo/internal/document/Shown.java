// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.undo.History;

/**
 * What everybody sees of a document at a moment, replaced as a whole.
 *
 * @param current {@code durable} and the pending changes
 * @param pending the newest change that is not durable; null if there is none
 */
record Shown(Doc current, Doc durable, Pending pending, History history) {

    Shown with(Commit commit, OwnWriter writer, History after) {
        return new Shown(commit.document(), durable, new Pending(commit.change(), writer, pending), after);
    }

    Shown with(History other) {
        return new Shown(current, durable, pending, other);
    }
}
