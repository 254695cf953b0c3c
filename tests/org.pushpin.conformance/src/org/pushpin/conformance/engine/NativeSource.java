// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.automerge.AmValue;
import org.automerge.ObjectId;
import org.automerge.Read;

/**
 * A document of the bindings to a {@link Dump}. Conflicts come without order: the winner is put last. What a list holds is read twice, by
 * going through it and by index, for these may contradict each other (DIFFERENCES.md).
 */
final class NativeSource implements Source {
    /** The bindings hand out a class of their own package: its one method is reached by reflection. */
    private static final Method VALUES = values();

    private final Read doc;
    private final Set<Feature> features;
    private final Map<String, ObjectId> ids = new HashMap<>(Map.of("_root", ObjectId.ROOT));
    private final Map<String, List<Shown>> items = new HashMap<>();

    NativeSource(Read doc, Set<Feature> features) {
        this.features = features;
        this.doc = doc;
    }

    /** The document says of an index what it does not say when one goes through the list. */
    static final class Contradiction extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Whether a list shows the same by index as when one goes through it; true for what is no list. */
    static boolean isSound(Read doc, ObjectId list) {
        NativeSource source = new NativeSource(doc, Set.of());
        source.ids.put("", list);
        try {
            for (int i = doc.text(list).isPresent() ? 0 : source.length(""); i > 0; i--) {
                source.at("", new Step.Index(i - 1, i - 1));
            }
            return true;
        } catch (Contradiction e) {
            return false;
        }
    }

    @Override
    public List<String> keys(String map) {
        ObjectId id = ids.get(map);
        return Arrays.asList(doc.keys(id).orElseThrow());
    }

    @Override
    public List<Shown> at(String map, String key) {
        ObjectId id = ids.get(map);
        List<AmValue> all = values(doc.getAll(id, key));
        return all.size() == 1 ? shown(all, all.getFirst()) : shown(all, doc.get(id, key).orElse(null));
    }

    @Override
    public List<Shown> at(String sequence, Step.Index index) {
        ObjectId id = ids.get(sequence);
        int at = index.points();
        List<AmValue> all = values(doc.getAll(id, at));
        List<Shown> seen = all.size() == 1 ? shown(all, all.getFirst()) : shown(all, doc.get(id, at).orElse(null));
        List<Shown> known = items.get(sequence);
        if (known != null && (seen.isEmpty() || !seen.getLast().equals(known.get(at)))) {
            throw new Contradiction();
        }
        return seen;
    }

    @Override
    public int length(String sequence) {
        ObjectId id = ids.get(sequence);
        int length = (int) doc.length(id);
        Optional<String> text = doc.text(id);
        if (text.isEmpty()) {
            List<Shown> known = Arrays.stream(doc.listItems(id).orElseThrow()).map(this::shown).toList();
            items.put(sequence, known);
            if (known.size() != length) {
                throw new Contradiction();
            }
            return length;
        }
        return text.get().codePointCount(0, text.get().length()) == length ? text.get().length() : -length;
    }

    @Override
    public String text(String text) {
        ObjectId id = ids.get(text);
        return doc.text(id).orElseThrow();
    }

    @Override
    public List<String> marks(String text) {
        if (!features.contains(Feature.MARKS)) {
            return List.of();
        }
        ObjectId id = ids.get(text);
        String content = text(text);
        return doc.marks(id).stream().map(mark -> Dump.mark(
                content.offsetByCodePoints(0, (int) mark.getStart()), content.offsetByCodePoints(0, (int) mark.getEnd()),
                mark.getName(), shown(mark.getValue()).text())).toList();
    }

    @Override
    public List<String> spans(String text) {
        return List.of();
    }

    private List<Shown> shown(List<AmValue> all, AmValue winner) {
        List<Shown> shown = new ArrayList<>(all.stream().map(this::shown).sorted(Comparator.comparing(Shown::text)).toList());
        if (winner != null) {
            Shown last = shown(winner);
            shown.remove(last);
            shown.add(last);
        }
        return shown;
    }

    private static Method values() {
        try {
            Method values = Class.forName("org.automerge.Conflicts").getMethod("values");
            values.setAccessible(true);
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another version of the bindings", e);
        }
    }

    private static List<AmValue> values(Optional<?> conflicts) {
        if (conflicts.isEmpty()) {
            return List.of();
        }
        try {
            return ((Collection<?>) VALUES.invoke(conflicts.get())).stream().map(AmValue.class::cast).toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another version of the bindings", e);
        }
    }

    private Shown shown(AmValue value) {
        return switch (value) {
            case AmValue.Map m -> object('m', m.getId());
            case AmValue.List l -> object('l', l.getId());
            case AmValue.Text t -> object('x', t.getId());
            case AmValue.Null n -> new Shown('s', "null");
            case AmValue.Bool b -> new Shown('s', Boolean.toString(b.getValue()));
            case AmValue.Int i -> new Shown('s', "i" + i.getValue());
            case AmValue.UInt u -> new Shown('s', "u" + Long.toUnsignedString(u.getValue()));
            case AmValue.F64 f -> new Shown('s', Written.real(f.getValue(), true));
            case AmValue.Str s -> new Shown('s', "s" + Dump.string(s.getValue()));
            case AmValue.Bytes b -> new Shown('s', "b" + HexFormat.of().formatHex(b.getValue()));
            case AmValue.Counter c -> new Shown('s', "c" + c.getValue());
            case AmValue.Timestamp t -> new Shown('s', "t" + t.getValue().getTime());
            default -> new Shown('s', "?");
        };
    }

    private Shown object(char type, ObjectId id) {
        String name = id.toString();
        ids.put(name, id);
        return new Shown(type, name);
    }
}
