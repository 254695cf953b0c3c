// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Hands on mouse and keyboard: the events that the platform delivers to a control when a person acts. Ui thread. */
final class Person {

    private static final int STEPS = 8;

    private final Control on;

    Person(Control on) {
        this.on = on;
    }

    void click(int x, int y) {
        press(x, y, 1);
        release(x, y);
    }

    void doubleClick(int x, int y) {
        click(x, y);
        press(x, y, 2);
        release(x, y);
    }

    void drag(Point from, Point to) {
        move(from.x, from.y, 0);
        press(from.x, from.y, 1);
        for (int step = 1; step <= STEPS; step++) {
            move(from.x + (to.x - from.x) * step / STEPS, from.y + (to.y - from.y) * step / STEPS, SWT.BUTTON1);
        }
        release(to.x, to.y);
    }

    void type(String text) {
        text.chars().forEach(character -> key(character == '\n' ? SWT.CR : Character.toLowerCase(character),
                (char) character, 0));
    }

    /** @param key a key code of {@link SWT}, or a small letter; {@code modifiers} of SWT too */
    void press(int key, int modifiers) {
        key(key, key < 128 ? (char) key : 0, modifiers);
    }

    private void key(int code, char character, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = modifiers;
        event.doit = true;
        on.notifyListeners(SWT.KeyDown, event);
        on.notifyListeners(SWT.KeyUp, event);
    }

    private void move(int x, int y, int mask) {
        on.notifyListeners(SWT.MouseMove, mouse(x, y, 0, 0, mask));
    }

    private void press(int x, int y, int count) {
        on.notifyListeners(SWT.MouseDown, mouse(x, y, 1, count, 0));
    }

    private void release(int x, int y) {
        on.notifyListeners(SWT.MouseUp, mouse(x, y, 1, 1, SWT.BUTTON1));
    }

    private static Event mouse(int x, int y, int button, int count, int mask) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = button;
        event.count = count;
        event.stateMask = mask;
        return event;
    }
}
