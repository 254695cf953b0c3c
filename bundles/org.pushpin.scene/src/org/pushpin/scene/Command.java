// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;
import java.util.stream.Stream;

import org.pushpin.content.Icon;

/**
 * Something that can be done, for menus, keys, palettes and assistive technology.
 *
 * @param id stable, for instance {@code undo} or {@code create:text}; {@link #SEPARATOR} separates
 * @param label in the person's language
 * @param icon drawn by the host in the colour of its text
 * @param key chord as {@link KeyEvent#chord()}; empty if none
 * @param children of a submenu; empty for a plain command
 */
public record Command(String id, String label, Icon icon, String key, boolean enabled, boolean checked,
        List<Command> children) {

    public static final Command SEPARATOR = new Command("-", "", Icon.NONE, "", false, false, List.of());

    public Command {
        children = List.copyOf(children);
    }

    public Command(String id, String label, Icon icon, String key, boolean enabled) {
        this(id, label, icon, key, enabled, false, List.of());
    }

    /** Itself, or what its submenus offer. */
    public Stream<Command> flat() {
        return children.isEmpty() ? Stream.of(this) : children.stream().flatMap(Command::flat);
    }

    public boolean isSeparator() {
        return id.equals(SEPARATOR.id);
    }
}
