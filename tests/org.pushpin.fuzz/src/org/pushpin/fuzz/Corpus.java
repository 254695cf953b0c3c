// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** The inputs that are kept for a target: one a line in Base64; {@code #} begins a comment. */
final class Corpus {
    private Corpus() {
    }

    /** What was interesting, and what was a finding once. */
    static List<byte[]> of(Target target) {
        List<byte[]> inputs = new ArrayList<>(read("corpus/" + target + ".txt"));
        inputs.addAll(read("corpus/" + target + "-findings.txt"));
        return inputs;
    }

    private static List<byte[]> read(String resource) {
        try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> parse(String text) {
        List<byte[]> inputs = new ArrayList<>();
        text.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty())
                .forEach(line -> inputs.add(Base64.getDecoder().decode(line)));
        return inputs;
    }

    static String format(Collection<byte[]> inputs) {
        StringBuilder text = new StringBuilder();
        inputs.stream().map(Base64.getEncoder()::encodeToString).sorted().distinct().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
