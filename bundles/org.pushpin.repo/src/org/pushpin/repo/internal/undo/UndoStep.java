// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.OpId;

/** One own change that can be taken back. Keeps the snapshots around it until {@link #settle} has read what it did. Any thread. */
public final class UndoStep {

    private final Change change;
    private Doc before;
    private Doc after;
    private Effects effects;

    public UndoStep(Doc before, Commit commit) {
        this.before = before;
        this.after = commit.document();
        this.change = commit.change();
    }

    ChangeHash hash() {
        return change.hash();
    }

    /** Whether an operation is one of this change. */
    boolean made(OpId op) {
        return op.actor().equals(change.actor()) && op.counter() >= change.startOp() && op.counter() <= change.maxOp();
    }

    /** Reads what the change did, once, and lets go of the snapshots. To be called early, off the window's thread. */
    public void settle() {
        effects();
    }

    synchronized Effects effects() {
        if (effects == null) {
            effects = EffectReader.read(before, after);
            before = null;
            after = null;
        }
        return effects;
    }
}
