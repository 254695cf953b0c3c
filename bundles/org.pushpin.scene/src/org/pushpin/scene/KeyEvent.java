// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.Locale;

/**
 * A key was pressed that types no text, or with a command modifier.
 *
 * @param name {@code Left Right Up Down Home End PageUp PageDown Enter Esc Tab Backspace Delete Insert Space F1 … F12},
 *        or an upper case letter, digit or sign
 */
public record KeyEvent(String name, Modifiers modifiers) {

    /** Reads a chord such as {@code Ctrl+Shift+Left}; Ctrl stands for the platform's command key. */
    public static KeyEvent of(String chord) {
        boolean command = false;
        boolean shift = false;
        boolean alt = false;
        String rest = chord;
        for (int plus = rest.indexOf('+'); plus > 0 && plus < rest.length() - 1; plus = rest.indexOf('+')) {
            switch (rest.substring(0, plus).toLowerCase(Locale.ROOT)) {
                case "ctrl", "cmd" -> command = true;
                case "shift" -> shift = true;
                case "alt" -> alt = true;
                default -> throw new IllegalArgumentException(chord);
            }
            rest = rest.substring(plus + 1);
        }
        return new KeyEvent(rest, new Modifiers(command, shift, alt));
    }

    /** The chord, for instance {@code Ctrl+Shift+Z}. */
    public String chord() {
        return (modifiers.command() ? "Ctrl+" : "") + (modifiers.alt() ? "Alt+" : "")
                + (modifiers.shift() ? "Shift+" : "") + name;
    }
}
