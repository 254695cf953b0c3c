// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;

import org.pushpin.scene.AccessibleText;

/** The text that has the keyboard, as it was told last. */
final class SpokenText {

    private String content = "";
    private int caret = -1;
    private int start;
    private int end;

    void begin(StageNode node) {
        content = node.now().text().map(AccessibleText::content).orElse("");
        caret = -1;
        start = 0;
        end = 0;
        goOn(node);
    }

    void goOn(StageNode node) {
        node.now().text().ifPresent(text -> {
            write(node.accessible(), text.content());
            moved(node.accessible(), text);
        });
    }

    /** What differs, as one stretch that went and one that came. */
    private void write(Accessible to, String now) {
        if (now.equals(content)) {
            return;
        }
        int first = same(content, now);
        int last = sameAtEnd(content, now, first);
        String gone = content.substring(first, content.length() - last);
        String come = now.substring(first, now.length() - last);
        int at = NodeText.characters(now, first);
        content = now;
        if (!gone.isEmpty()) {
            to.textChanged(ACC.TEXT_DELETE, at, gone.codePointCount(0, gone.length()));
        }
        if (!come.isEmpty()) {
            to.textChanged(ACC.TEXT_INSERT, at, come.codePointCount(0, come.length()));
        }
    }

    /** How many units two texts begin with, without half a character. */
    private static int same(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int count = 0;
        while (count < most && one.charAt(count) == other.charAt(count)) {
            count++;
        }
        return count > 0 && Character.isHighSurrogate(one.charAt(count - 1)) ? count - 1 : count;
    }

    /** How many they end with, beyond those. */
    private static int sameAtEnd(String one, String other, int first) {
        int most = Math.min(one.length(), other.length()) - first;
        int count = 0;
        while (count < most && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count > 0 && Character.isLowSurrogate(one.charAt(one.length() - count)) ? count - 1 : count;
    }

    private void moved(Accessible to, AccessibleText text) {
        boolean selects = text.selectionStart() < text.selectionEnd() || start < end;
        boolean other = text.selectionStart() != start || text.selectionEnd() != end;
        start = text.selectionStart();
        end = text.selectionEnd();
        if (text.caret() >= 0 && text.caret() != caret) {
            to.textCaretMoved(NodeText.characters(content, text.caret()));
        }
        if (selects && other) {
            to.textSelectionChanged();
        }
        caret = text.caret();
    }
}
