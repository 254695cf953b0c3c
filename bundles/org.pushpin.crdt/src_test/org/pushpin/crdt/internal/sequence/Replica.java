// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.op.Ids;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.PlainRegister;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.Shape;

/** One of several that edit the same sequence, with the tree and the model side by side. */
final class Replica {
    private static final String[] WORDS = {"a", "bc", "def", "ß", "é😀", "😀", "hello, world; ", "漢字仮名", "one two three four five six seven "};

    /** @param known how many steps of each author its author knew */
    record Sent(Step step, int author, int[] known) {
    }

    final int author;
    final Authors authors;
    final Shape shape;
    final int[] known;
    final List<Step> applied = new ArrayList<>();
    final Model model;
    final SequenceEditor editor;
    private final RandomGenerator random;
    private long counter;

    Replica(boolean text, int author, Authors authors, Shape shape, RandomGenerator random) {
        this.author = author;
        this.authors = authors;
        this.shape = shape;
        this.known = new int[authors.size()];
        this.random = random;
        this.model = new Model(text, authors);
        this.editor = Sequence.empty(text, shape).edit(authors);
    }

    /** A sibling, which is another author. */
    Replica(Replica other, int author, Sequence from) {
        this.author = author;
        this.authors = other.authors;
        this.shape = other.shape;
        this.known = other.known.clone();
        this.random = other.random;
        this.counter = other.counter;
        this.applied.addAll(other.applied);
        this.model = other.model.copy();
        this.editor = from.edit(authors);
    }

    void check() {
        TreeCheck check = new TreeCheck(editor, authors, shape);
        check.rules();
        check.equalTo(model);
        check.questions(model, random);
    }

    private long next(int count) {
        long id = Ids.of(counter + 1, author);
        counter += count;
        return id;
    }

    boolean isReady(Sent sent) {
        for (int a = 0; a < known.length; a++) {
            if (sent.known[a] > known[a]) {
                return false;
            }
        }
        return true;
    }

    private Sent done(Step step) {
        Sent sent = new Sent(step, author, known.clone());
        known[author]++;
        applied.add(step);
        return sent;
    }

    void receive(Sent sent) {
        apply(sent.step);
        known[sent.author]++;
    }

    List<Sent> edit() {
        int length = model.length();
        return switch (random.nextInt(model.text ? 12 : 10)) {
            case 0, 1, 2, 3 -> model.text ? List.of(type(near(length))) : List.of(insertIrregular(near(length)));
            case 4, 5, 6 -> length == 0 ? List.of() : delete(length);
            case 7 -> List.of(insertIrregular(random.nextInt(length + 1)));
            case 8 -> length == 0 ? List.of() : List.of(put(random.nextInt(length)));
            case 9 -> backspace(length);
            default -> mark(length);
        };
    }

    private int place;

    /** Mostly where the last one was. */
    private int near(int length) {
        place = random.nextInt(4) == 0 ? random.nextInt(length + 1) : Math.min(place, length);
        return place;
    }

    private Sent type(int index) {
        String text = WORDS[random.nextInt(WORDS.length)];
        long reference = reference(index);
        int elements = text.codePointCount(0, text.length());
        long first = next(elements);
        Step step = new Step.Text(reference, first, text);
        apply(step);
        place = index + text.length();
        return sent();
    }

    private Sent sent() {
        return done(applied.removeLast());
    }

    private long reference(int index) {
        long reference = editor.insertionReference(index);
        assertEquals(model.insertionReference(index), reference, "insertion at " + index);
        return reference;
    }

    private Scalar value() {
        return switch (random.nextInt(5)) {
            case 0 -> new Scalar.Str("");
            case 1 -> new Scalar.Str("two 😀");
            case 2 -> new Scalar.Counter(3);
            case 3 -> new Scalar.Str("q");
            default -> new Scalar.Int(random.nextInt(100));
        };
    }

    private Sent insertIrregular(int index) {
        long reference = reference(index);
        apply(new Step.Insert(reference, new Op(next(1), Action.SET, value())));
        return sent();
    }

    private Sent put(int index) {
        Model.Element e = model.elements.get(model.at(index));
        long[] preds = PlainRegister.visibleIds(e.ops());
        boolean count = PlainRegister.winner(e.ops()).isCounter() && random.nextBoolean();
        long id = next(1);
        Op op = count ? new Op(id, Action.INCREMENT, new Scalar.Int(5)) : new Op(id, Action.SET, value());
        apply(new Step.Put(e.id(), op, id, count ? new long[] {PlainRegister.winner(e.ops()).id()} : preds));
        return sent();
    }

    private List<Sent> mark(int length) {
        int from = random.nextInt(length + 1);
        int to = random.nextInt(from, length + 1);
        boolean begin = random.nextBoolean();
        boolean end = random.nextBoolean();
        long id = next(2);
        apply(new Step.Insert(reference(from), new Op(id, Action.MARK, new Scalar.Bool(true), begin, "bold", Op.NONE)));
        Sent first = sent();
        long reference = from == to ? id : reference(to);
        apply(new Step.Insert(reference, new Op(Ids.plus(id, 1), Action.MARK, Scalar.NULL, end, null, Op.NONE)));
        return List.of(first, sent());
    }

    private List<Sent> delete(int length) {
        int from = random.nextInt(length);
        int units = random.nextInt(1, Math.min(length - from, random.nextInt(3) == 0 ? 60 : 4) + 1);
        return deleteRange(from, units);
    }

    /** Deletes with the model, and holds the runs that the editor tells of against that. */
    private List<Sent> deleteRange(int from, int units) {
        long first = Ids.of(counter + 1, author);
        List<Long> expected = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        int at = model.at(from);
        for (int left = from + units - model.before(at); left > 0; at++) {
            Model.Element e = model.elements.get(at);
            left -= model.width(at);
            if (model.width(at) > 0) {
                expected.add(e.id());
                long[] preds = PlainRegister.visibleIds(e.ops());
                long id = next(1);
                model.replace(e.id(), PlainRegister.succeeded(e.ops(), preds, id, authors));
                boolean plain = preds.length == 1 && preds[0] == e.id() && random.nextBoolean();
                sent.add(done(plain ? new Step.Delete(e.id(), 1, 1, id) : new Step.Put(e.id(), null, id, preds)));
            }
        }
        List<Long> got = new ArrayList<>();
        int count = editor.deleteRange(from, units, first, (element, n, stride) -> {
            for (int i = 0; i < n; i++) {
                got.add(Ids.plus(element, i * stride));
            }
        });
        assertEquals(expected, got);
        assertEquals(expected.size(), count);
        return sent;
    }

    /** Several deletions backwards, sent as one run where that is what they are. */
    private List<Sent> backspace(int length) {
        int end = random.nextInt(length + 1);
        int from = Math.max(0, end - random.nextInt(1, 9));
        List<Sent> sent = new ArrayList<>();
        for (int index = end - 1; index >= from && index < model.length(); index--) {
            Model.Element e = model.elements.get(model.at(index));
            long id = next(1);
            if (e.ops().length == 1 && sent.size() > 0 && sent.getLast().step instanceof Step.Delete d && d.stride() < 0
                    && Ids.plus(d.element(), -d.count()) == e.id() && Ids.plus(d.first(), d.count()) == id) {
                undo(applied.removeLast());
                sent.removeLast();
                known[author]--;
                apply(new Step.Delete(d.element(), d.count() + 1, -1, d.first()));
            } else if (e.ops().length == 1) {
                apply(new Step.Delete(e.id(), 1, -1, id));
            } else {
                apply(new Step.Put(e.id(), null, id, PlainRegister.visibleIds(e.ops())));
            }
            sent.add(sent());
        }
        return sent;
    }

    void apply(Step step) {
        switch (step) {
            case Step.Text t -> insertText(t);
            case Step.Insert i -> {
                model.insert(i.reference(), i.op().id(), new Op[] {i.op()});
                editor.insert(i.reference(), i.op());
                counter = Math.max(counter, Ids.counter(i.op().id()));
            }
            case Step.Delete d -> {
                for (int i = 0; i < d.count(); i++) {
                    long id = Ids.plus(d.element(), i * d.stride());
                    model.replace(id, PlainRegister.succeeded(model.ops(id), new long[] {id}, Ids.plus(d.first(), i), authors));
                }
                editor.delete(d.element(), d.count(), d.stride(), d.first());
                counter = Math.max(counter, Ids.counter(d.first()) + d.count() - 1);
            }
            case Step.Put p -> {
                Op[] after = PlainRegister.succeeded(model.ops(p.element()), p.preds(), p.id(), authors);
                after = p.op() == null ? after : PlainRegister.with(after, p.op(), authors);
                model.replace(p.element(), after);
                Op op = p.op() == null ? new Op(p.id(), Action.DELETE, Scalar.NULL) : p.op();
                editor.replace(p.element(), editor.ops(p.element()).with(op, p.preds(), authors));
                counter = Math.max(counter, Ids.counter(p.id()));
            }
        }
        applied.add(step);
    }

    private void insertText(Step.Text t) {
        long reference = t.reference();
        long id = t.first();
        for (int point : t.text().codePoints().toArray()) {
            model.insert(reference, id, new Op[] {Elements.op(id, point, 0)});
            reference = id;
            id = Ids.plus(id, 1);
        }
        int elements = editor.insertText(t.reference(), t.first(), t.text());
        counter = Math.max(counter, Ids.counter(t.first()) + elements - 1);
    }

    /** Takes back the last steps applied here. */
    void retreat(int steps) {
        for (int i = 0; i < steps && !applied.isEmpty(); i++) {
            undo(applied.removeLast());
        }
    }

    private void undo(Step step) {
        switch (step) {
            case Step.Text t -> {
                int count = t.text().codePointCount(0, t.text().length());
                for (int i = 0; i < count; i++) {
                    model.remove(Ids.plus(t.first(), i));
                }
                editor.remove(t.first(), count);
            }
            case Step.Insert i -> {
                model.remove(i.op().id());
                editor.remove(i.op().id(), 1);
            }
            case Step.Delete d -> {
                for (int i = 0; i < d.count(); i++) {
                    long id = Ids.plus(d.element(), i * d.stride());
                    model.replace(id, PlainRegister.without(model.ops(id), Ids.plus(d.first(), i)));
                }
                editor.undelete(d.element(), d.count(), d.stride(), d.first());
            }
            case Step.Put p -> {
                Op[] before = PlainRegister.without(model.ops(p.element()), p.id());
                model.replace(p.element(), before);
                editor.replace(p.element(), editor.ops(p.element()).without(p.id(), 1, authors));
            }
        }
    }
}
