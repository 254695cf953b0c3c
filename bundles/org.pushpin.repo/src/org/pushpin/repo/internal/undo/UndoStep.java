// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.OpId;
import org.pushpin.repo.internal.undo.Effects.Marked;

/** One own change that can be taken back. Keeps the snapshots around it until {@link #settle} has read what it did. Any thread. */
public final class UndoStep {

    private final Change change;
    private final List<Marked> marked;
    private final List<Marked> unmarked;
    private Doc before;
    private Doc after;
    private Effects effects;

    /** What a person did. */
    public UndoStep(Doc before, Edit edit, Commit commit) {
        this(before, commit, edit.markings().stream().map(Marked::of).toList(), List.of());
    }

    /** What undo or redo did. @param marked marks that were made again, {@code unmarked} that were taken back */
    UndoStep(Doc before, Commit commit, List<Marked> marked, List<Marked> unmarked) {
        this.before = before;
        this.after = commit.document();
        this.change = commit.change();
        this.marked = marked;
        this.unmarked = unmarked;
    }

    ChangeHash hash() {
        return change.hash();
    }

    ActorId actor() {
        return change.actor();
    }

    /** Whether an operation is one of this change. */
    public boolean made(OpId op) {
        return op.actor().equals(change.actor()) && op.counter() >= change.startOp() && op.counter() <= change.maxOp();
    }

    /** Reads what the change did, once, and lets go of the snapshots. To be called early, off the window's thread. */
    public void settle() {
        effects();
    }

    synchronized Effects effects() {
        if (effects == null) {
            effects = EffectReader.read(before, after, this::made, marked, unmarked);
            before = null;
            after = null;
        }
        return effects;
    }
}
