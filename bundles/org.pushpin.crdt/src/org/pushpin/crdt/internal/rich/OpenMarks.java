// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.state.Utf8Order;
import org.pushpin.crdt.internal.tree.Edges;

/**
 * The marks that are open at a place, while one goes over a text from front to back. Of several of one name, the one with the greatest id
 * counts; the value null counts as no mark. One thread. An edge costs O(log n) of those that are open.
 */
public final class OpenMarks {
    private final Authors authors;
    private final Map<Long, Op> open = new HashMap<>();
    private final TreeMap<String, TreeSet<Op>> byName = new TreeMap<>(Utf8Order.INSTANCE);
    private Set<String> touched = new HashSet<>();

    public OpenMarks(Authors authors) {
        this.authors = authors;
    }

    /** Past an edge of a mark. */
    public void pass(Op edge) {
        if (edge.mark() != null) {
            begin(edge);
        } else {
            end(edge.id());
        }
    }

    /** Past a stretch. */
    public void pass(Edges edges) {
        for (long end : edges.ends()) {
            end(end);
        }
        for (Op begin : edges.begins()) {
            begin(begin);
        }
    }

    private void begin(Op edge) {
        if (open.putIfAbsent(edge.id(), edge) == null) {
            byName.computeIfAbsent(edge.mark(), name -> new TreeSet<>((a, b) -> authors.compare(a.id(), b.id()))).add(edge);
            touched.add(edge.mark());
        }
    }

    private void end(long id) {
        Op begin = open.remove(Ids.plus(id, -1));
        if (begin != null) {
            TreeSet<Op> namesakes = byName.get(begin.mark());
            namesakes.remove(begin);
            if (namesakes.isEmpty()) {
                byName.remove(begin.mark());
            }
            touched.add(begin.mark());
        }
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** What a name is marked with here; null for not at all. */
    public Scalar value(String name) {
        TreeSet<Op> namesakes = byName.get(name);
        return namesakes == null || namesakes.last().value() instanceof Scalar.Null ? null : namesakes.last().value();
    }

    /** The mark of a name that counts here, also if it takes marks away; null if none is open. */
    public Op newest(String name) {
        TreeSet<Op> namesakes = byName.get(name);
        return namesakes == null ? null : namesakes.last();
    }

    /** Names whose value may have changed since this was last asked. */
    public Set<String> takeTouched() {
        Set<String> taken = touched;
        touched = taken.isEmpty() ? taken : new HashSet<>();
        return taken;
    }

    public boolean isTouched() {
        return !touched.isEmpty();
    }

    /** What is marked with what here, in the order of the names' UTF-8 bytes. Immutable. */
    public Map<String, Scalar> values() {
        if (byName.isEmpty()) {
            return Map.of();
        }
        TreeMap<String, Scalar> values = new TreeMap<>(Utf8Order.INSTANCE);
        byName.forEach((name, namesakes) -> {
            if (!(namesakes.last().value() instanceof Scalar.Null)) {
                values.put(name, namesakes.last().value());
            }
        });
        return Collections.unmodifiableMap(values);
    }
}
