// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the accepted lines of the vector files: {@code ok FIELD FIELD … = ENCODED}. Run by hand, once; the files are then frozen, and a format
 * that changes gets a new suite instead of new vectors. The {@code refuse} lines are written by people and kept.
 */
final class VectorGenerator {
    private static final int COUNT = 60;
    private static final long SEED = 20_261_122;

    private VectorGenerator() {
    }

    /** @param args the folder of this package in the sources of the tests */
    public static void main(String[] args) throws IOException {
        for (VectorCodecs codec : VectorCodecs.values()) {
            Path file = Path.of(args[0]).resolve(codec.file());
            Files.createDirectories(file.getParent());
            List<String> lines = new ArrayList<>();
            var random = new Random(SEED);
            for (int i = 0; i < COUNT; i++) {
                List<String> in = codec.input(random);
                lines.add("ok " + String.join(" ", in) + " = " + codec.encode(in));
            }
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().filter(line -> !line.startsWith("ok ")).forEach(lines::add);
            }
            Files.write(file, lines);
        }
    }
}
