// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Intent;
import org.pushpin.crdt.Scalar;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;

/** What changes the text that is edited: typing, deleting, marking, each as part of a step of undo. Ui thread. */
final class TextWriting {

    private final Core core;
    private final Performer performer;
    private final TextEditing editing;

    TextWriting(Core core, Performer performer, TextEditing editing) {
        this.core = core;
        this.performer = performer;
        this.editing = editing;
    }

    private TextSession session() {
        return editing.session().orElseThrow();
    }

    /** Types or pastes text over the selection. */
    void insert(String typed) {
        String clean = session().singleLine ? typed.replaceAll("\\R", " ") : typed.replaceAll("\\R", "\n");
        if (clean.isEmpty() && !session().hasSelection()) return;
        editing.afterWaiting(() -> {
            session().follow();
            change(clean.length() > 1 ? "paste" : "type", session().from(), session().to(), clean);
        });
    }

    void delete(int direction, boolean word) {
        editing.afterWaiting(() -> {
            session().follow();
            if (session().plain().isEmpty() && direction < 0) removeEmpty();
            else if (direction < 0 && editing.structure.behindMarker()) editing.structure.backspace(word);
            else if (direction > 0 && editing.structure.beforeLine()) editing.structure.deleteLineEnd();
            else deleteNow(direction, word);
        });
    }

    void deleteNow(int direction, boolean word) {
        int from = session().from();
        int to = session().to();
        if (from == to && direction < 0) from = session().step(to, -1, word);
        else if (from == to) to = session().step(from, 1, word);
        if (from < to) change("delete", from, to, "");
    }

    /** Replaces a range and puts the caret behind. @param kind what goes into one step of undo with its like */
    void change(String kind, int from, int to, String insert) {
        core.undo.continueRun(session().handle, kind, core.host.now());
        if (session().replace(from, to, insert)) ran();
    }

    /** Replaces a range and leaves the caret where it is. */
    void changeAround(String kind, int from, int to, String insert) {
        core.undo.continueRun(session().handle, kind, core.host.now());
        if (session().replaceAround(from, to, insert)) ran();
    }

    /** Marks a range, as one step. */
    void format(int from, int to, String mark, Scalar value) {
        core.undo.endRun();
        core.undo.continueRun(session().handle, "format", core.host.now());
        if (session().format(from, to, mark, value)) ran();
        core.undo.endRun();
    }

    private void ran() {
        core.undo.ran();
        core.changed();
        editing.moved(false);
    }

    /** Backspace in a card without text takes the card away. */
    private void removeEmpty() {
        String key = session().item;
        boolean removable = core.item(key).filter(item -> item.can().contains(Ability.REMOVE)).isPresent();
        if (!removable || session().singleLine) return;
        editing.end();
        performer.change(core.url, new Intent.Remove(Set.of(key)));
        core.select(Set.of());
    }
}
