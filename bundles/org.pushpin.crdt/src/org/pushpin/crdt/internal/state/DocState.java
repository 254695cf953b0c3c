// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.internal.history.ChangeGraph;
import org.pushpin.crdt.internal.history.OpLog;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.SequenceView;

/**
 * A document at a moment: what it holds and how it came to be. Immutable, any thread.
 */
public final class DocState implements Objects {
    public static final DocState EMPTY = new DocState(Authors.NONE,
            Trie.<Long, StoredObject>empty().with(Ids.NONE, StoredObject.empty(Ids.NONE, ObjectType.MAP, null)),
            ChangeGraph.empty(), OpLog.empty());

    private final Authors authors;
    private final Trie<Long, StoredObject> objects;
    private final ChangeGraph graph;
    private final OpLog log;

    public DocState(Authors authors, Trie<Long, StoredObject> objects, ChangeGraph graph, OpLog log) {
        this.authors = authors;
        this.objects = objects;
        this.graph = graph;
        this.log = log;
    }

    @Override
    public Authors authors() {
        return authors;
    }

    public Trie<Long, StoredObject> objects() {
        return objects;
    }

    public ChangeGraph graph() {
        return graph;
    }

    public OpLog log() {
        return log;
    }

    @Override
    public StoredObject object(long id) {
        return objects.get(id);
    }

    @Override
    public SequenceView sequence(long id) {
        return objects.get(id) instanceof StoredObject.SequenceObject s ? s.sequence() : null;
    }

    /** The operations of a key; none if it is unknown. */
    public Register register(long map, String key) {
        return objects.get(map) instanceof StoredObject.MapObject m ? m.register(key) : Register.empty();
    }
}
