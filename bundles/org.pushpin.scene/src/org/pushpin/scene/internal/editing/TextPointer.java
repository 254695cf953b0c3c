// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.text.Breaks;
import org.pushpin.scene.internal.text.TextBlock;

/** The pointer in the text that is edited: it places the caret, and selects characters, words and lines. Ui thread. */
record TextPointer(Core core, TextEditing editing) {

    private TextSession session() {
        return editing.session().orElseThrow();
    }

    /** @param x in board units from the card's corner */
    void press(double x, double y, int clicks, boolean extend) {
        editing.onLines(() -> {
            TextBlock.Hit hit = hit(x, y);
            core.undo.endRun();
            switch (clicks) {
                case 1 -> session().caret(hit.offset(), extend);
                case 2 -> {
                    int[] word = Breaks.wordAt(session().plain(), hit.offset());
                    session().select(word[0], word[1]);
                }
                default -> {
                    int start = session().plain().lastIndexOf('\n', hit.offset() - 1) + 1;
                    int end = session().plain().indexOf('\n', hit.offset());
                    session().select(start, end < 0 ? session().plain().length() : end);
                }
            }
            editing.moved(hit.lineEnd());
        });
    }

    void drag(double x, double y) {
        editing.onLines(() -> {
            TextBlock.Hit hit = hit(x, y);
            session().caret(hit.offset(), true);
            editing.moved(hit.lineEnd());
        });
    }

    private TextBlock.Hit hit(double x, double y) {
        Parts.Found found = editing.found().orElseThrow();
        TextBlock.Hit hit = Parts.block(found).hit(x - found.x(), y - found.y());
        boolean placeholder = session().plain().isEmpty();
        return placeholder ? new TextBlock.Hit(0, false) : hit;
    }
}
