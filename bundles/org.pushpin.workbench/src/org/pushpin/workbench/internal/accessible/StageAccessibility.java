// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;

import org.pushpin.scene.Accessible;
import org.pushpin.scene.AccessibleList;
import org.pushpin.scene.AccessibleText;
import org.pushpin.ui.StageCanvas;

/**
 * Shows a stage to assistive technology, and says what changes in it: what has the keyboard, what is selected and ticked, what
 * comes and goes, and what is written. Where nobody has asked for anything, a change costs a look at one flag.
 */
public final class StageAccessibility {

    /** Of more that come at once, a client learns when it asks. */
    private static final int MOST = 64;

    private final StageTree tree;
    private List<String> focus = List.of();
    private Set<String> selected = Set.of();
    private final Spoken spoken = new Spoken();
    private final java.util.Map<StageNode, AccessibleList.Keys> keys = new java.util.WeakHashMap<>();

    public StageAccessibility(StageCanvas canvas) {
        tree = new StageTree(canvas);
        canvas.addListener(SWT.Dispose, event -> tree.root().dispose());
    }

    /** What the stage shows may have changed. */
    public void changed() {
        if (!tree.heard() || tree.canvas().isDisposed()) {
            return;
        }
        structure(tree.root());
        select();
        focus();
    }

    // what comes and goes

    private void structure(StageNode parent) {
        if (!(parent.now().children() instanceof AccessibleList list)) {
            return;
        }
        AccessibleList.Keys before = keys.put(parent, list.keys());
        if (before != null && before != list.keys()) {
            differ(parent, new HashSet<>(before.all()), list.keys().all());
        }
        for (StageNode child : parent.made()) {
            if (child.now().role() == org.pushpin.content.Role.FRAME) {
                structure(child);
            }
        }
    }

    private void differ(StageNode parent, Set<String> before, List<String> now) {
        Set<String> present = new HashSet<>(now);
        for (StageNode child : parent.made()) {
            if (!present.contains(child.key())) {
                tree.removed(parent, child);
                child.dispose();
            }
        }
        int said = 0;
        for (int i = 0; i < now.size() && said < MOST; i++) {
            if (!before.contains(now.get(i))) {
                tree.added(parent, i, parent.child(i));
                said++;
            }
        }
    }

    // what is selected

    private void select() {
        Set<String> now = Set.copyOf(tree.stage().selection());
        if (now.equals(selected)) {
            return;
        }
        Set<String> before = selected;
        selected = now;
        state(tree.root(), before, now);
        tree.root().accessible().sendEvent(ACC.EVENT_SELECTION_CHANGED, null);
    }

    private static void state(StageNode parent, Set<String> before, Set<String> now) {
        for (StageNode child : parent.made()) {
            boolean is = now.contains(child.key());
            if (is != before.contains(child.key())) {
                child.accessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_SELECTED, is ? 1 : 0});
            }
            if (child.now().role() == org.pushpin.content.Role.FRAME) {
                state(child, before, now);
            }
        }
    }

    // what has the keyboard, and what is written

    private void focus() {
        List<String> now = tree.canvas().isFocusControl() ? tree.stage().accessibleFocus() : List.of();
        StageNode node = tree.root().find(now);
        if (node == null) {
            return;
        }
        if (!now.equals(focus)) {
            StageNode before = tree.root().find(focus);
            if (before != null) {
                before.accessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_FOCUSED, 0});
            }
            focus = now;
            if (tree.canvas().isFocusControl()) {
                node.accessible().setFocus(ACC.CHILDID_SELF);
            }
            spoken.begin(node);
        } else {
            spoken.goOn(node);
        }
        ticked(node);
    }

    /** Tasks of the card that has the keyboard. */
    private void ticked(StageNode node) {
        for (StageNode at = node; at != null && at != tree.root(); at = at.parent()) {
            at.made().forEach(StageAccessibility::said);
        }
    }

    private static void said(StageNode node) {
        node.told(node.now().is(Accessible.State.CHECKED));
        node.made().forEach(StageAccessibility::said);
    }

    /** The text that has the keyboard, as it was told last. */
    private static final class Spoken {

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
        private void write(org.eclipse.swt.accessibility.Accessible to, String now) {
            if (now.equals(content)) {
                return;
            }
            int first = 0;
            int most = Math.min(now.length(), content.length());
            while (first < most && now.charAt(first) == content.charAt(first)) {
                first++;
            }
            if (first > 0 && Character.isHighSurrogate(now.charAt(first - 1))) {
                first--;
            }
            int last = 0;
            while (last < most - first && now.charAt(now.length() - 1 - last) == content.charAt(content.length() - 1 - last)) {
                last++;
            }
            if (last > 0 && Character.isLowSurrogate(now.charAt(now.length() - last))) {
                last--;
            }
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

        private void moved(org.eclipse.swt.accessibility.Accessible to, AccessibleText text) {
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
}
