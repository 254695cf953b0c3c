// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The steps between two states of one sequence. The elements that both have stand in the same order in both, so one walk finds what is
 * new, gone or different.
 */
final class SequenceDiffer {
    private final ObjectId object;
    private final boolean text;
    private final boolean descends;
    private final List<Patch> patches;
    private Set<OpId> later;
    private Sequence after;
    private Walk old;
    private Walk now;
    /** Where the next step happens, in the later state. */
    private int index;
    private int deleted;
    private final StringBuilder inserted = new StringBuilder();

    SequenceDiffer(ObjectId object, boolean text, boolean descends, List<Patch> patches) {
        this.object = object;
        this.text = text;
        this.descends = descends;
        this.patches = patches;
    }

    /** A position in a sequence. */
    private static final class Walk {
        private final Sequence sequence;
        private int block;
        private int offset;

        private Walk(Sequence sequence) {
            this.sequence = sequence;
            settle();
        }

        private void settle() {
            while (block < sequence.blocks.length && offset >= sequence.blocks[block].size()) {
                block++;
                offset = 0;
            }
        }

        private Element element() {
            return block == sequence.blocks.length ? null : sequence.blocks[block].elements()[offset];
        }

        private Sequence.Block wholeBlock() {
            return offset == 0 && block < sequence.blocks.length ? sequence.blocks[block] : null;
        }

        private void step(int by) {
            offset += by;
            settle();
        }
    }

    void compare(Sequence before, Sequence afterwards) {
        after = afterwards;
        old = new Walk(before);
        now = new Walk(afterwards);
        while (old.element() != null || now.element() != null) {
            if (!skipBlock()) {
                stepElement();
            }
        }
        flush();
    }

    private boolean skipBlock() {
        Sequence.Block block = now.wholeBlock();
        if (block == null || block != old.wholeBlock()) {
            return false;
        }
        keep(block.width());
        old.step(block.size());
        now.step(block.size());
        return true;
    }

    private void stepElement() {
        Element was = old.element();
        Element is = now.element();
        if (was != null && is != null && was.id().equals(is.id())) {
            compare(was, is);
            old.step(1);
            now.step(1);
        } else if (is == null || was != null && isGone(was)) {
            delete(was.width);
            old.step(1);
        } else {
            insert(is);
            now.step(1);
        }
    }

    private boolean isGone(Element was) {
        if (descends) {
            return false;
        }
        if (later == null) {
            later = new HashSet<>();
            after.forEach(e -> later.add(e.id()));
        }
        return !later.contains(was.id());
    }

    private void compare(Element was, Element is) {
        Op oldWinner = was.winner();
        Op winner = is.winner();
        if (was == is || oldWinner == null && winner == null) {
            keep(is.width);
        } else if (oldWinner == null) {
            insert(is);
        } else if (winner == null) {
            delete(was.width);
        } else {
            change(was, oldWinner, is, winner);
        }
    }

    private void change(Element was, Op oldWinner, Element is, Op winner) {
        Value value = Register.value(winner, is.ops());
        Value oldValue = Register.value(oldWinner, was.ops());
        boolean same = oldWinner.id().equals(winner.id());
        if (same && Objects.equals(value, oldValue)) {
            keep(is.width);
        } else if (isString(oldWinner) || isString(winner)) {
            delete(was.width);
            insert(is);
        } else {
            flush();
            boolean counted = same && value instanceof Scalar.Counter && oldValue instanceof Scalar.Counter;
            patches.add(counted
                    ? new Patch.Increment(object, null, index, ((Scalar.Counter) value).value() - ((Scalar.Counter) oldValue).value())
                    : new Patch.PutSeq(object, index, value));
            index += is.width;
        }
    }

    private boolean isString(Op op) {
        return text && op.action() == Action.SET && op.value() instanceof Scalar.Str;
    }

    private void keep(int width) {
        if (width > 0) {
            flush();
            index += width;
        }
    }

    private void delete(int width) {
        deleted += width;
    }

    private void insert(Element is) {
        Op winner = is.winner();
        if (winner == null) {
            return;
        }
        if (isString(winner)) {
            inserted.append(((Scalar.Str) winner.value()).value());
            return;
        }
        flush();
        patches.add(new Patch.Insert(object, index, Register.value(winner, is.ops())));
        index += is.width;
    }

    private void flush() {
        if (deleted == 0 && inserted.isEmpty()) {
            return;
        }
        patches.add(text ? new Patch.SpliceText(object, index, deleted, inserted.toString())
                : new Patch.DeleteSeq(object, index, deleted));
        index += inserted.length();
        deleted = 0;
        inserted.setLength(0);
    }
}
