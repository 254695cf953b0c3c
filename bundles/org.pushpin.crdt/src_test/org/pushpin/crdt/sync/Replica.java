// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.time.Instant;
import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;

/** A document in the hands of one actor. Its changes have the same hashes in every run. */
final class Replica {
    final ActorId actor;
    Doc doc = Doc.empty();

    Replica(String actor) {
        this.actor = ActorId.parse(actor);
    }

    /** The same document in the hands of another. */
    Replica fork(String other) {
        Replica fork = new Replica(other);
        fork.doc = doc;
        return fork;
    }

    /** One change. */
    Change put(String key, String value) {
        Edit edit = doc.edit(actor);
        edit.put(ObjectId.ROOT, key, value);
        var commit = edit.commit(null, Instant.EPOCH).orElseThrow();
        doc = commit.document();
        return commit.change();
    }

    /** A change for each number. */
    Replica count(String key, int from, int to) {
        for (int i = from; i < to; i++) {
            put(key, Integer.toString(i));
        }
        return this;
    }

    void apply(Change... changes) {
        try {
            doc = doc.apply(List.of(changes));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    String get(String key) {
        return doc.get(ObjectId.ROOT, key).map(value -> ((Scalar.Str) value).value()).orElse(null);
    }

    ChangeHash head() {
        List<ChangeHash> heads = doc.heads();
        if (heads.size() != 1) {
            throw new AssertionError(heads.size() + " heads");
        }
        return heads.getFirst();
    }
}
