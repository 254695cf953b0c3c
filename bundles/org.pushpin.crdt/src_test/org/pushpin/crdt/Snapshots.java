// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.PlainRegister;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.state.StoredObject;

/** Compares whole states: everything that is in a document, not only what shows, however its authors are numbered. */
final class Snapshots {
    private Snapshots() {
    }

    static boolean same(Doc a, Doc b) {
        return a.heads().equals(b.heads()) && dump(a).equals(dump(b));
    }

    /** Objects by id, each as text: keys or elements in order with all their operations. */
    private static Map<String, List<String>> dump(Doc doc) {
        Map<String, List<String>> objects = new TreeMap<>();
        LongFunction<String> name = name(doc.state.authors());
        doc.state.objects().forEach((id, object) -> objects.put(name.apply(id) + " " + object.type(), dump(object, doc.state.authors(), name)));
        return objects;
    }

    private static LongFunction<String> name(Authors authors) {
        return id -> id == Ids.NONE ? "-" : authors.opId(id).toString();
    }

    private static List<String> dump(StoredObject object, Authors authors, LongFunction<String> name) {
        List<String> lines = new ArrayList<>();
        switch (object) {
            case StoredObject.MapObject map -> {
                map.registers().forEach((key, ops) -> lines.add(key + " " + dump(PlainRegister.of(ops, authors), name)));
                lines.sort(null);
            }
            case StoredObject.SequenceObject sequence -> {
                for (Runs runs = sequence.sequence().runs(); runs.next();) {
                    long reference = runs.reference();
                    for (int i = 0; i < runs.length(); i++) {
                        long element = Ids.plus(runs.element(), i);
                        lines.add(name.apply(reference) + " " + dump(PlainRegister.of(sequence.sequence().ops(element), authors), name));
                        reference = element;
                    }
                }
            }
        }
        return lines;
    }

    private static String dump(Op[] ops, LongFunction<String> name) {
        return Arrays.stream(ops).map(op -> name.apply(op.id()) + " " + op.action() + " " + op.value() + " " + op.expand() + " " + op.mark()
                + Arrays.stream(op.succ()).mapToObj(name).toList()).toList().toString();
    }
}
