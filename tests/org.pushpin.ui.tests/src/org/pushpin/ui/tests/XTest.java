// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * Mouse and keyboard of an X display, by its XTEST extension: what it sends takes the way of what a device sends, through
 * the server, the window manager's focus, the toolkit's queue and its input method.
 */
final class XTest {

    private static final int SHIFT = 0xFFE1;
    /** Levels of a key: plain, and with Shift. */
    private static final int LEVELS = 2;

    private final NativeLibrary x11 = NativeLibrary.getInstance("libX11.so.6");
    private final NativeLibrary xtst = NativeLibrary.getInstance("libXtst.so.6");
    private final Pointer display = x11.getFunction("XOpenDisplay").invokePointer(new Object[] {null});

    XTest() {
        if (display == null) {
            throw new AssertionError("there is no X display");
        }
    }

    /** @param x in pixels of the screen */
    void move(int x, int y) {
        fake("XTestFakeMotionEvent", display, -1, x, y, new NativeLong(0));
    }

    /** @param number 1 left, 2 middle, 3 right, 4 to 7 a wheel's notch up, down, left, right */
    void button(int number, boolean down) {
        fake("XTestFakeButtonEvent", display, number, down ? 1 : 0, new NativeLong(0));
    }

    /** @param keysym of X11/keysymdef.h */
    void key(int keysym, boolean down) {
        fake("XTestFakeKeyEvent", display, code(keysym), down ? 1 : 0, new NativeLong(0));
    }

    /** Types a character that is on the keyboard. */
    void type(char character) {
        boolean shifted = symbol(code(character), 1) == character && symbol(code(character), 0) != character;
        if (shifted) {
            key(SHIFT, true);
        }
        key(character, true);
        key(character, false);
        if (shifted) {
            key(SHIFT, false);
        }
    }

    boolean has(char character) {
        int code = character < 0x80 ? keycode(character) : 0;
        for (int level = 0; code != 0 && level < LEVELS; level++) {
            if (symbol(code, level) == character) {
                return true;
            }
        }
        return false;
    }

    private int code(int keysym) {
        int code = keycode(keysym);
        if (code == 0) {
            throw new AssertionError("the keyboard has no " + Integer.toHexString(keysym));
        }
        return code;
    }

    private int keycode(int keysym) {
        return x11.getFunction("XKeysymToKeycode").invokeInt(new Object[] {display, new NativeLong(keysym)}) & 0xFF;
    }

    private long symbol(int code, int level) {
        Object found = x11.getFunction("XkbKeycodeToKeysym").invoke(NativeLong.class,
                new Object[] {display, (byte) code, 0, level});
        return ((NativeLong) found).longValue();
    }

    private void fake(String function, Object... arguments) {
        xtst.getFunction(function).invokeInt(arguments);
        x11.getFunction("XSync").invokeInt(new Object[] {display, 0});
    }
}
