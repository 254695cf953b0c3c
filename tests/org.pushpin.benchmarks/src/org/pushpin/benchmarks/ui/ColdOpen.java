// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.pushpin.benchmarks.repo.Child;
import org.pushpin.benchmarks.repo.OpenProfile;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Sprite;

/**
 * A board that is opened in a fresh process, each time in another: {@code ColdOpen [RUNS [CARDS…]]}, without arguments 7 runs
 * of 50 and of 1,000 cards. Counted from when the stage is asked for, with the profile open: until something is painted, until all
 * that is in sight is painted for the first time (cards, and of pictures at least their place), and until nothing changes any more
 * (pictures sharp). Milliseconds on the clock: median (best to worst). {@code rest} is how long the process did nothing before.
 */
public final class ColdOpen {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(700);
    /** What a window takes to come up while what is warmed up beside it is. */
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(Long.getLong("pushpin.bench.rest", 2500));

    private ColdOpen() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("open")) {
            open(Path.of(arguments[1]), DocumentUrl.parse(arguments[2]));
            System.exit(0); // the lanes of the product are its own
        }
        int runs = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        int[] sizes = arguments.length < 2 ? new int[] {50, 1_000}
                : Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) measure(size, runs);
        System.exit(0);
    }

    private static void measure(int cards, int runs) throws Exception {
        Path folder = Files.createTempDirectory("cold-open");
        try {
            DocumentUrl board;
            try (OpenProfile made = new OpenProfile(folder.resolve("profile"))) {
                board = new Boards(made.repo(), new Parts(made.repo())).make(cards);
            }
            Map<String, List<Long>> all = new TreeMap<>();
            for (int i = 0; i < runs; i++) {
                Child.ask(ColdOpen.class, List.of("open", folder.resolve("profile").toString(), board.toString()))
                        .forEach((name, micros) -> all.computeIfAbsent(name, n -> new ArrayList<>()).add(micros));
            }
            System.out.println(String.format(Locale.ROOT, "%n%,d cards, cold, %d processes%n", cards, runs));
            all.forEach((name, times) -> System.out.println("- " + name + ": " + spread(times)));
        } finally {
            delete(folder);
        }
    }

    private static String spread(List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.0f ms (%.0f to %.0f)", sorted.get(sorted.size() / 2) / 1e3, sorted.getFirst() / 1e3,
                sorted.getLast() / 1e3);
    }

    private static void open(Path profile, DocumentUrl board) throws Exception {
        OpenProfile opened = new OpenProfile(profile);
        Parts parts = new Parts(opened.repo());
        parts.stages().warmUp(Theme.LIGHT);
        TimeUnit.NANOSECONDS.sleep(REST);
        long work = cpu();
        long start = System.nanoTime();
        Window window = new Window(parts.stages(), board);
        window.loop(start + PATIENCE, () -> !window.stage().frame().sprites().isEmpty());
        say("1 something is painted", System.nanoTime() - start);
        window.loop(start + PATIENCE, () -> isWhole(window));
        say("2 first complete paint", System.nanoTime() - start);
        say("2 its processor time, all threads", cpu() - work);
        while (System.nanoTime() - window.changed() < QUIET) window.settle(QUIET / 10);
        say("3 nothing changes any more", window.changed() - start);
        say("4 longest turn of the window's thread", window.arrivals().worst());
    }

    private static boolean isWhole(Window window) {
        List<Sprite> sprites = window.stage().frame().sprites();
        return !sprites.isEmpty() && sprites.stream().noneMatch(sprite -> sprite.key().startsWith("block/"));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void say(String name, long nanos) {
        System.out.println(name + "\t" + nanos / 1_000);
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
