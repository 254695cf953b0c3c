// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.time.Instant;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;

/** Many transactions, one after the other, by one writer. */
public final class Typist {
    private final ActorId actor;
    private Edit edit;

    public Typist(Doc document, ActorId actor) {
        this.actor = actor;
        this.edit = document.edit(actor);
    }

    public Edit edit() {
        return edit;
    }

    /** Ends the transaction and begins another. */
    public void seal() {
        edit.seal(null, Instant.EPOCH);
    }

    /** The same, where somebody wants the change. There must be one. */
    public Change sealAndTell() {
        Commit commit = edit.commit(null, Instant.EPOCH).orElseThrow();
        edit = commit.document().edit(actor);
        return commit.change();
    }

    /** The document after what was sealed. */
    public Doc document() {
        return edit.snapshot();
    }
}
