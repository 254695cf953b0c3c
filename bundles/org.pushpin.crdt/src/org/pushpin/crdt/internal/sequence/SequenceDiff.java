// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import java.nio.charset.StandardCharsets;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.tree.Elements;
import org.pushpin.crdt.internal.tree.Span;
import org.pushpin.crdt.internal.tree.Walk;

/**
 * The difference of two trees. The elements that both have stand in the same order in both, so two walks side by side find what is new, gone
 * or different; nodes that are the same instance are passed as a whole. Where the walks are at different heights, the higher goes down:
 * they meet again where shared nodes begin, because a shared leaf has the same elements.
 */
final class SequenceDiff {
    private final Sequence before;
    private final SequenceChanges to;
    private final Walk old;
    private final Walk now;
    private int index;

    SequenceDiff(Sequence before, Sequence later, SequenceChanges to) {
        this.before = before;
        this.to = to;
        this.old = new Walk(before.root);
        this.now = new Walk(later.root);
    }

    void run() {
        if (old.node == now.node) {
            return;
        }
        while (!old.atEnd() || !now.atEnd()) {
            if (!skip() && !enter()) {
                step();
            }
        }
    }

    private boolean skip() {
        if (old.node != now.node || !old.atNodeStart() || !now.atNodeStart()) {
            return false;
        }
        index += now.isRoot() ? old.units() : now.units();
        old.skip();
        now.skip();
        return true;
    }

    private boolean enter() {
        int oldHeight = old.atEnd() ? 0 : old.node.height();
        int height = now.atEnd() ? 0 : now.node.height();
        if (oldHeight > 0 && oldHeight >= height) {
            old.enter();
        }
        if (height > 0 && height >= oldHeight) {
            now.enter();
        }
        return oldHeight > 0 || height > 0;
    }

    private void step() {
        if (old.atEnd()) {
            gain();
        } else if (now.atEnd()) {
            lose();
        } else if (old.element() == now.element()) {
            compare();
        } else if (before.contains(now.element())) {
            lose();
        } else {
            gain();
        }
    }

    /** What is left of a span is new: each of its elements references the one before. */
    private void gain() {
        int n = now.left();
        int bytes = 0;
        if (now.isRegular()) {
            bytes = now.bytes(n);
            showText(bytes);
        } else {
            show(now.leaf().register(now.span));
        }
        now.step(n, bytes);
    }

    private void showText(int bytes) {
        if (Span.isDeleted(now.leaf().spans, now.at())) {
            return;
        }
        String text = new String(now.leaf().chars, now.chars, bytes, StandardCharsets.UTF_8);
        to.insertedText(index, text);
        index += text.length();
    }

    private void show(Register register) {
        int units = Span.units(now.leaf().spans, now.at());
        if (Elements.isMark(register)) {
            to.marksChanged(index);
        } else if (units > 0) {
            to.inserted(index, register);
            index += units;
        }
    }

    private void lose() {
        int n = old.left();
        int bytes = old.isRegular() ? old.bytes(n) : 0;
        if (old.isRegular()) {
            hide(old.units(n, bytes));
        } else if (Elements.isMark(old.leaf().register(old.span))) {
            to.marksChanged(index);
        } else {
            hide(Span.units(old.leaf().spans, old.at()));
        }
        old.step(n, bytes);
    }

    private void hide(int units) {
        if (units > 0) {
            to.deleted(index, units);
        }
    }

    private void compare() {
        if (!old.isRegular() || !now.isRegular()) {
            compareRegisters();
            return;
        }
        int n = Math.min(old.left(), now.left());
        int bytes = now.bytes(n);
        boolean showed = !Span.isDeleted(old.leaf().spans, old.at());
        boolean shows = !Span.isDeleted(now.leaf().spans, now.at());
        if (showed && shows) {
            index += now.units(n, bytes);
        } else if (showed) {
            hide(old.units(n, bytes));
        } else if (shows) {
            showText(bytes);
        }
        old.step(n, bytes);
        now.step(n, bytes);
    }

    private void compareRegisters() {
        int oldBytes = old.isRegular() ? old.bytes(1) : 0;
        int bytes = now.isRegular() ? now.bytes(1) : 0;
        Register was = old.leaf().register(old.span);
        Register is = now.leaf().register(now.span);
        int units = is == null ? now.units(1, bytes) : Span.units(now.leaf().spans, now.at());
        if (was == is) {
            index += units;
        } else {
            Register wasOps = was == null ? old.leaf().ops(old.span, old.offset) : was;
            Register isOps = is == null ? now.leaf().ops(now.span, now.offset) : is;
            boolean showed = wasOps.shown() > 0;
            boolean shows = isOps.shown() > 0;
            if (Elements.isMark(wasOps) != Elements.isMark(isOps)) {
                to.marksChanged(index);
            }
            if (showed && shows) {
                to.updated(index, wasOps, isOps);
                index += units;
            } else if (showed) {
                hide(was == null ? old.units(1, oldBytes) : Span.units(old.leaf().spans, old.at()));
            } else if (shows && is == null) {
                showText(bytes);
            } else if (shows) {
                show(is);
            }
        }
        old.step(1, oldBytes);
        now.step(1, bytes);
    }
}
