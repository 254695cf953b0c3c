// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/**
 * Hands on mouse and keyboard. What a person does goes to the display's own queue: it has an effect only while the caller
 * handles events, so wait for that effect ({@link Window#await}). Ui thread; points of the control.
 */
final class Person {

    private static final int STEPS = 8;
    private static final int MOST_TRIES = 5;
    private static final int NOTCH_UP = 4;
    private static final int NOTCH_DOWN = 5;
    private static final int CONTROL = 0xFFE3;
    private static final int SHIFT = 0xFFE1;
    private static final Map<String, Integer> KEYS = Map.ofEntries(Map.entry("Ctrl", CONTROL), Map.entry("Shift", SHIFT),
            Map.entry("Alt", 0xFFE9), Map.entry("Enter", 0xFF0D), Map.entry("Esc", 0xFF1B), Map.entry("Tab", 0xFF09),
            Map.entry("Backspace", 0xFF08), Map.entry("Delete", 0xFFFF), Map.entry("Left", 0xFF51),
            Map.entry("Up", 0xFF52), Map.entry("Right", 0xFF53), Map.entry("Down", 0xFF54), Map.entry("Home", 0xFF50),
            Map.entry("End", 0xFF57), Map.entry("PageUp", 0xFF55), Map.entry("PageDown", 0xFF56),
            Map.entry("Space", 0x20), Map.entry("F2", 0xFFBF));

    private final XTest input = new XTest();
    private final Control on;

    Person(Control on) {
        this.on = on;
    }

    void click(Point at, String... held) {
        click(at, 1, held);
    }

    /**
     * Twice in the time that makes two clicks one, and again where a loaded machine took longer. Not before an earlier
     * click, of another test perhaps, is too long ago to make three of it.
     */
    void doubleClick(Point at) {
        int[] clicks = new int[1];
        for (int tries = 0; tries < MOST_TRIES && clicks[0] != 2; tries++) {
            boolean[] passed = new boolean[1];
            on.getDisplay().timerExec(on.getDisplay().getDoubleClickTime(), () -> passed[0] = true);
            new Window().await("the time of a double click", () -> passed[0]);
            move(at);
            clicks[0] = clickSeen();
            clicks[0] = clickSeen();
        }
    }

    /**
     * Clicks, and waits until the control has been told: a window manager holds the pointer until it knows whether a
     * press is its own, and a press that comes meanwhile, sooner than any hand can, is lost.
     *
     * @return which click in a row the toolkit took it for
     */
    private int clickSeen() {
        int[] told = new int[2];
        Listener listener = event -> {
            told[0] = event.type == SWT.MouseDown ? event.count : told[0];
            told[1] = event.type;
        };
        Display display = on.getDisplay();
        display.addFilter(SWT.MouseDown, listener); // a control that is closed by the click cannot tell
        display.addFilter(SWT.MouseUp, listener);
        try {
            input.button(1, true);
            new Window().await("the press", () -> told[1] == SWT.MouseDown);
            input.button(1, false);
            new Window().await("the release", () -> told[1] == SWT.MouseUp);
            return told[0];
        } finally {
            display.removeFilter(SWT.MouseDown, listener);
            display.removeFilter(SWT.MouseUp, listener);
        }
    }

    void rightClick(Point at) {
        click(at, 3);
    }

    private void click(Point at, int button, String... held) {
        move(at);
        hold(held);
        input.button(button, true);
        input.button(button, false);
        release(held);
    }

    void drag(Point from, Point to, String... held) {
        drag(1, from, to, held);
    }

    /** With the middle button. */
    void dragMiddle(Point from, Point to) {
        drag(2, from, to);
    }

    private void drag(int button, Point from, Point to, String... held) {
        move(from);
        hold(held);
        input.button(button, true);
        try {
            for (int step = 1; step <= STEPS; step++) {
                moveSeen(new Point(from.x + (to.x - from.x) * step / STEPS, from.y + (to.y - from.y) * step / STEPS));
            }
        } finally {
            input.button(button, false);
            release(held);
        }
    }

    /** Moves, and waits until the control has been told: the toolkit leaves out moves that follow each other too soon. */
    void moveSeen(Point to) {
        boolean[] seen = new boolean[1];
        Listener listener = event -> seen[0] |= event.x == to.x && event.y == to.y;
        on.addListener(SWT.MouseMove, listener);
        move(to);
        new Window().await("the pointer at " + to, () -> seen[0]);
        on.removeListener(SWT.MouseMove, listener);
    }

    /** Presses the left button, for a drag in several parts. */
    void take(Point at) {
        move(at);
        input.button(1, true);
    }

    void letGo() {
        input.button(1, false);
    }

    /** @param notches down is positive */
    void wheel(Point at, int notches, String... held) {
        move(at);
        hold(held);
        for (int i = 0; i < Math.abs(notches); i++) {
            input.button(notches < 0 ? NOTCH_UP : NOTCH_DOWN, true);
            input.button(notches < 0 ? NOTCH_UP : NOTCH_DOWN, false);
        }
        release(held);
        moveSeen(new Point(at.x + 1, at.y)); // none of it is left for the next board
    }

    void move(Point at) {
        Point screen = on.toDisplay(at);
        int zoom = on.getMonitor().getZoom();
        input.move(screen.x * zoom / 100, screen.y * zoom / 100);
    }

    /** Types text; what the keyboard has no key for is entered by its number, through the input method. */
    void type(String text) {
        text.codePoints().forEach(character -> {
            if (character == '\n') {
                press("Enter");
            } else if (character < Character.MAX_VALUE && input.has((char) character)) {
                input.type((char) character);
            } else {
                compose(Integer.toHexString(character));
                press("Enter");
            }
        });
    }

    /** Begins to enter a character by its number, and leaves it composed: {@code Ctrl+Shift+U}, then the digits. */
    void compose(String digits) {
        press("Ctrl+Shift+U");
        digits.chars().forEach(digit -> input.type((char) digit));
    }

    /** @param chord as {@code Ctrl+Shift+Z}, or the name of one key */
    void press(String chord) {
        List<String> keys = new ArrayList<>(List.of(chord.split("\\+(?!$)")));
        String last = keys.removeLast();
        hold(keys.toArray(String[]::new));
        int key = KEYS.containsKey(last) ? KEYS.get(last) : last.toLowerCase(Locale.ROOT).charAt(0);
        input.key(key, true);
        input.key(key, false);
        release(keys.toArray(String[]::new));
    }

    void hold(String... keys) {
        for (String key : keys) {
            input.key(KEYS.get(key), true);
        }
    }

    void release(String... keys) {
        for (String key : List.of(keys).reversed()) {
            input.key(KEYS.get(key), false);
        }
    }
}
