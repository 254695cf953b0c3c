// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * What a person does on a board, and how soon it is seen. Places are found by the marker card; others move cards elsewhere meanwhile.
 * One thread.
 */
final class Gestures {

    static final int WIDTH = 1440;
    static final int HEIGHT = 900;
    /** Of a mouse: 125 moves a second. */
    private static final long MOUSE_NANOS = 8_000_000;
    private static final long KEYS_NANOS = 33_000_000;
    private static final long FRAME_NANOS = 16_000_000;
    private static final int LETTERS = 10;
    private static final int STEPS = 60;
    private static final int STEP = 4;
    /** Nearer than this to the end of zooming, the last notch may do nothing. */
    private static final double LEAST = 0.062;
    /** This far into the marker, both ways, the pointer is when it zooms. */
    private static final int FIXED = 8;
    /** Beyond what a press must move to become a drag. */
    private static final int START = 12;

    private final Screen screen;
    private final Optional<Screen.Key> free;
    private final Map<String, Times> results = new LinkedHashMap<>();
    private final Random random = new Random(3);
    private final int left;
    private final int top;

    /** @param marker where the marker card's picture is, as {@link #marker} finds it */
    Gestures(Screen screen, Area marker, Optional<Screen.Key> free) {
        this.screen = screen;
        this.free = free;
        left = marker.x();
        top = marker.y();
    }

    Map<String, Times> results() {
        return results;
    }

    private Times times(String what) {
        return results.computeIfAbsent(what, name -> new Times());
    }

    /** Where the marker is, whole and at 100 %; empty if it is not to be seen. */
    static Optional<Area> marker(Screen screen) throws IOException, InterruptedException {
        Area all = new Area(0, 0, WIDTH, HEIGHT);
        OptionalInt from = Sight.markerLeft(all).look(screen);
        OptionalInt to = Sight.markerRight(all).look(screen);
        if (from.isEmpty() || Math.abs(to.getAsInt() - from.getAsInt() + 1 - Cards.CARD_WIDTH) > 4) {
            return Optional.empty();
        }
        int x = from.getAsInt() + Cards.CARD_WIDTH / 2;
        for (int y = 0; y < HEIGHT; y++) {
            if (Sight.markerLeft(new Area(x, y, 1, 1)).look(screen).isPresent()) {
                return Optional.of(new Area(from.getAsInt(), y, Cards.CARD_WIDTH, 1));
            }
        }
        return Optional.empty();
    }

    /** Into the note below the marker: by so many times ten letters, and twice as many fast ones. */
    void typing(int times) throws IOException, InterruptedException {
        int y = top + Cards.HEIGHT + 20;
        screen.move(left + 24, y);
        screen.pause(300);
        screen.click(Screen.LEFT);
        screen.pause(60);
        screen.click(Screen.LEFT);
        screen.pause(1000);
        screen.type(Screen.Key.END);
        screen.pause(300);
        Sight line = Sight.change(screen, new Area(left - 2, top + Cards.HEIGHT, Cards.CARD_WIDTH, 70));
        screen.type('m');
        screen.pause(700);
        int first = line.look(screen).orElse(left);
        letters(LETTERS - 1);
        double letter = (line.look(screen).orElse(left) - first) / (LETTERS - 1.0);
        erase(LETTERS);
        for (int i = 0; i < times; i++) {
            isolated(line, first, letter);
            erase(LETTERS);
        }
        for (int i = 0; i < 2 * times; i++) {
            new Motion(screen, line, times("typing, 30 letters a second")).run(LETTERS, KEYS_NANOS, number -> screen.type('m'),
                    read -> 1 + (read - first) / letter);
            screen.pause(300);
            erase(LETTERS);
        }
        rest();
    }

    private void isolated(Sight line, int first, double letter) throws IOException, InterruptedException {
        for (int i = 0; i < LETTERS; i++) {
            int before = i;
            screen.pause(300 + random.nextInt(150));
            new Motion(screen, line, times("a keystroke by itself")).run(1, 0, number -> screen.type('m'),
                    read -> 1 + (read - first) / letter - before);
        }
    }

    private void letters(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            screen.type('m');
            screen.pause(60);
        }
        screen.pause(600);
    }

    private void erase(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            screen.type(Screen.Key.BACKSPACE);
            screen.pause(20);
        }
        screen.pause(400);
    }

    /** Nothing is edited or selected. */
    private void rest() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            screen.type(Screen.Key.ESCAPE);
            screen.pause(100);
        }
    }

    /** A click on a card until its selection shows. */
    void select() throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            int y = top + i % 2 * Cards.HEIGHT;
            screen.move(left + Cards.WIDTH + 12, y + 12);
            screen.pause(250 + random.nextInt(50));
            Sight edge = Sight.change(screen, new Area(left + Cards.WIDTH - 8, y - 8, Cards.CARD_WIDTH + 16, 16));
            new Motion(screen, edge, times("click to select")).run(1, 0, number -> screen.click(Screen.LEFT), read -> 1);
        }
        rest();
    }

    /** Of the marker card, to the right and back. @param zoom how large it is drawn */
    void drag(String where, double zoom, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            int direction = i % 2 == 0 ? 1 : -1;
            int x = left + middle(zoom, Cards.CARD_WIDTH / 2) + (direction > 0 ? 0 : START + STEPS * STEP);
            int y = top + middle(zoom, Cards.MARKER_HEIGHT / 2);
            screen.move(x, y);
            screen.pause(200);
            screen.press(Screen.LEFT);
            screen.pause(30);
            hold();
            follow(times("drag a card" + where), x, y, direction, 0);
            screen.release(Screen.LEFT);
            screen.pause(30);
            letGo();
            screen.pause(100);
            rest(); // what is selected has handles, and far away they are everywhere
        }
    }

    /** Where a place on the marker is, from where its corner was at 100 %. */
    private static int middle(double zoom, int at) {
        return (int) (FIXED + zoom * (at - FIXED));
    }

    private void hold() throws IOException {
        if (free.isPresent()) {
            screen.hold(free.get());
        }
    }

    private void letGo() throws IOException {
        if (free.isPresent()) {
            screen.letGo(free.get());
        }
    }

    /** The marker's left edge goes with the pointer. */
    private void follow(Times times, int x, int y, int direction, int down) throws IOException, InterruptedException {
        for (int i = 1; i <= START; i++) {
            screen.move(x + i * direction, y);
            screen.pause(8);
        }
        screen.pause(300);
        Sight edge = Sight.markerLeft(new Area(0, y, WIDTH, 1));
        int from = edge.look(screen).orElse(x);
        new Motion(screen, edge, times).run(STEPS, MOUSE_NANOS, number -> screen.move(x + direction * (START + STEP * (number + 1)),
                y + down * (number + 1) / 2), read -> (double) direction * (read - from) / STEP);
        screen.pause(100);
    }

    /** The board itself, with the middle button. */
    void pan(String where, double zoom, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            int direction = i % 2 == 0 ? 1 : -1;
            int x = left + 400 + (direction > 0 ? 0 : START + STEPS * STEP);
            int y = top + middle(zoom, Cards.MARKER_HEIGHT / 2);
            screen.move(x, y);
            screen.pause(200);
            screen.press(Screen.MIDDLE);
            screen.pause(30);
            follow(times("pan" + where), x, y, direction, 0);
            screen.release(Screen.MIDDLE);
            screen.pause(300);
        }
        rest();
    }

    /** From above the first row, to the right and down over the cards. */
    void marquee(String where, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            int x = left - 30;
            int y = top - 40;
            screen.move(x, y);
            screen.pause(200);
            Sight edge = Sight.change(screen, new Area(0, top - 24, WIDTH, 4));
            screen.press(Screen.LEFT);
            screen.pause(30);
            for (int step = 1; step <= START; step++) {
                screen.move(x + step, y + 2 * step);
                screen.pause(8);
            }
            screen.pause(100);
            int from = x + START;
            new Motion(screen, edge, times("marquee" + where)).run(90, MOUSE_NANOS,
                    number -> screen.move(from + 9 * (number + 1), y + 2 * START + 4 * (number + 1)), read -> (read + 1.0 - from) / 9);
            screen.release(Screen.LEFT);
            screen.pause(300);
            rest();
        }
    }

    /** Out as far as it goes and in until the marker is four times as large; each notch when the one before is seen. */
    void sweep(String what) throws IOException, InterruptedException {
        screen.move(left + FIXED, top + FIXED);
        screen.pause(300);
        zoomTo(times(what), Screen.WHEEL_DOWN, 0);
        zoomTo(times(what), Screen.WHEEL_UP, 4);
        zoomTo(times(what), Screen.WHEEL_DOWN, 1);
        screen.pause(2000);
    }

    /** @return how large the marker is drawn now, on both axes */
    double zoomOut(double to) throws IOException, InterruptedException {
        screen.move(left + FIXED, top + FIXED);
        screen.pause(300);
        zoomTo(new Times(), Screen.WHEEL_DOWN, to);
        screen.pause(4000);
        return zoom();
    }

    private double zoom() throws IOException, InterruptedException {
        Area row = new Area(0, top + 10, WIDTH, 1);
        OptionalInt from = Sight.markerLeft(row).look(screen);
        OptionalInt to = Sight.markerRight(row).look(screen);
        return from.isEmpty() ? 0 : (to.getAsInt() - from.getAsInt() + 1.0) / Cards.CARD_WIDTH;
    }

    private void zoomTo(Times times, int wheel, double zoom) throws IOException, InterruptedException {
        Sight edge = Sight.markerRight(new Area(0, top + 10, WIDTH, 1));
        int direction = wheel == Screen.WHEEL_UP ? 1 : -1;
        screen.hold(Screen.Key.CONTROL);
        screen.pause(50);
        long start = System.nanoTime();
        int frames = 0;
        for (int notch = 0; notch < 100; notch++) {
            int from = edge.look(screen).orElse(left + FIXED);
            double now = (from - left - FIXED) / (double) (Cards.CARD_WIDTH - FIXED);
            if (direction > 0 ? now >= zoom : now <= Math.max(zoom, LEAST - 0.01)) {
                break;
            }
            long given = System.nanoTime();
            Times one = new Times();
            int seen = new Motion(screen, edge, one).run(1, 0, number -> screen.click(wheel), read -> direction * (read - from));
            if (seen == 0 && now < LEAST) {
                break;
            }
            times.add(one);
            frames++;
            screen.pause(Math.max(1, (given + FRAME_NANOS - System.nanoTime()) / 1_000_000));
        }
        times.frames(frames, System.nanoTime() - start);
        screen.letGo(Screen.Key.CONTROL);
        screen.pause(300);
    }
}
