// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.text.TextBlock;

/** What keys do to a text that is being edited. */
public record TextKeys(Core core, TextEditing editing) {

    private TextSession session() {
        return editing.session().orElseThrow();
    }

    /** @return whether the key was used */
    public boolean key(KeyEvent event) {
        boolean extend = event.modifiers().shift();
        boolean word = event.modifiers().command();
        switch (event.name()) {
            case "Left" -> horizontal(-1, word, extend);
            case "Right" -> horizontal(1, word, extend);
            case "Up" -> vertical(-1, extend);
            case "Down" -> vertical(1, extend);
            case "PageUp" -> vertical(-20, extend);
            case "PageDown" -> vertical(20, extend);
            case "Home" -> lineEdge(-1, word, extend);
            case "End" -> lineEdge(1, word, extend);
            case "Backspace" -> editing.writing.delete(-1, word);
            case "Delete" -> editing.writing.delete(1, word);
            case "Enter" -> enter(word);
            case "Esc" -> editing.end();
            case "Tab" -> tab(event.modifiers().shift());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter(boolean command) {
        if (session().singleLine) editing.end();
        else if (command) editing.structure.tick();
        else editing.structure.enter();
    }

    private void tab(boolean out) {
        if (session().singleLine) editing.end();
        else editing.structure.tab(out);
    }

    private void horizontal(int direction, boolean word, boolean extend) {
        editing.onLines(() -> {
            core.undo.endRun();
            int way = editing.block().rightToLeft(editing.inBlock(session().caret())) ? -direction : direction;
            if (session().hasSelection() && !extend && !word) {
                session().caret(way < 0 ? session().from() : session().to(), false);
            } else {
                int to = session().step(session().caret(), way, word);
                session().caret(editing.block().offMarker(to, way), extend);
            }
            editing.moved(false);
        });
    }

    private void vertical(int lines, boolean extend) {
        editing.onLines(() -> {
            core.undo.endRun();
            TextBlock block = editing.block();
            double x = editing.column().orElse(block.caret(session().caret(), editing.lineEnd()).x());
            TextBlock.Hit hit = new TextBlock.Hit(session().caret(), editing.lineEnd());
            for (int i = 0; i < Math.abs(lines); i++) {
                hit = block.vertical(hit.offset(), hit.lineEnd(), x, Integer.signum(lines));
            }
            session().caret(hit.offset(), extend);
            editing.moved(hit.lineEnd());
            editing.column(x);
        });
    }

    private void lineEdge(int direction, boolean document, boolean extend) {
        editing.onLines(() -> {
            core.undo.endRun();
            TextBlock block = editing.block();
            int to = direction < 0 ? block.textStart(0) : session().plain().length();
            boolean atEnd = false;
            if (!document && direction < 0) to = block.lineStart(session().caret(), editing.lineEnd());
            if (!document && direction > 0) {
                TextBlock.Hit end = block.lineEnd(session().caret(), editing.lineEnd());
                to = end.offset();
                atEnd = end.lineEnd();
            }
            session().caret(to, extend);
            editing.moved(atEnd);
        });
    }
}
