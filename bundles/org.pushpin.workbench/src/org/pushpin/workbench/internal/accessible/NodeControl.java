// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import java.util.List;
import java.util.Map;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Point;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Accessible.State;
import org.pushpin.scene.Command;

/** What a node is, where, in which state, and what is in it. */
final class NodeControl extends AccessibleControlAdapter {

    private static final Map<State, Integer> STATES = Map.of(State.FOCUSABLE, ACC.STATE_FOCUSABLE, State.FOCUSED, ACC.STATE_FOCUSED,
            State.SELECTABLE, ACC.STATE_SELECTABLE, State.SELECTED, ACC.STATE_SELECTED, State.CHECKED, ACC.STATE_CHECKED,
            State.MULTI_LINE, ACC.STATE_MULTILINE, State.SINGLE_LINE, ACC.STATE_SINGLELINE, State.DISABLED, ACC.STATE_DISABLED,
            State.OUT_OF_SIGHT, ACC.STATE_OFFSCREEN);

    private final StageNode node;

    NodeControl(StageNode node) {
        this.node = node;
    }

    @Override
    public void getRole(AccessibleControlEvent event) {
        event.detail = role(node.now().role());
    }

    private static int role(Role role) {
        return switch (role) {
            case GROUP, FRAME -> ACC.ROLE_GROUP;
            case HEADING -> ACC.ROLE_HEADING;
            case TEXT -> ACC.ROLE_TEXT;
            case PARAGRAPH -> ACC.ROLE_PARAGRAPH;
            case IMAGE, ARROW -> ACC.ROLE_GRAPHIC;
            case LINK -> ACC.ROLE_LINK;
            case BUTTON -> ACC.ROLE_PUSHBUTTON;
            case CHECKBOX -> ACC.ROLE_CHECKBUTTON;
            case LIST -> ACC.ROLE_LIST;
            case LIST_ITEM -> ACC.ROLE_LISTITEM;
            case TABLE -> ACC.ROLE_TABLE;
            case ROW -> ACC.ROLE_ROW;
            case CELL -> ACC.ROLE_TABLECELL;
            case PROGRESS -> ACC.ROLE_PROGRESSBAR;
            case DOCUMENT -> ACC.ROLE_SECTION;
            case BOARD -> ACC.ROLE_CANVAS;
            case TOOLBAR -> ACC.ROLE_TOOLBAR;
        };
    }

    @Override
    public void getState(AccessibleControlEvent event) {
        node.tree().hear();
        Accessible now = node.now();
        int state = now.is(State.EDITABLE) ? ACC.STATE_NORMAL : ACC.STATE_READONLY;
        for (State each : now.states()) {
            state |= STATES.getOrDefault(each, ACC.STATE_NORMAL);
        }
        if (!node.tree().canvas().isVisible()) {
            state |= ACC.STATE_OFFSCREEN;
        }
        if (now.role() == Role.BOARD) {
            state |= ACC.STATE_MULTISELECTABLE;
        }
        event.detail = state;
    }

    @Override
    public void getValue(AccessibleControlEvent event) {
        event.result = node.now().value();
    }

    @Override
    public void getDefaultAction(AccessibleControlEvent event) {
        event.result = node.now().commands().stream().findFirst().map(Command::label).orElse(null);
    }

    @Override
    public void getChildCount(AccessibleControlEvent event) {
        node.tree().hear();
        event.detail = node.now().children().size();
    }

    @Override
    public void getChild(AccessibleControlEvent event) {
        if (event.childID == ACC.CHILDID_CHILD_INDEX) {
            event.detail = node.index();
        } else if (event.childID == ACC.CHILDID_CHILD_AT_INDEX) {
            event.accessible = accessible(node.child(event.detail));
        }
    }

    private static org.eclipse.swt.accessibility.Accessible accessible(StageNode child) {
        return child == null ? null : child.accessible();
    }

    @Override
    public void getSelection(AccessibleControlEvent event) {
        List<String> selected = node.tree().stage().selection();
        event.childID = selected.isEmpty() ? ACC.CHILDID_NONE : ACC.CHILDID_MULTIPLE;
        if (selected.size() == 1 && node.now().indexOf(selected.getFirst()) >= 0) {
            event.accessible = accessible(node.child(node.now().indexOf(selected.getFirst())));
        }
    }

    @Override
    public void getFocus(AccessibleControlEvent event) {
        event.childID = node.now().focused() ? ACC.CHILDID_SELF : ACC.CHILDID_NONE;
    }

    @Override
    public void getLocation(AccessibleControlEvent event) {
        Rect bounds = node.now().bounds();
        Point at = node.tree().canvas().toDisplay((int) Math.round(bounds.x()), (int) Math.round(bounds.y()));
        event.x = at.x;
        event.y = at.y;
        event.width = (int) Math.round(bounds.width());
        event.height = (int) Math.round(bounds.height());
    }

    @Override
    public void getChildAtPoint(AccessibleControlEvent event) {
        List<String> way = node.tree().at(event.x, event.y);
        int depth = node.depth();
        StageNode found = depth < way.size() ? node.tree().root().find(way.subList(0, depth + 1)) : null;
        boolean inside = found != null && found.parent() == node;
        event.childID = inside ? ACC.CHILDID_NONE : ACC.CHILDID_SELF;
        event.accessible = inside ? found.accessible() : null;
    }
}
