// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.PlacedMark;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/** A value with all that is inside it, and the ids by which older steps know its parts. Costs what the value is large. */
sealed interface Tree {

    /** A plain value. */
    record Leaf(Scalar value) implements Tree {}

    /** A map or table. */
    record Entries(ObjectId id, ObjectType type, List<Entry> entries) implements Tree {}

    /** A list. */
    record Elements(ObjectId id, List<Piece> pieces) implements Tree {}

    /** A text. */
    record Characters(ObjectId id, List<Piece> pieces, List<PlacedMark> marks) implements Tree {}

    /** @param winner the operation that put the value */
    record Entry(String key, OpId winner, Tree value) {}

    /** Part of a list or text. */
    sealed interface Piece {}

    /** Characters of a text, a code point each. */
    record Run(IdRun ids, String characters) implements Piece {}

    /**
     * One element of a list, or what in a text is something else than one character.
     *
     * @param winner the operation that put the value
     */
    record Single(OpId id, OpId winner, Tree value) implements Piece {

        static Single of(Read read, ObjectId sequence, int index) {
            List<OpId> puts = read.puts(sequence, index);
            return new Single(read.elementAt(sequence, index), puts.get(puts.size() - 1), Tree.of(read, read.get(sequence, index).orElseThrow()));
        }
    }

    /** Copies a value out of a snapshot. */
    static Tree of(Read read, Value value) {
        return switch (value) {
            case Scalar scalar -> new Leaf(scalar);
            case ObjectValue object -> switch (object.type()) {
                case MAP, TABLE -> new Entries(object.id(), object.type(), entries(read, object.id()));
                case LIST -> new Elements(object.id(), range(read, object.id(), 0, read.length(object.id())));
                case TEXT -> new Characters(object.id(), range(read, object.id(), 0, read.length(object.id())),
                        read.placedMarks(object.id()));
            };
        };
    }

    private static List<Entry> entries(Read read, ObjectId map) {
        List<Entry> entries = new ArrayList<>();
        for (String key : read.keys(map)) {
            entries.add(new Entry(key, read.winner(map, key).orElseThrow(), of(read, read.get(map, key).orElseThrow())));
        }
        return List.copyOf(entries);
    }

    /** The elements of a list or text in a range of indexes. */
    static List<Piece> range(Read read, ObjectId sequence, int from, int to) {
        return read.type(sequence).filter(type -> type == ObjectType.TEXT).isPresent()
                ? TextPieces.of(read, sequence, from, to) : elements(read, sequence, from, to);
    }

    private static List<Piece> elements(Read read, ObjectId list, int from, int to) {
        List<Piece> elements = new ArrayList<>();
        for (int i = from; i < to; i++) {
            elements.add(Single.of(read, list, i));
        }
        return List.copyOf(elements);
    }
}
