// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The screen with its pointer and keyboard: acts as a person does, and sees what is drawn. One thread. */
final class Screen implements AutoCloseable {

    /** Keys that type no letter, by their keysyms. */
    enum Key {
        BACKSPACE(0xff08), ENTER(0xff0d), ESCAPE(0xff1b), END(0xff57), CONTROL(0xffe3);

        private final int symbol;

        Key(int symbol) {
            this.symbol = symbol;
        }
    }

    static final int LEFT = 1;
    static final int MIDDLE = 2;
    static final int WHEEL_UP = 4;
    static final int WHEEL_DOWN = 5;

    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int BUTTON_PRESS = 4;
    private static final int BUTTON_RELEASE = 5;
    private static final int MOTION = 6;
    private static final int ALL_PIXELS = 2;

    private final XConnection x;
    private final int test;
    private final int damaged;
    private final Map<Integer, Integer> keys = new HashMap<>();

    Screen(String display) throws IOException, InterruptedException {
        x = new XConnection(display);
        test = x.extension("XTEST")[0];
        int[] damage = x.extension("DAMAGE");
        damaged = damage[1];
        x.ask(XConnection.request(damage[0], 0, 12).putInt(1).putInt(1));
        // every drawing in any window is told, each time
        x.send(XConnection.request(damage[0], 1, 16).putInt(x.newId()).putInt(x.root()).putInt(0));
        int count = x.lastKey() - x.firstKey() + 1;
        ByteBuffer map = x.ask(XConnection.request(101, 0, 8).put((byte) x.firstKey()).put((byte) count).putShort((short) 0));
        int each = map.get(1);
        for (int i = count - 1; i >= 0; i--) {
            keys.put(map.getInt(32 + 4 * i * each), x.firstKey() + i);
        }
        letGo(Key.CONTROL); // whoever was here before may have been stopped
        release(LEFT);
        release(MIDDLE);
    }

    private void fake(int type, int detail, int toX, int toY) throws IOException {
        x.send(XConnection.request(test, 2, 36).put((byte) type).put((byte) detail).putShort((short) 0).putInt(0).putInt(0)
                .putLong(0).putShort((short) toX).putShort((short) toY));
    }

    void move(int toX, int toY) throws IOException {
        fake(MOTION, 0, toX, toY);
    }

    void press(int button) throws IOException {
        fake(BUTTON_PRESS, button, 0, 0);
    }

    void release(int button) throws IOException {
        fake(BUTTON_RELEASE, button, 0, 0);
    }

    void click(int button) throws IOException {
        press(button);
        release(button);
    }

    void hold(Key key) throws IOException {
        fake(KEY_PRESS, keys.get(key.symbol), 0, 0);
    }

    void letGo(Key key) throws IOException {
        fake(KEY_RELEASE, keys.get(key.symbol), 0, 0);
    }

    void type(Key key) throws IOException {
        hold(key);
        letGo(key);
    }

    /** A small letter of the keyboard's first group. */
    void type(char letter) throws IOException {
        fake(KEY_PRESS, keys.get((int) letter), 0, 0);
        fake(KEY_RELEASE, keys.get((int) letter), 0, 0);
    }

    /** What is on the screen, row by row, 0xRRGGBB. */
    int[] pixels(Area area) throws IOException, InterruptedException {
        ByteBuffer reply = x.ask(XConnection.request(73, ALL_PIXELS, 20).putInt(x.root()).putShort((short) area.x())
                .putShort((short) area.y()).putShort((short) area.width()).putShort((short) area.height()).putInt(-1));
        int[] pixels = new int[area.width() * area.height()];
        reply.position(32).slice().order(reply.order()).asIntBuffer().get(pixels);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return pixels;
    }

    /** The next drawing that is told within a time; null if there is none. */
    Damage damage(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        XConnection.Message event = x.event(nanos);
        while (event != null && (event.bytes().get(0) & 127) != damaged) {
            event = x.event(until - System.nanoTime());
        }
        if (event == null) {
            return null;
        }
        ByteBuffer at = event.bytes();
        return new Damage(event.nanos(), new Area(at.getShort(16), at.getShort(18), Short.toUnsignedInt(at.getShort(20)),
                Short.toUnsignedInt(at.getShort(22))));
    }

    /** Lets a time pass, and forgets what was drawn in it. */
    void pause(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis * 1_000_000; left > 0; left = until - System.nanoTime()) {
            damage(left);
        }
    }

    @Override
    public void close() throws IOException {
        x.close();
    }
}
