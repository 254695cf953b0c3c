// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The reading half of documents and edits. */
abstract class Reader {

    /** The present state of an object; null if there is none. */
    abstract StoredObject object(ObjectId id);

    /** What an id stands for: itself, unless its actor forked and it does not say in which branch. */
    abstract List<OpId> candidates(OpId id);

    private Op[] register(ObjectId map, String key) {
        return object(map) instanceof StoredObject.MapObject m ? m.register(key) : Op.NONE_AT_ALL;
    }

    private Op[] register(ObjectId sequence, int index) {
        Element element = object(sequence) instanceof StoredObject.SequenceObject s ? s.sequence().at(index) : null;
        return element == null ? Op.NONE_AT_ALL : element.ops();
    }

    private static Optional<Value> winningValue(Op[] ops) {
        Op winner = Register.winner(ops);
        return winner == null ? Optional.empty() : Optional.of(Register.value(winner, ops));
    }

    private static List<Value> allValues(Op[] ops) {
        return Register.visible(ops).stream().map(op -> Register.value(op, ops)).toList();
    }

    public Optional<Value> get(ObjectId map, String key) {
        return winningValue(register(map, key));
    }

    public Optional<Value> get(ObjectId sequence, int index) {
        return winningValue(register(sequence, index));
    }

    public List<Value> getAll(ObjectId map, String key) {
        return allValues(register(map, key));
    }

    public List<Value> getAll(ObjectId sequence, int index) {
        return allValues(register(sequence, index));
    }

    public List<String> keys(ObjectId map) {
        return object(map) instanceof StoredObject.MapObject m ? m.visibleKeys() : List.of();
    }

    public int length(ObjectId object) {
        return switch (object(object)) {
            case null -> 0;
            case StoredObject.MapObject m -> m.visibleKeys().size();
            case StoredObject.SequenceObject s -> s.sequence().width();
        };
    }

    public String text(ObjectId text) {
        return object(text) instanceof StoredObject.SequenceObject s && s.isText() ? s.sequence().text() : "";
    }

    public Optional<ObjectType> type(ObjectId object) {
        return Optional.ofNullable(object(object)).map(StoredObject::type);
    }

    public Optional<OpId> winner(ObjectId map, String key) {
        return Optional.ofNullable(Register.winner(register(map, key))).map(Op::id);
    }

    public OpId elementAt(ObjectId sequence, int index) {
        Element element = object(sequence) instanceof StoredObject.SequenceObject s ? s.sequence().at(index) : null;
        if (element == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return element.id();
    }

    public OptionalInt indexOf(ObjectId sequence, OpId element) {
        Sequence.Place place = place(sequence, element);
        if (place == null) {
            return OptionalInt.empty();
        }
        Sequence s = ((StoredObject.SequenceObject) object(sequence)).sequence();
        return s.get(place).width == 0 ? OptionalInt.empty() : OptionalInt.of(s.indexOf(place));
    }

    public int positionAfter(ObjectId sequence, OpId element) {
        Sequence.Place place = place(sequence, element);
        if (place == null) {
            return 0;
        }
        Sequence s = ((StoredObject.SequenceObject) object(sequence)).sequence();
        return s.indexOf(place) + s.get(place).width;
    }

    public List<OpId> deleters(ObjectId sequence, OpId element) {
        Sequence.Place place = place(sequence, element);
        if (place == null) {
            return List.of();
        }
        Op[] ops = ((StoredObject.SequenceObject) object(sequence)).sequence().get(place).ops();
        return Arrays.stream(ops).flatMap(op -> Arrays.stream(op.succ())).filter(later -> Register.find(ops, later) == null).distinct()
                .sorted().toList();
    }

    private Sequence.Place place(ObjectId sequence, OpId element) {
        if (!(object(sequence) instanceof StoredObject.SequenceObject s)) {
            return null;
        }
        for (OpId candidate : candidates(element)) {
            Sequence.Place place = s.sequence().find(candidate);
            if (place != null) {
                return place;
            }
        }
        return null;
    }
}
