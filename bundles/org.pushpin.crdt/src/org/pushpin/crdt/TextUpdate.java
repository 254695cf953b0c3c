// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import org.pushpin.crdt.internal.rich.Graphemes;
import org.pushpin.crdt.internal.rich.Myers;

/** Splices that make a text another, by whole graphemes, as few as there can be (Automerge, {@code text_diff.rs}). One thread. */
final class TextUpdate implements Myers.Script {
    private final Edit edit;
    private final ObjectId text;
    private final Graphemes old;
    private final Graphemes now;
    private int index;

    private TextUpdate(Edit edit, ObjectId text, Graphemes old, Graphemes now) {
        this.edit = edit;
        this.text = text;
        this.old = old;
        this.now = now;
    }

    static void run(Edit edit, ObjectId text, String target) {
        Graphemes old = Graphemes.of(edit.text(text));
        Graphemes now = Graphemes.of(target);
        Myers.run(old.count(), now.count(), (i, j) -> old.same(i, now, j), new TextUpdate(edit, text, old, now));
        if (!edit.text(text).equals(target)) { // some element is more than one grapheme
            edit.splice(text, 0, edit.length(text), target);
        }
    }

    @Override
    public void equal(int from, int length) {
        index += old.units(from, length);
    }

    @Override
    public void delete(int from, int length) {
        edit.splice(text, index, old.units(from, length), "");
    }

    @Override
    public void insert(int from, int length) {
        String characters = now.text(from, length);
        edit.splice(text, index, 0, characters);
        index += characters.length();
    }
}
