// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Mark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Patch;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;

/** What a window would keep: a plain copy of a document of ours that follows it by patches alone, from wherever it was. One thread. */
final class PatchedCopy {
    private final Map<ObjectId, Object> objects = new HashMap<>(Map.of(ObjectId.ROOT, new TreeMap<String, Object>()));
    private Doc shown = Doc.empty();

    /** Characters, and for each unit what it is marked with. */
    private static final class Rich {
        private final StringBuilder text = new StringBuilder();
        private final List<Map<String, Scalar>> marks = new ArrayList<>();

        void splice(int index, int delete, String insert, Map<String, Scalar> marked) {
            text.replace(index, index + delete, insert);
            marks.subList(index, index + delete).clear();
            marks.addAll(index, Collections.nCopies(insert.length(), marked));
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
    }

    /** Takes the patches to another document. @return how the copy differs from it then; empty if it does not */
    String follow(Doc doc) {
        List<Patch> patches = shown.diff(doc);
        shown = doc;
        patches.forEach(this::apply);
        Object copied = plain(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
        Object read = tree(new ObjectValue(ObjectId.ROOT, ObjectType.MAP));
        return copied.equals(read) ? "" : "patches lead to " + copied + " and not to " + read;
    }

    private Object tree(Value value) {
        if (!(value instanceof ObjectValue object)) {
            return value;
        }
        return switch (object.type()) {
            case MAP, TABLE -> {
                Map<String, Object> map = new TreeMap<>();
                shown.keys(object.id()).forEach(key -> map.put(key, tree(shown.get(object.id(), key).orElseThrow())));
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < shown.length(object.id()); i++) {
                    list.add(tree(shown.get(object.id(), i).orElseThrow()));
                }
                yield list;
            }
            case TEXT -> {
                Rich rich = new Rich();
                rich.splice(0, 0, shown.text(object.id()), Map.of());
                shown.marks(object.id()).forEach(rich::mark);
                yield List.of(rich.text.toString(), rich.marks);
            }
        };
    }

    private Object plain(Object value) {
        if (!(value instanceof ObjectValue object)) {
            return value;
        }
        return switch (objects.get(object.id())) {
            case Map<?, ?> map -> {
                Map<Object, Object> all = new TreeMap<>();
                map.forEach((key, inner) -> all.put(key, plain(inner)));
                yield all;
            }
            case List<?> list -> new ArrayList<>(list.stream().map(this::plain).toList());
            case Rich rich -> List.of(rich.text.toString(), rich.marks);
            default -> throw new IllegalStateException();
        };
    }

    private void apply(Patch patch) {
        switch (patch) {
            case Patch.PutMap p -> map(p).put(p.key(), made(p.value()));
            case Patch.DeleteMap p -> map(p).remove(p.key());
            case Patch.Insert p when objects.get(p.object()) instanceof Rich rich -> {
                made(p.value());
                rich.splice(p.index(), 0, "\uFFFC", Map.of());
            }
            case Patch.Insert p -> list(p).add(p.index(), made(p.value()));
            case Patch.PutSeq p when objects.get(p.object()) instanceof Rich -> made(p.value());
            case Patch.PutSeq p -> list(p).set(p.index(), made(p.value()));
            case Patch.DeleteSeq p -> list(p).subList(p.index(), p.index() + p.length()).clear();
            case Patch.SpliceText p -> rich(p).splice(p.index(), p.delete(), p.text(), p.marks());
            case Patch.Mark p -> p.marks().forEach(rich(p)::mark);
            case Patch.Conflict p -> {
            }
            case Patch.Increment p when p.key() != null -> map(p).computeIfPresent(p.key(), (key, counter) -> plus(counter, p.by()));
            case Patch.Increment p when objects.get(p.object()) instanceof List<?> -> list(p).set(p.index(), plus(list(p).get(p.index()), p.by()));
            case Patch.Increment p -> {
            }
        }
    }

    private static Object plus(Object counter, long by) {
        return new Scalar.Counter(((Scalar.Counter) counter).value() + by);
    }

    private Value made(Value value) {
        if (value instanceof ObjectValue object) {
            objects.put(object.id(), switch (object.type()) {
                case MAP, TABLE -> new TreeMap<String, Object>();
                case LIST -> new ArrayList<>();
                case TEXT -> new Rich();
            });
        }
        return value;
    }

    private Rich rich(Patch patch) {
        return (Rich) objects.get(patch.object());
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
