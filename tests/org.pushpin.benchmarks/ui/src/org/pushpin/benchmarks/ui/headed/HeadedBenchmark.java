// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The desktop beside a whiteboard in a browser, on the display that DISPLAY names: {@code HeadedBenchmark DESKTOP SITE [CARDS…]}. Each
 * is a window of 1440 × 900; the same cards, the same gestures, by turns. Without a folder for the site the desktop stands alone.
 */
final class HeadedBenchmark {

    private static final long PATIENCE_NANOS = 240_000_000_000L;
    private static final int IN_SIGHT = 1000;

    /** Starts a program. */
    private interface Start {
        Program start(Path work) throws Exception;
    }

    private final Screen screen;
    private final Map<String, Map<String, Times>> rows = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private HeadedBenchmark(Screen screen) {
        this.screen = screen;
    }

    public static void main(String[] arguments) throws Exception {
        Path desktop = Path.of(arguments[0]);
        Optional<Path> site = arguments[1].isEmpty() ? Optional.empty() : Optional.of(Path.of(arguments[1]));
        List<Integer> sizes = Stream.of(arguments).skip(2).map(Integer::valueOf).toList();
        try (Screen screen = new Screen(System.getenv("DISPLAY"))) {
            HeadedBenchmark benchmark = new HeadedBenchmark(screen);
            benchmark.bare(site);
            for (int cards : sizes.isEmpty() ? List.of(100, 1_000, 5_000, 20_000) : sizes) {
                benchmark.board("PushPin", cards, work -> new Desktop(desktop, work, cards));
                if (site.isPresent()) {
                    site(site.get(), cards);
                    benchmark.board("tldraw", cards, work -> new Browser(site.get(), "index.html", work));
                }
            }
            benchmark.print();
        }
        System.exit(0);
    }

    /** What the page asks for. */
    private static void site(Path site, int cards) throws IOException {
        Files.writeString(site.resolve("board.json"), new Cards(cards).json());
        for (int i = 0; i < Cards.PICTURES; i++) {
            Files.write(site.resolve("picture" + i + ".jpg"), Pictures.picture(i));
        }
        Files.write(site.resolve("marker.png"), Pictures.marker());
    }

    private void bare(Optional<Path> site) throws Exception {
        with("bare SWT window", 0, Bare::new, (program, gestures) -> bare(gestures));
        if (site.isPresent()) {
            with("bare page", 0, work -> new Browser(site.get(), "bare.html", work), (program, gestures) -> bare(gestures));
        }
    }

    private static void bare(Gestures gestures) throws IOException, InterruptedException {
        gestures.typing(3);
        gestures.drag("", 1, 8);
    }

    private void board(String name, int cards, Start start) throws Exception {
        with(name, cards, start, (program, gestures) -> {
            long before = program.memory();
            warmUp(gestures);
            gestures.typing(3);
            gestures.select();
            gestures.drag("", 1, 8);
            gestures.pan("", 1, 8);
            gestures.marquee("", 6);
            gestures.sweep("zoom sweep, cold");
            gestures.sweep("zoom sweep, warm");
            if (cards == IN_SIGHT) {
                double zoom = gestures.zoomOut(0.1);
                gestures.drag(", 1,000 in sight", zoom, 4);
                gestures.pan(", 1,000 in sight", zoom, 4);
            }
            note("%s, %,d cards: %d MiB when all was seen, %d MiB after the gestures", name, cards, before >> 20, program.memory() >> 20);
        });
    }

    /** Both compile what they run while it runs: the first of its work is not counted. */
    private static void warmUp(Gestures gestures) throws IOException, InterruptedException {
        gestures.pan("", 1, 4);
        gestures.drag("", 1, 4);
        gestures.marquee("", 2);
        gestures.typing(1);
        gestures.results().clear();
    }

    /** What is done with a program. */
    private interface Use {
        void use(Program program, Gestures gestures) throws Exception;
    }

    private void with(String name, int cards, Start start, Use use) throws Exception {
        Path work = Files.createTempDirectory("headed-benchmark");
        long begun = System.nanoTime();
        try (Program program = start.start(work)) {
            Optional<Area> marker = Optional.empty();
            while (marker.isEmpty() && System.nanoTime() - begun < PATIENCE_NANOS) {
                screen.pause(200);
                marker = Gestures.marker(screen);
            }
            if (marker.isEmpty()) {
                note("%s, %,d cards: the board did not come", name, cards);
                return;
            }
            screen.pause(8_000);
            Gestures gestures = new Gestures(screen, marker.get(), program.free());
            try {
                use.use(program, gestures);
            } finally {
                gestures.results().forEach((what, times) -> keep(cards, what, name, times));
            }
        } finally {
            delete(work);
        }
    }

    private void keep(int cards, String what, String name, Times times) {
        String row = cards == 0 ? "none | " + what : String.format(Locale.ROOT, "%,d | %s", cards, what);
        System.err.println(row + " | " + name + " | " + times.cells());
        rows.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(name, times);
    }

    private void note(String format, Object... values) {
        notes.add(String.format(Locale.ROOT, format, values));
    }

    private void print() {
        System.out.println("| cards | gesture | program | inputs | p50 | p95 | p99 | worst | pictures a second |");
        System.out.println("| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        rows.forEach((row, programs) -> programs.forEach((name, times) -> System.out.println("| " + row + " | " + name + " | "
                + times.cells() + " |")));
        System.out.println();
        notes.forEach(note -> System.out.println("- " + note));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
