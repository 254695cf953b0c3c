// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.PlainRegister;
import org.pushpin.crdt.internal.op.Register;

/** Does to a copy of what shows what a difference says. */
final class Applier implements SequenceChanges {
    final List<String> content;
    private final Model model;
    private int place;

    Applier(Model model) {
        this.model = model;
        this.content = model.content();
    }

    private void at(int index) {
        assertTrue(index >= place, "in order");
        place = index;
    }

    @Override
    public void deleted(int index, int units) {
        at(index);
        assertTrue(units > 0);
        content.subList(index, index + units).clear();
    }

    @Override
    public void insertedText(int index, String text) {
        at(index);
        for (int i = 0; i < text.length(); i++) {
            content.add(index + i, text.substring(i, i + 1));
        }
    }

    @Override
    public void inserted(int index, Register register) {
        at(index);
        content.addAll(index, model.content(plain(register)));
    }

    @Override
    public void updated(int index, Register before, Register after) {
        at(index);
        List<String> was = model.content(plain(before));
        assertEquals(was, content.subList(index, index + was.size()));
        content.subList(index, index + was.size()).clear();
        content.addAll(index, model.content(plain(after)));
    }

    private Op[] plain(Register register) {
        return PlainRegister.of(register, model.authors);
    }

    @Override
    public void marksChanged(int index) {
    }
}
