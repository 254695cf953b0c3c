// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.pushpin.benchmarks.repo.Histogram;
import org.pushpin.benchmarks.repo.OpenProfile;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Sprite;

/**
 * A board as people use it: {@code releng/bench ui [CARDS…]}, without numbers 100, 1,000, 5,000 and 20,000. Each is a
 * profile on SQLite with a document for every card, a tenth of them pictures; while it is used, another writer moves
 * fifty cards a second. An input counts from the event until its frame is painted into an image of 1440 × 800, by
 * Java2D on one core: the native upload and the screen are not in it. "Arrivals" are scenes that come from the render
 * lane, and their frames, on the same thread. All these are processor time of that thread; what is said to last until
 * it is painted, and opening, are time on the clock. Milliseconds at p50, p90, p99, p99.9 and the worst.
 */
public final class BoardBenchmark {

    private static final int INPUTS = 240;
    private static final int KEYS = 60;
    private static final int IN_SIGHT = 1000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final int cards;
    private final Path folder;
    private DocumentUrl board;
    private Parts parts;
    private OpenProfile profile;

    private BoardBenchmark(int cards) throws Exception {
        this.cards = cards;
        folder = Files.createTempDirectory("board-benchmark");
    }

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0 ? new int[] {100, 1_000, 5_000, 20_000}
                : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            new BoardBenchmark(size).run();
        }
        System.exit(0); // the lanes of the product are its own
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private void run() throws Exception {
        try {
            try (OpenProfile made = new OpenProfile(folder.resolve("profile"))) {
                board = new Boards(made.repo(), new Parts(made.repo())).make(cards);
            }
            profile = new OpenProfile(folder.resolve("profile"));
            parts = new Parts(profile.repo());
            say("%n%,d cards%n| what | p50 | p90 | p99 | p99.9 | worst |%n|---|---|---|---|---|---|", cards);
            use();
            sweep();
            say("heap in use %d MiB", used() >> 20);
            profile.close();
        } finally {
            delete();
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void row(String what, Histogram times) {
        say("| %s |%s", what, times.quantiles());
    }

    private Window open() throws Exception {
        long start = System.nanoTime();
        Window window = new Window(parts.stages(), board);
        boolean seen = window.loop(start + PATIENCE, () -> isWhole(window));
        say("| open, cold: first complete paint | %s ms |", seen ? (System.nanoTime() - start) / 1_000_000 : "over 60 000");
        return window;
    }

    private static boolean isWhole(Window window) {
        List<Sprite> sprites = window.stage().frame().sprites();
        return !sprites.isEmpty() && sprites.stream().noneMatch(sprite -> sprite.key().startsWith("block/"));
    }

    private void use() throws Exception {
        DocHandle handle = profile.repo().local(board.id()).orElseThrow();
        List<String> keys = IntStream.range(cards / 2, cards).mapToObj(i -> "card" + i).toList();
        Window window = open();
        try (window; Remote remote = new Remote(handle, parts.type("board"), keys)) {
            window.settle(TimeUnit.SECONDS.toNanos(4));
            gestures(window, "at 100 %");
            typing(window);
            double all = Math.sqrt((double) Window.WIDTH * Window.HEIGHT / (Boards.WIDTH * Boards.HEIGHT * Math.min(cards, IN_SIGHT)));
            window.stage().pinch(0, 0, all);
            window.settle(TimeUnit.SECONDS.toNanos(6));
            gestures(window, String.format(Locale.ROOT, "%,d in sight", Math.min(cards, IN_SIGHT)));
            row("arrivals", window.arrivals());
        }
    }

    private void gestures(Window window, String where) throws InterruptedException {
        Histogram pan = new Histogram();
        for (int i = 0; i < INPUTS; i++) {
            double by = i / 30 % 2 == 0 ? 14 : -14;
            window.input(pan, () -> window.stage().wheel(700, 400, by / 2, by, Modifiers.NONE));
        }
        row("pan, " + where, pan);
        Histogram select = new Histogram();
        for (int i = 0; i < INPUTS; i++) {
            double x = 60 + i * 37 % 1300;
            double y = 30 + i * 53 % 700;
            window.input(select, () -> window.pointer(PointerEvent.Kind.DOWN, x, y, 1));
            window.input(select, () -> window.pointer(PointerEvent.Kind.UP, x, y, 1));
        }
        row("select, " + where, select);
        drag(window, where);
    }

    private void drag(Window window, String where) throws InterruptedException {
        Histogram drag = new Histogram();
        window.key("Esc");
        Rect card = text(window);
        window.input(new Histogram(), () -> window.pointer(PointerEvent.Kind.DOWN, card.x() + 2, card.y() + 1, 1));
        for (int i = 0; i < INPUTS; i++) {
            double x = card.x() + 400 * Math.sin(i / 40.0);
            double y = card.y() + i;
            window.input(drag, () -> window.pointer(PointerEvent.Kind.MOVE, x, y, 0));
        }
        window.input(drag, () -> window.pointer(PointerEvent.Kind.UP, card.x() + 300, card.y(), 0));
        row("drag, " + where, drag);
        window.key("Ctrl+Z");
    }

    private void typing(Window window) throws InterruptedException {
        window.key("Esc");
        Rect card = text(window);
        for (int clicks = 1; clicks <= 2; clicks++) {
            int count = clicks;
            window.input(new Histogram(), () -> window.pointer(PointerEvent.Kind.DOWN, card.x() + 9, card.y() + 9, count));
            window.input(new Histogram(), () -> window.pointer(PointerEvent.Kind.UP, card.x() + 9, card.y() + 9, count));
        }
        window.loop(System.nanoTime() + PATIENCE / 60, () -> false);
        if (!window.stage().editing()) {
            say("| typing | nothing there to type into |");
            return;
        }
        Histogram typing = new Histogram();
        Histogram seen = new Histogram();
        for (int i = 0; i < KEYS; i++) {
            List<Sprite> before = window.stage().frame().sprites();
            long start = System.nanoTime();
            window.input(typing, () -> window.stage().text("x"), () -> !last(window.stage().frame().sprites()).equals(last(before)));
            seen.add(System.nanoTime() - start);
        }
        row("type a letter", typing);
        row("a letter until it is painted", seen);
        window.key("Esc");
    }

    /** Where the first text in sight is, in points. */
    private static Rect text(Window window) throws InterruptedException {
        window.loop(System.nanoTime() + PATIENCE, () -> found(window).isPresent());
        return found(window).orElseThrow();
    }

    private static Optional<Rect> found(Window window) {
        Rect sight = new Rect(0, 0, Window.WIDTH / 2.0, Window.HEIGHT / 2.0);
        return window.stage().accessible().children().stream().filter(card -> sight.contains(card.bounds()))
                .flatMap(card -> card.children().stream()).filter(part -> !part.value().isEmpty())
                .map(Accessible::bounds).findFirst();
    }

    /** The card whose text is edited lies uppermost. */
    private static Sprite last(List<Sprite> sprites) {
        return sprites.get(sprites.size() - 1);
    }

    /** From 5 % to 800 % and back in eighths of an octave, with nothing in any cache. */
    private void sweep() throws Exception {
        Histogram sweep = new Histogram();
        parts = new Parts(profile.repo());
        try (Window window = open()) {
            window.stage().pinch(700, 400, 0.001);
            int steps = (int) Math.ceil(8 * Math.log(160) / Math.log(2));
            for (int i = 0; i < 2 * steps; i++) {
                double factor = Math.pow(2, i < steps ? 0.125 : -0.125);
                window.input(sweep, () -> window.stage().pinch(700, 400, factor));
            }
            row("zoom sweep", sweep);
            row("zoom sweep, arrivals", window.arrivals());
        }
    }

    private void delete() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
