// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Span;
import org.pushpin.crdt.Value;

/** Our document to a {@link Dump}. */
final class OurSource implements Source {
    private final Read doc;
    private final Set<Feature> features;
    private final Map<String, ObjectId> ids = new HashMap<>(Map.of("_root", ObjectId.ROOT));

    OurSource(Read doc, Set<Feature> features) {
        this.doc = doc;
        this.features = features;
    }

    @Override
    public List<String> keys(String map) {
        return doc.keys(id(map));
    }

    @Override
    public List<Shown> at(String map, String key) {
        return shown(doc.getAll(id(map), key));
    }

    @Override
    public List<Shown> at(String sequence, Step.Index index) {
        return shown(doc.getAll(id(sequence), index.units()));
    }

    @Override
    public int length(String sequence) {
        return doc.length(id(sequence));
    }

    @Override
    public String text(String text) {
        return doc.text(id(text));
    }

    @Override
    public List<String> marks(String text) {
        return !features.contains(Feature.MARKS) ? List.of() : doc.marks(id(text)).stream()
                .map(mark -> Dump.mark(mark.start(), mark.end(), mark.name(), Written.of(mark.value(), true))).toList();
    }

    @Override
    public List<String> spans(String text) {
        return !features.contains(Feature.SPANS) ? List.of() : doc.spans(id(text)).stream().map(span -> switch (span) {
            case Span.Text t -> Dump.piece(t.text(), t.marks().entrySet().stream()
                    .map(mark -> Dump.string(mark.getKey()) + "=" + Written.of(mark.getValue(), true)).toList());
            case Span.Block b -> "{block}";
        }).toList();
    }

    private List<Shown> shown(List<Value> values) {
        List<Shown> all = new ArrayList<>(values.stream().map(this::shown).toList());
        if (!features.contains(Feature.ORDERED_CONFLICTS) && all.size() > 2) {
            all.subList(0, all.size() - 1).sort(Comparator.comparing(Shown::text));
        }
        return all;
    }

    private Shown shown(Value value) {
        return switch (value) {
            case Scalar s -> new Shown('s', Written.of(s, features.contains(Feature.NAN_BITS)));
            case ObjectValue o -> object(o);
        };
    }

    private Shown object(ObjectValue object) {
        String name = object.id().toString();
        ids.put(name, object.id());
        return new Shown(switch (object.type()) {
            case MAP, TABLE -> 'm';
            case LIST -> 'l';
            case TEXT -> 'x';
        }, name);
    }

    private ObjectId id(String name) {
        return ids.get(name);
    }
}
