// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.repo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.pushpin.benchmarks.crdt.Trace;

/** What people wrote, for filling cards: pieces of the shared traces' texts, or made-up words where these are not there. */
final class Texts {
    private static final int WORDS = 5_000;
    private static final int PIECE = 900;
    private final List<String> sources;

    private Texts(List<String> sources) {
        this.sources = sources;
    }

    /** @param traces the folder of traces; need not exist */
    static Texts read(Path traces, RandomGenerator random) throws IOException {
        List<String> sources = new ArrayList<>();
        if (Files.isDirectory(traces)) {
            try (Stream<Path> files = Files.list(traces)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json.gz")).sorted().toList()) {
                    sources.add(Trace.read(file, 0).text());
                }
            }
        }
        if (sources.isEmpty()) {
            sources.add(madeUp(random));
        }
        return new Texts(List.copyOf(sources));
    }

    private static String madeUp(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            for (int letters = random.nextInt(2, 10); letters > 0; letters--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(random.nextInt(12) == 0 ? ".\n" : " ");
        }
        return text.toString();
    }

    /** A piece of what somebody wrote: mostly a note of a few lines, seldom a page. */
    String note(RandomGenerator random) {
        String source = sources.get(random.nextInt(sources.size()));
        int length = (int) Math.min(source.length() / 2, 20 + Math.abs(random.nextGaussian()) * (random.nextInt(20) == 0 ? 8 * PIECE : PIECE / 3));
        int from = random.nextInt(source.length() - length);
        return source.substring(from, from + length).strip();
    }

    /** A few words in one line. */
    String title(RandomGenerator random) {
        String note = note(random).replaceAll("\\s+", " ");
        return note.substring(0, Math.min(note.length(), random.nextInt(8, 40)));
    }
}
