// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a window would keep: a plain copy of a document, brought up to date by patches alone. */
final class Mirror {
    private final Map<ObjectId, Object> objects = new HashMap<>();

    /** Characters, and for each what it is marked with. */
    private static final class Rich {
        private final StringBuilder text = new StringBuilder();
        private final List<Map<String, Scalar>> marks = new ArrayList<>();

        void splice(Patch.SpliceText patch) {
            text.replace(patch.index(), patch.index() + patch.delete(), patch.text());
            marks.subList(patch.index(), patch.index() + patch.delete()).clear();
            marks.addAll(patch.index(), Collections.nCopies(patch.text().length(), patch.marks()));
        }

        void insert(int index) {
            text.insert(index, '\uFFFC');
            marks.add(index, Map.of());
        }

        void mark(Mark mark) {
            for (int i = mark.start(); i < mark.end(); i++) {
                Map<String, Scalar> more = new HashMap<>(marks.get(i));
                if (mark.value() instanceof Scalar.Null) {
                    more.remove(mark.name());
                } else {
                    more.put(mark.name(), mark.value());
                }
                marks.set(i, more);
            }
        }

        Object tree() {
            return List.of(text.toString(), marks);
        }
    }

    Mirror() {
        objects.put(ObjectId.ROOT, new TreeMap<String, Object>());
    }

    Object tree() {
        return tree(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
    }

    private Object tree(Object value) {
        if (!(value instanceof ObjectValue o)) {
            return value;
        }
        return switch (objects.get(o.id())) {
            case Map<?, ?> map -> {
                Map<Object, Object> all = new TreeMap<>();
                map.forEach((k, v) -> all.put(k, tree(v)));
                yield all;
            }
            case List<?> list -> {
                List<Object> all = new ArrayList<>();
                list.forEach(v -> all.add(tree(v)));
                yield all;
            }
            default -> ((Rich) objects.get(o.id())).tree();
        };
    }

    void apply(Patch patch) {
        switch (patch) {
            case Patch.PutMap p -> map(p).put(p.key(), made(p.value()));
            case Patch.DeleteMap p -> map(p).remove(p.key());
            case Patch.Insert p when objects.get(p.object()) instanceof Rich text -> {
                made(p.value());
                text.insert(p.index());
            }
            case Patch.Insert p -> list(p).add(p.index(), made(p.value()));
            case Patch.PutSeq p when objects.get(p.object()) instanceof Rich text -> made(p.value());
            case Patch.PutSeq p -> list(p).set(p.index(), made(p.value()));
            case Patch.DeleteSeq p -> list(p).subList(p.index(), p.index() + p.length()).clear();
            case Patch.SpliceText p -> ((Rich) objects.get(p.object())).splice(p);
            case Patch.Mark p -> p.marks().forEach(((Rich) objects.get(p.object()))::mark);
            case Patch.Conflict p -> {
            }
            case Patch.Increment p when p.key() != null -> map(p).computeIfPresent(p.key(), (k, v) -> plus(v, p.by()));
            case Patch.Increment p when objects.get(p.object()) instanceof List<?> -> list(p).set(p.index(), plus(list(p).get(p.index()), p.by()));
            case Patch.Increment p -> {
            }
        }
    }

    private static Object plus(Object counter, long by) {
        return new Scalar.Counter(((Scalar.Counter) counter).value() + by);
    }

    private Object made(Value value) {
        if (value instanceof ObjectValue o) {
            objects.put(o.id(), switch (o.type()) {
                case MAP, TABLE -> new TreeMap<String, Object>();
                case LIST -> new ArrayList<>();
                case TEXT -> new Rich();
            });
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(Patch patch) {
        return (Map<String, Object>) objects.get(patch.object());
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(Patch patch) {
        return (List<Object>) objects.get(patch.object());
    }
}
