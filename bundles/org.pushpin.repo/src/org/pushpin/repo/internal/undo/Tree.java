// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.undo;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.OpId;
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
    record Elements(ObjectId id, List<Element> elements) implements Tree {}

    /** A text. */
    record Characters(ObjectId id, List<Element> elements) implements Tree {}

    /** @param winner the operation that put the value */
    record Entry(String key, OpId winner, Tree value) {}

    /** An element of a list, or a character of a text (then a {@link Leaf} of a string). */
    record Element(OpId id, Tree value) {

        /** The characters of a text's element; empty if it is something else. */
        String text() {
            return value instanceof Leaf leaf && leaf.value() instanceof Scalar.Str string ? string.value() : "";
        }
    }

    /** Copies a value out of a snapshot. */
    static Tree of(Read read, Value value) {
        return switch (value) {
            case Scalar scalar -> new Leaf(scalar);
            case ObjectValue object -> switch (object.type()) {
                case MAP, TABLE -> new Entries(object.id(), object.type(), entries(read, object.id()));
                case LIST -> new Elements(object.id(), elements(read, object.id(), 0, read.length(object.id())));
                case TEXT -> new Characters(object.id(), characters(read, object.id(), 0, read.length(object.id())));
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
    static List<Element> range(Read read, ObjectId sequence, int from, int to) {
        return read.type(sequence).filter(type -> type == ObjectType.TEXT).isPresent()
                ? characters(read, sequence, from, to) : elements(read, sequence, from, to);
    }

    private static List<Element> elements(Read read, ObjectId list, int from, int to) {
        List<Element> elements = new ArrayList<>();
        for (int i = from; i < to; i++) {
            elements.add(new Element(read.elementAt(list, i), of(read, read.get(list, i).orElseThrow())));
        }
        return List.copyOf(elements);
    }

    /** An element of a text may be wider than one UTF-16 unit. */
    private static List<Element> characters(Read read, ObjectId text, int from, int to) {
        String all = read.text(text);
        List<Element> elements = new ArrayList<>();
        for (int i = from; i < to;) {
            OpId id = read.elementAt(text, i);
            int end = i + 1;
            while (end < to && Character.isLowSurrogate(all.charAt(end)) && read.elementAt(text, end).equals(id)) {
                end++;
            }
            elements.add(new Element(id, character(read, text, i, all.substring(i, end))));
            i = end;
        }
        return List.copyOf(elements);
    }

    private static Tree character(Read read, ObjectId text, int index, String units) {
        if (units.charAt(0) == '\uFFFC') {
            return of(read, read.get(text, index).orElse(new Scalar.Str(units)));
        }
        return new Leaf(new Scalar.Str(units));
    }
}
