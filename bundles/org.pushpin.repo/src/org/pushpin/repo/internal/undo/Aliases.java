// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.HashMap;
import java.util.Map;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;

/** Which new operation stands for an old one that was undone and brought back. Not for several threads at once. */
public final class Aliases {

    private final Map<OpId, OpId> newer = new HashMap<>();
    private final Map<OpId, OpId> draft = new HashMap<>();

    OpId resolve(OpId id) {
        OpId at = id;
        for (OpId next = next(at); next != null; next = next(at)) {
            at = next;
        }
        return at;
    }

    private OpId next(OpId id) {
        OpId next = draft.get(id);
        return next != null ? next : newer.get(id);
    }

    ObjectId resolve(ObjectId id) {
        return id.op().map(op -> ObjectId.of(resolve(op))).orElse(id);
    }

    void add(OpId old, OpId fresh) {
        OpId known = resolve(old);
        if (!known.equals(fresh)) {
            draft.put(known, fresh);
        }
    }

    void add(ObjectId old, ObjectId fresh) {
        old.op().ifPresent(from -> add(from, fresh.op().orElseThrow()));
    }

    /** Forgets what was added since the last {@link #keep}: the edit that made those ids was not committed. */
    public void discard() {
        draft.clear();
    }

    /** The edit that made the new ids was committed. */
    public void keep() {
        newer.putAll(draft);
        draft.clear();
    }
}
