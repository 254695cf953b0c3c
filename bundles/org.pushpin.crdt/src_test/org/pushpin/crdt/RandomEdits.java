// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random transactions over every kind of operation. */
final class RandomEdits {
    private static final String[] TEXTS = {"a", "bc", "é", "😀", "x😀y", "hello", "\n", "漢字"};
    private static final String[] KEYS = {"a", "b", "é", "漢", "😀", "z"};

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    /** Commits one to {@code most} operations; the document itself if they came to nothing. */
    Doc edited(Doc doc, ActorId actor, int most) {
        Edit edit = doc.edit(actor);
        for (int n = 1 + random.nextInt(most); n > 0; n--) {
            step(edit);
        }
        String message = random.nextInt(4) == 0 ? "message " + random.nextInt(3) : null;
        return edit.commit(message, Instant.ofEpochSecond(random.nextInt(1000))).map(Commit::document).orElse(doc);
    }

    private void step(Edit edit) {
        ObjectId object = anyObject(edit);
        switch (edit.type(object).orElseThrow()) {
            case MAP, TABLE -> stepMap(edit, object);
            case LIST -> stepList(edit, object);
            case TEXT -> stepText(edit, object);
        }
    }

    private void stepMap(Edit edit, ObjectId map) {
        String key = KEYS[random.nextInt(KEYS.length)];
        switch (random.nextInt(6)) {
            case 0, 1 -> edit.put(map, key, scalar());
            case 2 -> edit.putObject(map, key, type());
            case 3 -> edit.delete(map, key);
            default -> {
                if (edit.getAll(map, key).stream().anyMatch(Scalar.Counter.class::isInstance)) {
                    edit.increment(map, key, random.nextInt(20) - 10);
                }
            }
        }
    }

    private void stepList(Edit edit, ObjectId list) {
        int length = edit.length(list);
        if (length == 0 || random.nextInt(3) == 0) {
            int at = random.nextInt(length + 1);
            if (random.nextInt(5) == 0) {
                edit.insertObject(list, at, type());
            } else {
                edit.insert(list, at, scalar());
            }
            return;
        }
        int at = random.nextInt(length);
        switch (random.nextInt(5)) {
            case 0 -> edit.delete(list, at);
            case 1 -> edit.putObject(list, at, type());
            case 2 -> {
                if (edit.getAll(list, at).stream().anyMatch(Scalar.Counter.class::isInstance)) {
                    edit.increment(list, at, 3);
                }
            }
            default -> edit.put(list, at, scalar());
        }
    }

    private void stepText(Edit edit, ObjectId text) {
        int length = edit.length(text);
        int at = random.nextInt(length + 1);
        int delete = random.nextInt(3) == 0 ? Math.min(length - at, random.nextInt(6)) : 0;
        edit.splice(text, at, delete, random.nextInt(6) == 0 ? "" : TEXTS[random.nextInt(TEXTS.length)]);
        switch (random.nextInt(12)) {
            case 0 -> edit.insertObject(text, random.nextInt(edit.length(text) + 1), type());
            case 1, 2, 3 -> mark(edit, text);
            default -> {
            }
        }
    }

    private void mark(Edit edit, ObjectId text) {
        int from = random.nextInt(edit.length(text) + 1);
        int to = from + random.nextInt(edit.length(text) + 1 - from);
        ExpandMark expand = ExpandMark.values()[random.nextInt(4)];
        String name = KEYS[random.nextInt(3)];
        if (random.nextInt(3) == 0) {
            edit.unmark(text, from, to, expand, name);
        } else {
            edit.mark(text, from, to, expand, name, Scalar.of(random.nextInt(2)));
        }
    }

    Scalar scalar() {
        return switch (random.nextInt(10)) {
            case 0 -> Scalar.NULL;
            case 1 -> Scalar.of(random.nextBoolean());
            case 2 -> Scalar.of(random.nextLong() >> random.nextInt(64));
            case 3 -> new Scalar.Uint(random.nextLong() >>> random.nextInt(64));
            case 4 -> Scalar.of(random.nextGaussian());
            case 5 -> Scalar.of(new byte[random.nextInt(4)]);
            case 6 -> new Scalar.Timestamp(random.nextLong() >> 20);
            case 7, 8 -> new Scalar.Counter(random.nextInt(100) - 50);
            default -> Scalar.of(TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(3)));
        };
    }

    private ObjectType type() {
        ObjectType[] types = {ObjectType.MAP, ObjectType.LIST, ObjectType.TEXT};
        return types[random.nextInt(types.length)];
    }

    private ObjectId anyObject(Read doc) {
        List<ObjectId> all = objects(doc);
        return all.get(random.nextInt(all.size()));
    }

    /** The root and all that is reached from it through winning values, to a depth of 6. */
    static List<ObjectId> objects(Read doc) {
        List<ObjectId> found = new ArrayList<>(List.of(ObjectId.ROOT));
        int level = 0;
        for (int end = 1; level < 6 && found.size() < 200; level++) {
            int from = end - 1;
            end = found.size();
            for (ObjectId id : List.copyOf(found.subList(Math.min(from, end), end))) {
                children(doc, id).stream().filter(c -> !found.contains(c)).forEach(found::add);
            }
        }
        return found;
    }

    private static List<ObjectId> children(Read doc, ObjectId id) {
        List<Value> values = new ArrayList<>();
        switch (doc.type(id).orElseThrow()) {
            case MAP, TABLE -> doc.keys(id).forEach(k -> values.add(doc.get(id, k).orElseThrow()));
            case LIST, TEXT -> {
                for (int i = 0; i < doc.length(id); i++) {
                    values.add(doc.get(id, i).orElseThrow());
                }
            }
        }
        return values.stream().filter(ObjectValue.class::isInstance).map(v -> ((ObjectValue) v).id()).toList();
    }

    /** The state a person sees, as plain Java values. */
    static Object tree(Read doc, ObjectId id, ObjectType type) {
        return switch (type) {
            case MAP, TABLE -> {
                Map<String, Object> map = new TreeMap<>();
                doc.keys(id).forEach(k -> map.put(k, tree(doc, doc.get(id, k).orElseThrow())));
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < doc.length(id); i++) {
                    list.add(tree(doc, doc.get(id, i).orElseThrow()));
                }
                yield list;
            }
            case TEXT -> List.of(doc.text(id), marks(doc, id));
        };
    }

    /** What each unit of a text is marked with. */
    private static List<Map<String, Scalar>> marks(Read doc, ObjectId text) {
        List<Map<String, Scalar>> marks = new ArrayList<>();
        for (int i = 0; i < doc.length(text); i++) {
            marks.add(new TreeMap<>());
        }
        for (Mark mark : doc.marks(text)) {
            marks.subList(mark.start(), mark.end()).forEach(unit -> unit.put(mark.name(), mark.value()));
        }
        return marks;
    }

    private static Object tree(Read doc, Value value) {
        return value instanceof ObjectValue o ? tree(doc, o.id(), o.type()) : value;
    }

    static Object tree(Read doc) {
        return tree(doc, ObjectId.ROOT, ObjectType.MAP);
    }
}
