// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/**
 * Menu entry, key, palette line and accessible action in one.
 *
 * @param id stable, unique within its view, for instance {@code vote/3}
 * @param label in the reader's language
 * @param group label of the submenu that it belongs to; empty: none
 * @param key {@code Ctrl+B}, in the form {@code [Ctrl+][Alt+][Shift+]key}; Ctrl is the platform's main modifier; may be empty
 * @param enabled whether it can be done now
 * @param checked whether what it stands for is on
 */
public record Action(String id, String label, Icon icon, String group, String key, boolean enabled, boolean checked,
        Intent intent) {

    public Action(String id, String label, Icon icon, Intent intent) {
        this(id, label, icon, "", "", true, false, intent);
    }

    public Action group(String to) {
        return new Action(id, label, icon, to, key, enabled, checked, intent);
    }

    public Action key(String to) {
        return new Action(id, label, icon, group, to, enabled, checked, intent);
    }

    public Action enabled(boolean to) {
        return new Action(id, label, icon, group, key, to, checked, intent);
    }

    public Action checked(boolean to) {
        return new Action(id, label, icon, group, key, enabled, to, intent);
    }
}
