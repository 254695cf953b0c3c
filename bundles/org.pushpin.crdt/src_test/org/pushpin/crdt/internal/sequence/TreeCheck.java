// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.PlainRegister;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.IdIndex;
import org.pushpin.crdt.internal.tree.Inner;
import org.pushpin.crdt.internal.tree.Leaf;
import org.pushpin.crdt.internal.tree.Node;
import org.pushpin.crdt.internal.tree.NodeTable;
import org.pushpin.crdt.internal.tree.Shape;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.CodePoints;

/** Holds a tree against its own rules and against a {@link Model}. */
final class TreeCheck {
    private final SequenceView view;
    private final Authors authors;
    private final Shape shape;
    private final IdIndex index;
    private final NodeTable parents;

    TreeCheck(SequenceView view, Authors authors, Shape shape) {
        this.view = view;
        this.authors = authors;
        this.shape = shape;
        this.index = view instanceof SequenceEditor editor ? editor.tree.ids.index() : ((Sequence) view).index;
        this.parents = view instanceof SequenceEditor editor ? editor.tree.parents : ((Sequence) view).parents;
    }

    void rules() {
        int[] sums = new int[Inner.SIZE];
        node(view.root(), true);
        view.root().sum(sums, 0, authors);
        for (int d = 0; d < Inner.LEAST_COUNTER; d++) {
            assertEquals(sums[d], view.total(d), "dimension " + d);
        }
    }

    private void node(Node node, boolean root) {
        if (node instanceof Leaf leaf) {
            leaf(leaf, root);
            return;
        }
        Inner inner = (Inner) node;
        assertTrue(inner.count >= (root ? 2 : 1) && inner.count <= shape.children(), "children " + inner.count);
        int[] sums = new int[Inner.SIZE];
        for (int c = 0; c < inner.count; c++) {
            Node child = inner.children[c];
            assertEquals(inner.height - 1, child.height());
            assertEquals(inner.id, parents.get(child.id), "parent");
            child.sum(sums, 0, authors);
            for (int d = 0; d < Inner.SIZE; d++) {
                assertEquals(sums[d], inner.sums[c * Inner.SIZE + d], "sum " + d);
            }
            node(child, false);
        }
    }

    private void leaf(Leaf leaf, boolean root) {
        assertTrue(root || leaf.count > 0, "an empty leaf");
        assertTrue(leaf.count <= shape.spans(), "spans");
        assertTrue(leaf.used <= shape.bytes(), "bytes");
        assertEquals(leaf.used, leaf.charsOf(leaf.count));
        for (int i = 0; i < leaf.count; i++) {
            int at = i * Span.SIZE;
            int length = leaf.spans[at + Span.LENGTH];
            assertEquals(Span.isRegular(leaf.spans, at), leaf.register(i) == null, "register");
            if (Span.isRegular(leaf.spans, at)) {
                int chars = leaf.charsOf(i);
                assertEquals(Span.stored(leaf.spans, at), CodePoints.bytes(leaf.chars, chars, length));
                assertEquals(Span.storedUnits(leaf.spans, at), CodePoints.units(leaf.chars, chars, Span.stored(leaf.spans, at)));
            }
            assertTrue(i == 0 || Span.joint(leaf.spans, at - Span.SIZE, at) < 0, "spans that could be one");
            for (int o = 0; o < length && !root; o++) {
                long id = Span.id(leaf.spans, at, o);
                assertEquals(leaf.id, IdIndex.floor(index, IdIndex.key((int) id, (int) (id >>> 32))), "index of ids");
            }
        }
    }

    void equalTo(Model model) {
        List<Model.Element> elements = elements(view.runs(), authors);
        assertEquals(model.elements.size(), elements.size());
        assertEquals(model.elements.size(), view.elements());
        for (int i = 0; i < elements.size(); i++) {
            Model.Element e = elements.get(i);
            Model.Element m = model.elements.get(i);
            assertEquals(m.id(), e.id());
            assertEquals(m.reference(), e.reference());
            assertSame(m.ops(), e.ops());
        }
        String text = model.text();
        assertEquals(text.length(), view.length());
        if (model.text) {
            assertEquals(text, view.text());
            assertEquals(text.codePointCount(0, text.length()), view.codePoints());
            assertEquals(text.getBytes(StandardCharsets.UTF_8).length, view.utf8Length());
        }
    }

    static void assertSame(Op[] expected, Op[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i].id(), actual[i].id());
            assertEquals(expected[i].action(), actual[i].action());
            assertEquals(expected[i].value(), actual[i].value());
            assertEquals(expected[i].mark(), actual[i].mark());
            assertEquals(expected[i].expand(), actual[i].expand());
            assertArrayEquals(expected[i].succ(), actual[i].succ());
        }
    }

    static List<Model.Element> elements(Runs runs, Authors authors) {
        List<Model.Element> elements = new ArrayList<>();
        while (runs.next()) {
            if (runs.register() != null) {
                assertEquals(1, runs.length());
                elements.add(new Model.Element(runs.element(), runs.reference(), PlainRegister.of(runs.register(), authors)));
                continue;
            }
            String text = new String(runs.utf8(), runs.utf8Offset(), runs.utf8Length(), StandardCharsets.UTF_8);
            assertEquals(runs.length(), text.codePointCount(0, text.length()));
            assertEquals(runs.deleter() == 0 ? text.length() : 0, runs.units());
            int[] points = text.codePoints().toArray();
            for (int i = 0; i < points.length; i++) {
                long id = runs.element() + ((long) i << 32);
                long reference = i == 0 ? runs.reference() : id - (1L << 32);
                long deleter = runs.deleter() == 0 ? 0 : runs.deleter() + ((long) (i * runs.stride()) << 32);
                elements.add(new Model.Element(id, reference, new Op[] {Elements.op(id, points[i], deleter)}));
            }
        }
        return elements;
    }

    private void marks(Model model) {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < model.elements.size(); i++) {
            Op op = model.elements.get(i).ops()[0];
            if (op.action() == Action.MARK && op.succ().length == 0) {
                expected.add(model.before(i) + " " + op.id());
            }
        }
        view.edges(0, view.length(), (index, edge) -> found.add(index + " " + edge.id()));
        assertEquals(expected, found);
    }

    /** Some of the questions that a view answers. */
    void questions(Model model, RandomGenerator random) {
        int length = model.length();
        String text = model.text();
        marks(model);
        for (int i = 0; i < 3 && length > 0; i++) {
            int index = random.nextInt(length);
            int at = model.at(index);
            assertEquals(model.elements.get(at).id(), view.elementAt(index));
            assertEquals(model.before(at), view.startOf(index));
            assertSame(model.elements.get(at).ops(), PlainRegister.of(view.opsAt(index), authors));
            if (model.text) {
                conversions(text, index);
                int to = random.nextInt(index, length + 1);
                assertEquals(text.substring(index, to), view.text(index, to));
            }
        }
        for (int i = 0; i < 3 && !model.elements.isEmpty(); i++) {
            int at = random.nextInt(model.elements.size());
            Model.Element e = model.elements.get(at);
            assertTrue(view.contains(e.id()));
            assertEquals(model.before(at), view.indexBefore(e.id()));
            assertEquals(model.width(at) == 0 ? -1 : model.before(at), view.indexOf(e.id()));
            assertEquals(model.width(at), view.widthOf(e.id()));
            assertEquals(e.reference(), view.reference(e.id()));
            assertSame(e.ops(), PlainRegister.of(view.ops(e.id()), authors));
            List<Model.Element> rest = elements(view.runs(e.id()), authors);
            assertEquals(model.elements.size() - at, rest.size());
            assertEquals(e.id(), rest.getFirst().id());
        }
        assertFalse(view.contains(0xFFFFFF00L << 32));
        assertEquals(-1, view.indexBefore(0xFFFFFF00L << 32));
    }

    private void conversions(String text, int index) {
        int start = index > 0 && Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))
                ? index - 1 : index;
        int points = text.codePointCount(0, start);
        int bytes = text.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        assertEquals(points, view.codePointsBefore(index));
        assertEquals(bytes, view.utf8Before(index));
        assertEquals(start, view.indexOfCodePoint(points));
        assertEquals(start, view.indexOfUtf8(bytes));
    }
}
