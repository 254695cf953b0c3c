// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.pushpin.conformance.engine.Feature;
import org.pushpin.conformance.engine.Step;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/** Decides what a choice to write becomes in the open transaction: what to write, and where. */
final class Resolver {
    private static final int MOST_OBJECTS = 40;

    private final Set<Feature> features;
    /** Every object that was ever made, also what is deleted by now. */
    private final List<ObjectId> made = new ArrayList<>();
    private final Map<ObjectId, Integer> places = new HashMap<>();
    private List<ObjectId> reachable = List.of();

    /** @param features what both engines can do */
    Resolver(Set<Feature> features) {
        this.features = features;
    }

    /** A transaction begins. */
    void look(Read doc) {
        List<ObjectId> found = new ArrayList<>(List.of(ObjectId.ROOT));
        Set<ObjectId> known = new HashSet<>(found);
        for (int i = 0; i < found.size() && found.size() < MOST_OBJECTS; i++) {
            for (ObjectId child : children(doc, found.get(i))) {
                if (known.add(child)) {
                    found.add(child);
                }
            }
        }
        reachable = found;
    }

    void made(ObjectId id) {
        made.add(id);
        reachable.add(id);
    }

    private static List<ObjectId> children(Read doc, ObjectId id) {
        List<Value> values = new ArrayList<>();
        switch (doc.type(id).orElseThrow()) {
            case MAP, TABLE -> doc.keys(id).forEach(key -> values.addAll(doc.getAll(id, key)));
            case LIST -> {
                for (int i = 0; i < doc.length(id); i++) {
                    values.addAll(doc.getAll(id, i));
                }
            }
            case TEXT -> {
                String text = doc.text(id);
                for (int i = text.indexOf('\uFFFC'); i >= 0; i = text.indexOf('\uFFFC', i + 1)) {
                    values.addAll(doc.getAll(id, i));
                }
            }
        }
        return values.stream().filter(ObjectValue.class::isInstance).map(value -> ((ObjectValue) value).id()).toList();
    }

    /** Any text that was ever made and that a document knows; else the root. */
    ObjectId text(Read doc, Random random) {
        for (int i = 0; i < 5 && !made.isEmpty(); i++) {
            ObjectId any = made.get(random.nextInt(made.size()));
            if (doc.type(any).filter(ObjectType.TEXT::equals).isPresent()) {
                return any;
            }
        }
        return ObjectId.ROOT;
    }

    Step.Write write(Edit edit, ActorId writer, Random random, boolean wide) {
        Values values = new Values(random, wide || features.contains(Feature.WIDE));
        ObjectId object = object(edit, random);
        return switch (edit.type(object).orElseThrow()) {
            case MAP, TABLE -> inMap(edit, object, random, values);
            case LIST -> inList(edit, object, random, values);
            case TEXT -> new TextWrites(edit, writer, object, random, values, features,
                    place(edit.length(object), object, random)).any();
        };
    }

    private ObjectId object(Edit edit, Random random) {
        if (!made.isEmpty() && random.nextInt(25) == 0) {
            ObjectId any = made.get(random.nextInt(made.size()));
            return edit.type(any).isPresent() ? any : ObjectId.ROOT;
        }
        ObjectId any = reachable.get(random.nextInt(reachable.size()));
        for (int i = 0; i < 3 && edit.type(any).orElseThrow() != ObjectType.TEXT && random.nextInt(4) > 0; i++) {
            any = reachable.get(random.nextInt(reachable.size()));
        }
        return any;
    }

    /** Often the ends, and where was written last. */
    private int place(int length, ObjectId object, Random random) {
        int place = switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> length;
            case 2, 3 -> Math.clamp(places.getOrDefault(object, 0) + random.nextInt(3) - 1, 0, length);
            default -> random.nextInt(length + 1);
        };
        places.put(object, place);
        return place;
    }

    private static boolean isCounter(List<Value> values) {
        return values.stream().anyMatch(Scalar.Counter.class::isInstance);
    }

    private Step.Write inMap(Edit edit, ObjectId map, Random random, Values values) {
        Step.Key key = new Step.Key(values.key(features));
        boolean counter = isCounter(edit.getAll(map, key.name()));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> new Step.PutObject(map, key, values.type());
            case 4, 5 -> new Step.Delete(map, key);
            case 6, 7, 8, 9 -> counter ? new Step.Increment(map, key, values.step())
                    : put(map, key, edit.getAll(map, key.name()), values.scalar());
            case 10 -> wrong(map, random, values);
            default -> put(map, key, edit.getAll(map, key.name()), values.scalar());
        };
    }

    /** What no engine does to a map. */
    private static Step.Write wrong(ObjectId map, Random random, Values values) {
        Step.Index first = new Step.Index(0, 0);
        return switch (random.nextInt(4)) {
            case 0 -> new Step.Insert(map, first, values.scalar());
            case 1 -> new Step.Increment(map, new Step.Key("never a counter"), 1);
            case 2 -> new Step.InsertObject(map, first, ObjectType.MAP);
            default -> new Step.Splice(map, first, first, "x");
        };
    }

    private Step.Write inList(Edit edit, ObjectId list, Random random, Values values) {
        int length = edit.length(list);
        int place = place(length, list, random);
        Step.Index index = new Step.Index(place, place);
        if (place == length || length < 30 && random.nextInt(3) == 0) {
            return random.nextInt(6) == 0 ? new Step.InsertObject(list, index, values.type()) : new Step.Insert(list, index, values.scalar());
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Step.Delete(list, index);
            case 3 -> new Step.PutObject(list, index, values.type());
            case 4, 5 -> counter(edit.getAll(list, place), list, index, random, values);
            case 6 -> wrongInList(list, length, random, values);
            default -> put(list, index, edit.getAll(list, place), features.contains(Feature.LIST_COUNTERS) ? values.scalar() : values.plain());
        };
    }

    /** No increment in a conflict: there the other engines count the element twice (DIFFERENCES.md). */
    private Step.Write counter(List<Value> present, ObjectId list, Step.Index index, Random random, Values values) {
        if (!features.contains(Feature.LIST_COUNTERS)) {
            return put(list, index, present, values.plain());
        }
        return present.size() == 1 && isCounter(present) ? new Step.Increment(list, index, values.step())
                : new Step.Put(list, index, new Scalar.Counter(random.nextInt()));
    }

    /** Not the winner's value over a conflict: what that does is not the same everywhere (DIFFERENCES.md). */
    static Step.Write put(ObjectId object, Step.Place place, List<Value> present, Scalar value) {
        boolean again = present.size() > 1 && present.getLast().equals(value);
        return again ? new Step.Delete(object, place) : new Step.Put(object, place, value);
    }

    private static Step.Write wrongInList(ObjectId list, int length, Random random, Values values) {
        Step.Index past = new Step.Index(length + 1, length + 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Step.Insert(list, past, values.scalar());
            case 1 -> new Step.Put(list, new Step.Key("a"), values.scalar());
            default -> new Step.InsertObject(list, past, ObjectType.MAP);
        };
    }
}
