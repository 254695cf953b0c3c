// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Modifiers;

/** Names SWT's keys as the scene knows them. */
final class StageKeys {

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(SWT.ARROW_LEFT, "Left"),
            Map.entry(SWT.ARROW_RIGHT, "Right"), Map.entry(SWT.ARROW_UP, "Up"), Map.entry(SWT.ARROW_DOWN, "Down"),
            Map.entry(SWT.HOME, "Home"), Map.entry(SWT.END, "End"), Map.entry(SWT.PAGE_UP, "PageUp"),
            Map.entry(SWT.PAGE_DOWN, "PageDown"), Map.entry((int) SWT.CR, "Enter"),
            Map.entry(SWT.KEYPAD_CR, "Enter"), Map.entry((int) SWT.ESC, "Esc"), Map.entry((int) SWT.TAB, "Tab"),
            Map.entry((int) SWT.BS, "Backspace"), Map.entry((int) SWT.DEL, "Delete"), Map.entry(SWT.INSERT, "Insert"),
            Map.entry(SWT.KEYPAD_ADD, "+"), Map.entry(SWT.KEYPAD_SUBTRACT, "-"), Map.entry(SWT.KEYPAD_0, "0"));

    private StageKeys() {
    }

    static Modifiers modifiers(int stateMask) {
        return new Modifiers((stateMask & SWT.MOD1) != 0, (stateMask & SWT.SHIFT) != 0, (stateMask & SWT.ALT) != 0);
    }

    /** The text that a key types, empty if it is a command. */
    static String typed(Event event) {
        boolean command = (event.stateMask & (SWT.MOD1 | SWT.ALT)) != 0 && (event.stateMask & SWT.MOD1) != 0
                || (event.stateMask & SWT.ALT) != 0 && event.character < 0x80;
        boolean printable = event.character >= ' ' && event.character != SWT.DEL;
        return printable && !command ? String.valueOf(event.character) : "";
    }

    /** The key as a command; null for one that has no name, such as Shift alone. */
    static KeyEvent named(Event event) {
        Modifiers modifiers = modifiers(event.stateMask);
        String name = NAMES.get(event.keyCode);
        if (name == null && event.keyCode >= SWT.F1 && event.keyCode <= SWT.F12) {
            name = "F" + (event.keyCode - SWT.F1 + 1);
        }
        if (name == null && event.keyCode == ' ') {
            name = "Space";
        }
        if (name == null && (event.keyCode & SWT.KEYCODE_BIT) == 0 && event.keyCode > ' ') {
            name = String.valueOf(Character.toUpperCase((char) event.keyCode));
        }
        return name == null ? null : new KeyEvent(name, modifiers);
    }
}
