// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;

/**
 * A node of the tree for assistive technology.
 *
 * @param key stable while the thing exists
 * @param name what it is called; {@code value} what it contains, for instance an editor's text
 * @param bounds in points of the stage
 * @param commands that {@link Stage#perform} takes
 */
public record Accessible(String key, Role role, String name, String value, Rect bounds, boolean focused,
        boolean selected, List<Command> commands, List<Accessible> children) {

    public Accessible {
        commands = List.copyOf(commands);
        children = List.copyOf(children);
    }
}
