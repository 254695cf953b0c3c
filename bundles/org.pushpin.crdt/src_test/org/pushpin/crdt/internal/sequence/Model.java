// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import java.util.ArrayList;
import java.util.List;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.PlainRegister;

/** A sequence as a plain list of elements with registers: what the tree must be equal to. */
final class Model {
    record Element(long id, long reference, Op[] ops) {
    }

    final boolean text;
    final Authors authors;
    final List<Element> elements;

    Model(boolean text, Authors authors) {
        this(text, authors, new ArrayList<>());
    }

    private Model(boolean text, Authors authors, List<Element> elements) {
        this.text = text;
        this.authors = authors;
        this.elements = elements;
    }

    Model copy() {
        return new Model(text, authors, new ArrayList<>(elements));
    }

    int find(long id) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).id == id) {
                return i;
            }
        }
        return -1;
    }

    Op[] ops(long id) {
        return elements.get(find(id)).ops;
    }

    void insert(long reference, long id, Op[] ops) {
        int at = reference == 0 ? 0 : find(reference) + 1;
        while (at < elements.size() && authors.compare(elements.get(at).id, id) > 0) {
            at++;
        }
        elements.add(at, new Element(id, reference, ops));
    }

    void replace(long id, Op[] ops) {
        int at = find(id);
        elements.set(at, new Element(id, elements.get(at).reference, ops));
    }

    void remove(long id) {
        elements.remove(find(id));
    }

    String shown(Op[] ops) {
        Op winner = PlainRegister.winner(ops);
        if (winner == null) {
            return "";
        } else if (!text) {
            return "x";
        }
        return winner.action() == Action.SET && winner.value() instanceof Scalar.Str s ? s.value() : "\uFFFC";
    }

    int width(int at) {
        return shown(elements.get(at).ops).length();
    }

    int length() {
        int units = 0;
        for (int i = 0; i < elements.size(); i++) {
            units += width(i);
        }
        return units;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (Element e : elements) {
            out.append(shown(e.ops));
        }
        return out.toString();
    }

    /** The place of the element that covers a unit. */
    int at(int index) {
        int left = index;
        for (int i = 0;; i++) {
            if (left < width(i)) {
                return i;
            }
            left -= width(i);
        }
    }

    int before(int at) {
        int units = 0;
        for (int i = 0; i < at; i++) {
            units += width(i);
        }
        return units;
    }

    /** What shows, one string for each unit of a list. */
    List<String> content() {
        List<String> content = new ArrayList<>();
        for (Element e : elements) {
            if (PlainRegister.winner(e.ops) != null) {
                content.addAll(content(e.ops));
            }
        }
        return content;
    }

    List<String> content(Op[] ops) {
        Op winner = PlainRegister.winner(ops);
        if (!text) {
            return List.of(winner.id() + "=" + PlainRegister.scalar(winner, ops));
        }
        List<String> units = new ArrayList<>();
        for (char c : shown(ops).toCharArray()) {
            units.add(String.valueOf(c));
        }
        return units;
    }

    /** Automerge's InsertQuery, op for op. */
    long insertionReference(int index) {
        List<long[]> candidates = new ArrayList<>();
        int from = 0;
        long last = 0;
        if (index > 0) {
            from = at(index - 1) + 1;
            last = elements.get(from - 1).id;
        }
        candidates.add(new long[] {last, 0});
        for (Element e : elements.subList(from, elements.size())) {
            Op op = e.ops[0];
            boolean mark = op.action() == Action.MARK && op.succ().length == 0;
            if (mark && op.mark() == null) {
                int pair = pair(candidates, Ids.plus(e.id, -1));
                if (pair > 0) {
                    candidates.subList(pair, candidates.size()).clear();
                    continue;
                }
            }
            if (mark && op.expand() == (op.mark() != null)) {
                candidates.add(new long[] {e.id, op.mark() != null ? e.id : 0});
            } else if (PlainRegister.winner(e.ops) != null) {
                break;
            }
        }
        return candidates.getLast()[0];
    }

    private static int pair(List<long[]> candidates, long begin) {
        for (int i = 1; i < candidates.size(); i++) {
            if (candidates.get(i)[1] == begin) {
                return i;
            }
        }
        return -1;
    }
}
