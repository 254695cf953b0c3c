// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.sequence.SequenceEditor;
import org.pushpin.crdt.internal.sequence.SequenceView;

/**
 * The objects of a document while they change: what was touched is open, all else is shared with the snapshot that it began from. One
 * thread. Cost: a lookup; nothing depends on the size of the document.
 */
final class OpenObjects implements Objects {
    private final Map<Long, StoredObject> changed = new HashMap<>();
    private final Map<Long, SequenceEditor> editors = new HashMap<>();
    private final Map<Slot, OpenRegister> registers = new HashMap<>();
    private Trie<Long, StoredObject> objects;
    private Authors authors;
    private long recent = -1;
    private SequenceEditor recentEditor;

    /** A key of a map, or an element of a sequence. */
    private record Slot(long object, String key, long element) {
    }

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
        settle();
        return peek(id);
    }

    /** An object whose registers may be open. */
    StoredObject peek(long id) {
        StoredObject object = changed.isEmpty() ? null : changed.get(id);
        return object == null ? objects.get(id) : object;
    }

    @Override
    public SequenceView sequence(long id) {
        settle();
        SequenceEditor editor = id == recent ? recentEditor : editors.get(id);
        if (editor != null) {
            return editor;
        }
        return peek(id) instanceof StoredObject.SequenceObject s ? s.sequence() : null;
    }

    /** The operations of a key, open for more. */
    OpenRegister register(StoredObject.MapObject map, String key) {
        return registers.computeIfAbsent(new Slot(map.id(), key, Ids.NONE), slot -> new OpenRegister(map.register(key)));
    }

    /** The operations of an element that exists, open for more. */
    OpenRegister register(long sequence, long element) {
        return registers.computeIfAbsent(new Slot(sequence, null, element), slot -> new OpenRegister(peekEditor(sequence).ops(element)));
    }

    /** Whether nothing was done to an element since it was inserted, as far as a look at it tells. */
    boolean isUntouched(long sequence, long element) {
        if (!registers.isEmpty() && registers.containsKey(new Slot(sequence, null, element))) {
            return false;
        }
        return peekEditor(sequence).ops(element) instanceof Op op && op.succ().length == 0;
    }

    private void settle() {
        if (registers.isEmpty()) {
            return;
        }
        Map<Slot, OpenRegister> open = Map.copyOf(registers);
        registers.clear();
        open.forEach((slot, register) -> {
            if (slot.key == null) {
                peekEditor(slot.object).replace(slot.element, register.now());
            } else {
                put(((StoredObject.MapObject) peek(slot.object)).with(slot.key, register.now()));
            }
        });
    }

    /** The open form of a sequence, which must exist. */
    SequenceEditor editor(long id) {
        settle();
        return peekEditor(id);
    }

    /** The same, but for the operations of elements that are open. */
    SequenceEditor peekEditor(long id) {
        if (id != recent) {
            SequenceEditor editor = editors.get(id);
            if (editor == null) {
                editor = ((StoredObject.SequenceObject) peek(id)).sequence().edit(authors);
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
        StoredObject.Place above = peek(parent).place();
        int depth = above == null ? 1 : above.depth() + 1;
        if (depth > Limits.NESTING) {
            throw new MalformedException("objects nested deeper than " + Limits.NESTING);
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
        settle();
        for (Map.Entry<Long, SequenceEditor> open : editors.entrySet()) {
            StoredObject.SequenceObject was = (StoredObject.SequenceObject) peek(open.getKey());
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
