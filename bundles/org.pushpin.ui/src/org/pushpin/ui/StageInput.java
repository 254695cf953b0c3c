// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Stage;

/** Brings a canvas's mouse, wheel and key events to its stage. Ui thread. */
final class StageInput {

    /** How far one notch of a wheel scrolls, in points. */
    private static final double NOTCH = 48;

    private final StageCanvas canvas;
    private final Stage stage;
    private char high;
    private double pinched = 1;

    StageInput(StageCanvas canvas, Stage stage) {
        this.canvas = canvas;
        this.stage = stage;
        on(SWT.MouseDown, this::down);
        on(SWT.MouseUp, event -> pointer(PointerEvent.Kind.UP, event, 0));
        on(SWT.MouseMove, event -> pointer(PointerEvent.Kind.MOVE, event, 0));
        on(SWT.MouseExit, event -> pointer(PointerEvent.Kind.EXIT, event, 0));
        on(SWT.MouseVerticalWheel, event -> wheel(event, 0, -notches(event)));
        on(SWT.MouseHorizontalWheel, event -> wheel(event, -notches(event), 0));
        on(SWT.Gesture, this::gesture);
        on(SWT.KeyDown, this::key);
        on(SWT.KeyUp, this::released);
        on(SWT.FocusIn, event -> stage.focus(true));
        on(SWT.FocusOut, event -> stage.focus(false));
        canvas.addListener(SWT.Traverse, event -> event.doit = false);
        canvas.addListener(SWT.MenuDetect, this::menu);
    }

    private void on(int type, Listener listener) {
        canvas.addListener(type, event -> canvas.then(() -> listener.handleEvent(event)));
    }

    private void down(Event event) {
        canvas.setFocus();
        if (event.button != 3) {
            pointer(PointerEvent.Kind.DOWN, event, Math.max(1, event.count));
        }
    }

    private void pointer(PointerEvent.Kind kind, Event event, int clicks) {
        if (kind == PointerEvent.Kind.UP && event.button == 3) {
            return;
        }
        stage.pointer(new PointerEvent(kind, event.x, event.y, button(event), clicks,
                StageKeys.modifiers(event.stateMask)));
    }

    private static PointerEvent.Button button(Event event) {
        return switch (event.button) {
            case 1 -> PointerEvent.Button.LEFT;
            case 2 -> PointerEvent.Button.MIDDLE;
            case 3 -> PointerEvent.Button.RIGHT;
            default -> PointerEvent.Button.NONE;
        };
    }

    private static double notches(Event event) {
        return event.count / 3.0;
    }

    private void wheel(Event event, double notchesX, double notchesY) {
        boolean sideways = (event.stateMask & SWT.SHIFT) != 0;
        stage.wheel(event.x, event.y, (sideways ? notchesY : notchesX) * NOTCH, (sideways ? 0 : notchesY) * NOTCH,
                StageKeys.modifiers(event.stateMask));
        event.doit = false;
    }

    /** A pinch on a touchpad or a touch screen; the platform tells its size since it began. */
    private void gesture(Event event) {
        if (event.detail == SWT.GESTURE_BEGIN) {
            pinched = 1;
        } else if (event.detail == SWT.GESTURE_MAGNIFY && event.magnification > 0) {
            stage.pinch(event.x, event.y, event.magnification / pinched);
            pinched = event.magnification;
        }
    }

    private void released(Event event) {
        KeyEvent key = StageKeys.named(event);
        if (key != null) {
            stage.released(key);
        }
    }

    private void key(Event event) {
        String typed = whole(StageKeys.typed(event));
        if (stage.editing() && !typed.isEmpty()) {
            stage.text(typed);
            event.doit = false;
            return;
        }
        KeyEvent key = StageKeys.named(event);
        if (key != null && stage.key(key)) {
            event.doit = false;
        } else if (key != null && "F10".equals(key.name()) && key.modifiers().shift()) {
            canvas.showMenu(null);
        }
    }

    /** The platform delivers a character outside the basic plane in two events: its first half waits for the second. */
    private String whole(String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        char character = typed.charAt(0);
        String whole = Character.isSurrogate(character)
                ? Character.isSurrogatePair(high, character) ? "" + high + character : "" : typed;
        high = Character.isHighSurrogate(character) ? character : 0;
        return whole;
    }

    private void menu(Event event) {
        event.doit = false;
        boolean byKeyboard = event.detail == SWT.MENU_KEYBOARD;
        canvas.showMenu(byKeyboard ? null : canvas.toControl(event.x, event.y));
    }
}
