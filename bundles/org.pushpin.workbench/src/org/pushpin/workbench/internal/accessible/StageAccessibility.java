// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;

import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.AccessibleList;
import org.pushpin.ui.StageCanvas;

/**
 * Shows a stage to assistive technology, and says what changes in it: what has the keyboard, what is selected and ticked, what
 * comes and goes, and what is written. Where nobody has asked for anything, a change costs a look at one flag.
 */
public final class StageAccessibility {

    /** Of more that come at once, a client learns when it asks. */
    private static final int MOST = 64;

    private final StageTree tree;
    private final SpokenText spoken = new SpokenText();
    /** Of the board and its frames, what was in them when that was looked at last. */
    private final Map<StageNode, AccessibleList.Keys> keys = new WeakHashMap<>();
    private List<String> focus = List.of();
    private Set<String> selected = Set.of();

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
            if (child.now().role() == Role.FRAME) {
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
            if (child.now().role() == Role.FRAME) {
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
}
