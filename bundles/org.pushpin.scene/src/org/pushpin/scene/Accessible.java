// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;

/**
 * A node of the tree for assistive technology, as it is in one frame. What is inside of it is made when it is asked for.
 * Ui thread.
 *
 * @param key stable while the thing exists, and its own among its siblings
 * @param name what it is called; {@code value} what it contains, for instance an editor's text
 * @param description what else there is to know, in the person's language; mostly empty
 * @param bounds in points of the stage
 * @param level of a heading, from 1; 0: none
 * @param commands that {@link Stage#perform} takes, the one that a person means first
 * @param connects of an arrow, what it leads from and to: the keys from below the root down to the card; none where it ends on paper
 * @param text of a text, its units and where the caret is
 * @param children perhaps an {@link AccessibleList}, which makes its members when they are asked for
 */
public record Accessible(String key, Role role, String name, String value, String description, Rect bounds, Set<State> states,
        int level, List<Command> commands, List<List<String>> connects, Optional<AccessibleText> text, List<Accessible> children) {

    /** What holds for a node now. */
    public enum State {
        FOCUSABLE, FOCUSED, SELECTABLE, SELECTED,
        /** Of a check box or a button: what it stands for is on. */
        CHECKED,
        EDITABLE, MULTI_LINE, SINGLE_LINE, DISABLED,
        /** Nothing of it is in the stage's area. */
        OUT_OF_SIGHT
    }

    public Accessible {
        states = Set.copyOf(states);
        commands = List.copyOf(commands);
        connects = List.copyOf(connects);
    }

    /** A node of which nothing else is known. */
    public static Accessible of(String key, Role role, String name, Rect bounds) {
        return new Accessible(key, role, name, "", "", bounds, Set.of(), 0, List.of(), List.of(), Optional.empty(), List.of());
    }

    public Accessible value(String to) {
        return new Accessible(key, role, name, to, description, bounds, states, level, commands, connects, text, children);
    }

    public Accessible description(String to) {
        return new Accessible(key, role, name, value, to, bounds, states, level, commands, connects, text, children);
    }

    public Accessible states(Set<State> to) {
        return new Accessible(key, role, name, value, description, bounds, to, level, commands, connects, text, children);
    }

    public Accessible level(int to) {
        return new Accessible(key, role, name, value, description, bounds, states, to, commands, connects, text, children);
    }

    public Accessible commands(List<Command> to) {
        return new Accessible(key, role, name, value, description, bounds, states, level, to, connects, text, children);
    }

    public Accessible connects(List<List<String>> to) {
        return new Accessible(key, role, name, value, description, bounds, states, level, commands, to, text, children);
    }

    public Accessible text(AccessibleText to) {
        return new Accessible(key, role, name, value, description, bounds, states, level, commands, connects, Optional.of(to),
                children);
    }

    public Accessible children(List<Accessible> to) {
        return new Accessible(key, role, name, value, description, bounds, states, level, commands, connects, text, to);
    }

    public boolean is(State state) {
        return states.contains(state);
    }

    public boolean focused() {
        return is(State.FOCUSED);
    }

    public boolean selected() {
        return is(State.SELECTED);
    }

    /** Where a child is among the children; -1 where it is not. */
    public int indexOf(String child) {
        if (children instanceof AccessibleList list) return list.indexOf(child);
        for (int i = 0; i < children.size(); i++) if (children.get(i).key().equals(child)) return i;
        return -1;
    }

    public Optional<Accessible> child(String childKey) {
        int index = indexOf(childKey);
        return index < 0 ? Optional.empty() : Optional.of(children.get(index));
    }
}
