// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.pushpin.benchmarks.repo.Histogram;
import org.pushpin.benchmarks.repo.OpenProfile;
import org.pushpin.content.ContentType;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Sprite;

/**
 * A text of a megabyte, opened as a page and written in: {@code LongText [PARAGRAPH…]}, each the length of its paragraphs in characters;
 * without them 50, 600 and 20,000. Says how long it takes on the clock until the page is painted, in a process that has shown a board
 * before, and again; and for letters at its end, each until it is painted. Milliseconds.
 */
public final class LongText {

    private static final int LENGTH = 1 << 20;
    private static final int KEYS = 40;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private LongText() {
    }

    public static void main(String[] arguments) throws Exception {
        int[] lengths = arguments.length == 0 ? new int[] {50, 600, 20_000} : Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        say("%na text of %,d characters%n| paragraphs of | opened | again | a letter until it is painted: p50 | p90 | p99 | p99.9 | worst |%n|---|---|---|---|---|---|---|---|", LENGTH);
        Path folder = Files.createTempDirectory("long-text");
        try (OpenProfile profile = new OpenProfile(folder.resolve("profile"))) {
            Parts parts = new Parts(profile.repo());
            parts.stages().warmUp(Theme.LIGHT);
            TimeUnit.SECONDS.sleep(3);
            for (int length : lengths) measure(profile, length);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        System.exit(0); // the lanes of the product are its own
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void measure(OpenProfile profile, int length) throws Exception {
        Parts parts = new Parts(profile.repo());
        ContentType type = parts.type("text");
        DocumentUrl url = profile.repo().create(null, edit -> type.create(edit, new Seed.Text(text(length)))).url("text");
        profile.repo().flush().toCompletableFuture().get();
        double first;
        try (Window window = new Window(parts.stages(), url)) {
            first = opened(window);
        }
        try (Window window = new Window(parts.stages(), url)) {
            double again = opened(window);
            say("| %,d | %.0f | %.0f |%s", length, first, again, letters(window).quantiles());
        }
    }

    private static String text(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(LENGTH + length);
        int line = 0;
        while (text.length() < LENGTH) {
            int letters = 2 + random.nextInt(8);
            for (int i = 0; i < letters; i++) text.append((char) ('a' + random.nextInt(26)));
            line += letters + 1;
            text.append(line < length ? ' ' : '\n');
            if (line >= length) line = 0;
        }
        return text.toString();
    }

    private static double opened(Window window) throws InterruptedException {
        long start = System.nanoTime();
        boolean seen = window.loop(start + PATIENCE, () -> window.stage().frame().sprites().stream().anyMatch(s -> s.key().startsWith("page#")));
        if (!seen) throw new IllegalStateException("the page was not painted");
        return (System.nanoTime() - start) / 1e6;
    }

    private static Histogram letters(Window window) throws InterruptedException {
        window.pointer(org.pushpin.scene.PointerEvent.Kind.DOWN, 600, 300, 1);
        window.pointer(org.pushpin.scene.PointerEvent.Kind.UP, 600, 300, 1);
        window.settle(TimeUnit.SECONDS.toNanos(2));
        if (!window.stage().editing()) throw new IllegalStateException("the text cannot be edited");
        Histogram seen = new Histogram();
        for (int i = 0; i < KEYS; i++) {
            List<Sprite> before = window.stage().frame().sprites();
            long start = System.nanoTime();
            window.input(new Histogram(), () -> window.stage().text("k"), () -> !window.stage().frame().sprites().equals(before));
            seen.add(System.nanoTime() - start);
        }
        return seen;
    }
}
