// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.Random;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;

/** What to write in a text, at some place. */
final class TextWrites {
    private static final int LONG = 150;

    private final Edit edit;
    private final ObjectId object;
    private final Random random;
    private final Values values;
    private final boolean several;
    private final String text;
    private final Step.Index at;

    /**
     * @param several whether an element may hold several characters
     * @param place in UTF-16 units; moved out of an element, for there engines differ (DIFFERENCES.md)
     */
    TextWrites(Edit edit, ObjectId object, Random random, Values values, boolean several, int place) {
        this.edit = edit;
        this.object = object;
        this.random = random;
        this.values = values;
        this.several = several;
        this.text = edit.text(object);
        int start = boundary(place);
        this.at = new Step.Index(start, text.codePointCount(0, start));
    }

    /** The beginning of the element that a place is in. */
    private int boundary(int place) {
        int start = place;
        while (start > 0 && start < text.length() && edit.elementAt(object, start).equals(edit.elementAt(object, start - 1))) {
            start--;
        }
        return start;
    }

    /** From {@link #at} some units on, to the end of an element. */
    private Step.Index length(int units) {
        int end = boundary(Math.min(at.units() + units, text.length()));
        return new Step.Index(end - at.units(), text.codePointCount(at.units(), end));
    }

    Step.Write any() {
        boolean atEnd = at.units() == text.length();
        return switch (random.nextInt(40)) {
            case 0 -> new Step.Insert(object, at, values.element(several));
            case 1 -> new Step.InsertObject(object, at, values.type());
            case 2 -> atEnd ? insertion() : Resolver.put(object, at, edit.getAll(object, at.units()), values.element(several));
            case 3 -> atEnd ? insertion() : new Step.PutObject(object, at, ObjectType.MAP);
            case 4, 5 -> atEnd ? insertion() : new Step.Delete(object, at);
            case 6, 7, 8, 9, 10, 11 -> new Step.Splice(object, at, length(1 + random.nextInt(8)), random.nextBoolean() ? "" : values.text());
            case 12 -> new Step.Put(object, new Step.Key("a"), values.scalar());
            default -> text.length() > LONG ? new Step.Splice(object, at, length(LONG / 2), "") : insertion();
        };
    }

    private Step.Write insertion() {
        return new Step.Splice(object, at, new Step.Index(0, 0), values.text());
    }
}
