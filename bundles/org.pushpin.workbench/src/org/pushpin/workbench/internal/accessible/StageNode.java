// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.accessibility.ACC;

import org.pushpin.scene.Accessible;

/** A node that a client has asked for: knows where it is in the tree, and asks the stage for what it is now. */
final class StageNode {

    private final StageTree tree;
    private final StageNode parent;
    private final String key;
    private final org.eclipse.swt.accessibility.Accessible accessible;
    private final Map<String, StageNode> made = new HashMap<>();
    private long handle;
    private Accessible root;
    private Accessible now;
    private boolean checked;

    /** The root. */
    StageNode(StageTree tree, org.eclipse.swt.accessibility.Accessible accessible, long handle) {
        this.tree = tree;
        this.parent = null;
        this.key = "";
        this.accessible = accessible;
        this.handle = handle;
        listen(false);
    }

    private StageNode(StageNode parent, String key, Accessible now) {
        this.tree = parent.tree;
        this.parent = parent;
        this.key = key;
        this.accessible = new org.eclipse.swt.accessibility.Accessible(parent.accessible);
        checked = now.is(Accessible.State.CHECKED);
        listen(now.text().isPresent());
    }

    private void listen(boolean text) {
        accessible.addAccessibleListener(new NodeNames(this));
        accessible.addAccessibleControlListener(new NodeControl(this));
        accessible.addAccessibleActionListener(new NodeActions(this));
        accessible.addAccessibleAttributeListener(new NodeAttributes(this));
        if (text) {
            accessible.addAccessibleTextListener(new NodeText(this));
            accessible.addAccessibleEditableTextListener(new NodeEditing(this));
        }
    }

    /** An arrow leads from the first and to the second. */
    private void connect(List<String> way) {
        StageNode end = way.isEmpty() ? null : tree.root().find(way);
        if (end != null) {
            boolean from = way.equals(now().connects().getFirst());
            accessible.addRelation(from ? ACC.RELATION_FLOWS_FROM : ACC.RELATION_FLOWS_TO, end.accessible);
        }
    }

    StageTree tree() {
        return tree;
    }

    String key() {
        return key;
    }

    StageNode parent() {
        return parent;
    }

    org.eclipse.swt.accessibility.Accessible accessible() {
        return accessible;
    }

    long handle() {
        return handle;
    }

    /** How deep below the root. */
    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** What it is in the present frame; what is gone is nothing, nowhere. */
    Accessible now() {
        Accessible present = tree.present();
        if (present != root) {
            root = present;
            now = parent == null ? present : parent.now().child(key).orElse(StageTree.GONE);
        }
        return now;
    }

    /** Says whether it is checked, where that is news. */
    void told(boolean is) {
        if (is != checked) {
            checked = is;
            accessible.sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_CHECKED, is ? 1 : 0});
        }
    }

    /** Where it is among its siblings; -1 when it is gone. */
    int index() {
        return parent == null ? -1 : parent.now().indexOf(key);
    }

    /** The child at an index, made if it has to be; null where there is none. */
    StageNode child(int index) {
        List<Accessible> children = now().children();
        return index < 0 || index >= children.size() ? null : child(children.get(index).key(), index);
    }

    private StageNode child(String childKey, int index) {
        StageNode known = made.get(childKey);
        if (known != null) {
            return known;
        }
        prune();
        StageNode child = new StageNode(this, childKey, now().children().get(index));
        made.put(childKey, child);
        child.handle = tree.adopt(handle, index);
        child.now().connects().forEach(child::connect);
        return child;
    }

    /** The node at the end of a way down from here; null where it ends before. */
    StageNode find(List<String> way) {
        StageNode at = this;
        for (String step : way) {
            at = at == null ? null : at.child(at.now().indexOf(step));
        }
        return at;
    }

    /** Those that were asked for. */
    List<StageNode> made() {
        return new ArrayList<>(made.values());
    }

    boolean isMade(String childKey) {
        return made.containsKey(childKey);
    }

    /** What a card said once is not kept for ever. */
    private void prune() {
        if (made.size() > 2 * now().children().size() + 16) {
            made().stream().filter(child -> child.index() < 0).forEach(StageNode::dispose);
        }
    }

    void dispose() {
        made().forEach(StageNode::dispose);
        if (parent != null) {
            parent.made.remove(key);
            tree.release(handle);
            accessible.dispose();
        }
    }
}
