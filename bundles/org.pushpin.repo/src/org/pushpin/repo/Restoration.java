// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/**
 * Makes a document in an edit show what it showed at another time, by the steps that differ: what is as it was stays the same object, what
 * is gone comes as a new one. One thread; costs what differs.
 */
final class Restoration {

    private final Edit edit;
    private final Doc past;
    private final Map<ObjectId, ObjectId> fresh = new HashMap<>();
    private final Set<ObjectId> texts = new LinkedHashSet<>();

    private Restoration(Edit edit, Doc past) {
        this.edit = edit;
        this.past = past;
    }

    /**
     * @param now what the edit shows
     * @param past what it is to show
     */
    static void write(Edit edit, Doc now, Doc past) {
        Restoration restoration = new Restoration(edit, past);
        now.diff(past).forEach(restoration::apply);
        restoration.texts.forEach(restoration::mark);
    }

    private ObjectId of(ObjectId object) {
        return fresh.getOrDefault(object, object);
    }

    private void apply(Patch patch) {
        if (past.type(patch.object()).filter(type -> type == ObjectType.TEXT).isPresent()) {
            texts.add(patch.object());
        }
        ObjectId object = of(patch.object());
        switch (patch) {
            case Patch.PutMap put -> put(object, put.key(), put.value());
            case Patch.DeleteMap delete -> edit.delete(object, delete.key());
            case Patch.Insert insert -> insert(object, insert.index(), insert.value());
            case Patch.PutSeq put -> put(object, put.index(), put.value());
            case Patch.DeleteSeq delete -> delete(object, delete.index(), delete.length());
            case Patch.SpliceText splice -> edit.splice(object, splice.index(), splice.delete(), splice.text());
            case Patch.Increment increment -> increment(object, increment);
            case Patch.Conflict conflict -> { // what shows is as it was
            }
            case Patch.Mark marks -> { // when all characters are there
            }
        }
    }

    private void put(ObjectId map, String key, Value value) {
        switch (value) {
            case Scalar scalar -> edit.put(map, key, scalar);
            case ObjectValue made -> fresh.put(made.id(), edit.putObject(map, key, made.type()));
        }
    }

    private void put(ObjectId list, int index, Value value) {
        switch (value) {
            case Scalar scalar -> edit.put(list, index, scalar);
            case ObjectValue made -> fresh.put(made.id(), edit.putObject(list, index, made.type()));
        }
    }

    private void insert(ObjectId sequence, int index, Value value) {
        switch (value) {
            case Scalar scalar -> edit.insert(sequence, index, scalar);
            case ObjectValue made -> fresh.put(made.id(), edit.insertObject(sequence, index, made.type()));
        }
    }

    private void delete(ObjectId sequence, int index, int length) {
        if (edit.type(sequence).filter(type -> type == ObjectType.TEXT).isPresent()) {
            edit.splice(sequence, index, length, "");
            return;
        }
        for (int i = 0; i < length; i++) {
            edit.delete(sequence, index);
        }
    }

    private void increment(ObjectId object, Patch.Increment increment) {
        if (increment.key() != null) {
            edit.increment(object, increment.key(), increment.by());
        } else {
            edit.increment(object, increment.index(), increment.by());
        }
    }

    /** Takes away the marks that should not be, and makes those that are not. */
    private void mark(ObjectId text) {
        List<Mark> wanted = past.marks(text);
        List<Mark> present = new ArrayList<>(edit.marks(of(text)));
        present.stream().filter(mark -> !wanted.contains(mark))
                .forEach(mark -> edit.unmark(of(text), mark.start(), mark.end(), ExpandMark.NONE, mark.name()));
        wanted.stream().filter(mark -> !present.contains(mark))
                .forEach(mark -> edit.mark(of(text), mark.start(), mark.end(), ExpandMark.AFTER, mark.name(), mark.value()));
    }
}
