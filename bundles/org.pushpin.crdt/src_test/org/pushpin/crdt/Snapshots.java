// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Comparing whole states: every object, register, tombstone and successor. */
final class Snapshots {
    private Snapshots() {
    }

    static boolean same(Doc a, Doc b) {
        boolean[] same = {a.heads().equals(b.heads()) && a.objects.size() == b.objects.size()};
        a.objects.forEach((id, object) -> same[0] &= same(object, b.objects.get(id)));
        return same[0];
    }

    private static boolean same(StoredObject a, StoredObject b) {
        if (b == null || a.type() != b.type() || !Objects.equals(a.place(), b.place())) {
            return false;
        }
        return switch (a) {
            case StoredObject.MapObject map -> same(map.registers(), ((StoredObject.MapObject) b).registers());
            case StoredObject.SequenceObject s -> same(s.sequence(), ((StoredObject.SequenceObject) b).sequence());
        };
    }

    private static boolean same(Trie<String, Op[]> a, Trie<String, Op[]> b) {
        boolean[] same = {a.size() == b.size()};
        a.forEach((key, ops) -> same[0] &= same(ops, b.get(key)));
        return same[0];
    }

    private static boolean same(Sequence a, Sequence b) {
        List<Element> x = elements(a);
        List<Element> y = elements(b);
        for (int i = 0; i < x.size() && x.size() == y.size(); i++) {
            boolean same = Objects.equals(x.get(i).reference, y.get(i).reference) && x.get(i).width == y.get(i).width
                    && same(x.get(i).ops(), y.get(i).ops());
            if (!same) {
                return false;
            }
        }
        return x.size() == y.size() && a.width() == b.width();
    }

    private static List<Element> elements(Sequence sequence) {
        List<Element> elements = new ArrayList<>();
        sequence.forEach(elements::add);
        return elements;
    }

    private static boolean same(Op[] a, Op[] b) {
        if (b == null || a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            boolean same = a[i].id().equals(b[i].id()) && a[i].action() == b[i].action() && a[i].value().equals(b[i].value())
                    && a[i].expand() == b[i].expand() && Objects.equals(a[i].mark(), b[i].mark()) && Arrays.equals(a[i].succ(), b[i].succ());
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
