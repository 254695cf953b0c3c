// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.sequence.SequenceEditor;
import org.pushpin.crdt.internal.sequence.SequenceView;

/**
 * The objects of a document while they change: what was touched is open, all else is shared with the snapshot that it began from. One
 * thread. Cost: a lookup; nothing depends on the size of the document.
 */
final class OpenObjects implements Objects {
    /** Levels of nested objects. */
    static final int NESTING = 64;

    private final Map<Long, StoredObject> changed = new HashMap<>();
    private final Map<Long, SequenceEditor> editors = new HashMap<>();
    private Trie<Long, StoredObject> objects;
    private Authors authors;
    private long recent = -1;
    private SequenceEditor recentEditor;

    OpenObjects(Trie<Long, StoredObject> objects, Authors authors) {
        this.objects = objects;
        this.authors = authors;
    }

    @Override
    public Authors authors() {
        return authors;
    }

    void authors(Authors more) {
        authors = more;
        editors.values().forEach(editor -> editor.authors(more));
    }

    @Override
    public StoredObject object(long id) {
        StoredObject object = changed.isEmpty() ? null : changed.get(id);
        return object == null ? objects.get(id) : object;
    }

    @Override
    public SequenceView sequence(long id) {
        SequenceEditor editor = id == recent ? recentEditor : editors.get(id);
        if (editor != null) {
            return editor;
        }
        return object(id) instanceof StoredObject.SequenceObject s ? s.sequence() : null;
    }

    /** The open form of a sequence, which must exist. */
    SequenceEditor editor(long id) {
        if (id != recent) {
            SequenceEditor editor = editors.get(id);
            if (editor == null) {
                editor = ((StoredObject.SequenceObject) object(id)).sequence().edit(authors);
                editors.put(id, editor);
            }
            recentEditor = editor;
            recent = id;
        }
        return recentEditor;
    }

    void put(StoredObject object) {
        changed.put(object.id(), object);
    }

    /** Creates the object that an operation makes, if it makes one. */
    void make(long id, int action, long parent, String key, long element) throws MalformedException {
        ObjectType made = Action.made(action);
        if (made == null) {
            return;
        }
        StoredObject.Place above = object(parent).place();
        int depth = above == null ? 1 : above.depth() + 1;
        if (depth > NESTING) {
            throw new MalformedException("objects nested deeper than " + NESTING);
        }
        put(StoredObject.empty(id, made, new StoredObject.Place(parent, key, element, depth)));
    }

    /** Takes back {@link #make}. */
    void unmake(long id) {
        freeze();
        objects = objects.without(id);
        editors.remove(id);
        if (recent == id) {
            recent = -1;
            recentEditor = null;
        }
    }

    /** The objects as they are now, as a value; these may be changed on. */
    Trie<Long, StoredObject> freeze() {
        for (Map.Entry<Long, SequenceEditor> open : editors.entrySet()) {
            StoredObject.SequenceObject was = (StoredObject.SequenceObject) object(open.getKey());
            var sequence = open.getValue().freeze();
            if (was.sequence() != sequence) {
                changed.put(was.id(), new StoredObject.SequenceObject(was.id(), was.type(), was.place(), sequence));
            }
        }
        for (StoredObject object : changed.values()) {
            objects = objects.with(object.id(), object);
        }
        changed.clear();
        return objects;
    }
}
