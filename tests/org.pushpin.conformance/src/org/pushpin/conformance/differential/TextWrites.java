// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.Random;
import java.util.Set;

import org.pushpin.conformance.engine.Feature;
import org.pushpin.conformance.engine.Step;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;

/** What to write in a text, at some place. */
final class TextWrites {
    private static final int LONG = 150;
    private static final String[] NAMES = {"bold", "link", "ünder"};

    private final Edit edit;
    private final ActorId writer;
    private final ObjectId object;
    private final Random random;
    private final Values values;
    private final Set<Feature> features;
    private final String text;
    private final Step.Index at;

    /**
     * @param features what both engines can do
     * @param place in UTF-16 units; moved out of an element, for there engines differ (DIFFERENCES.md)
     */
    TextWrites(Edit edit, ActorId writer, ObjectId object, Random random, Values values, Set<Feature> features, int place) {
        this.edit = edit;
        this.writer = writer;
        this.object = object;
        this.random = random;
        this.values = values;
        this.features = features;
        this.text = edit.text(object);
        this.at = index(edit, object, place);
    }

    /** The place, or the beginning of the element that it is in. */
    static Step.Index index(Read doc, ObjectId object, int place) {
        int start = boundary(doc, object, place);
        return new Step.Index(start, doc.text(object).codePointCount(0, start));
    }

    private static int boundary(Read doc, ObjectId object, int place) {
        int start = place;
        while (start > 0 && start < doc.length(object) && doc.elementAt(object, start).equals(doc.elementAt(object, start - 1))) {
            start--;
        }
        return start;
    }

    /** From {@link #at} some units on, to the end of an element. */
    private Step.Index length(int units) {
        int end = boundary(edit, object, Math.min(at.units() + units, text.length()));
        return new Step.Index(end - at.units(), text.codePointCount(at.units(), end));
    }

    Step.Write any() {
        boolean atEnd = at.units() == text.length();
        if (features.contains(Feature.RICH_EDITS) && random.nextInt(12) == 0) {
            return new RichWrites(edit, object, random, values).any(at);
        }
        return switch (random.nextInt(40)) {
            case 0 -> new Step.Insert(object, at, element());
            case 1 -> new Step.InsertObject(object, at, values.type());
            case 2 -> atEnd ? insertion() : Resolver.put(object, at, edit.getAll(object, at.units()), element());
            case 3 -> atEnd ? insertion() : new Step.PutObject(object, at, ObjectType.MAP);
            case 4, 5 -> atEnd ? insertion() : new Step.Delete(object, at);
            case 6, 7, 8, 9, 10, 11 -> new Step.Splice(object, at, length(1 + random.nextInt(8)), random.nextBoolean() ? "" : values.text());
            case 12 -> new Step.Put(object, new Step.Key("a"), values.scalar());
            case 13, 14, 15, 16 -> atEnd || !mayMark() ? insertion() : mark();
            default -> text.length() > LONG ? new Step.Splice(object, at, length(LONG / 2), "") : insertion();
        };
    }

    private Scalar element() {
        return values.element(features.contains(Feature.LONG_ELEMENTS));
    }

    private boolean mayMark() {
        boolean alone = object.op().filter(maker -> maker.actor().equals(writer)).isPresent();
        return features.contains(Feature.MARKS) && (alone || features.contains(Feature.SHARED_MARKS));
    }

    private Step.Write mark() {
        boolean empty = features.contains(Feature.EMPTY_MARKS) && random.nextInt(8) == 0;
        Step.Index length = length(empty ? 0 : 1 + random.nextInt(text.length()));
        if (!empty && length.units() == 0) {
            return insertion();
        }
        Step.Index to = new Step.Index(at.units() + length.units(), at.points() + length.points());
        Step.Grow grow = Step.Grow.values()[random.nextInt(Step.Grow.values().length)];
        String name = NAMES[random.nextInt(NAMES.length)];
        return random.nextInt(4) == 0 ? new Step.Unmark(object, at, to, grow, name)
                : new Step.Mark(object, at, to, grow, name, values.mark());
    }

    private Step.Write insertion() {
        return new Step.Splice(object, at, new Step.Index(0, 0), values.text());
    }
}
