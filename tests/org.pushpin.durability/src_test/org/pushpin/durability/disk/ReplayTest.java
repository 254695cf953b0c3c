// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of calls. */
final class ReplayTest {

    private static final Path ROOT = Path.of("/root-of-a-process");

    @TempDir
    Path folder;

    private static String hex(String text) {
        var hex = new StringBuilder("\"");
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            hex.append("\\x%02x".formatted(each));
        }
        return hex.append('"').toString();
    }

    private static String open(Path path, String flags, int descriptor) {
        return "openat(AT_FDCWD, " + hex(path.toString()) + ", " + flags + ") = " + descriptor;
    }

    @Test
    void aDescriptorMayBeGivenAgainBeforeItsClosingReturns() throws IOException {
        Path calls = folder.resolve("calls");
        Files.write(calls, List.of("1 " + open(ROOT.resolve("a"), "O_RDWR|O_CREAT", 5),
                "1 close(5 <unfinished ...>",
                "2 " + open(ROOT.resolve("b"), "O_RDWR|O_CREAT", 5),
                "1 <... close resumed>) = 0",
                "2 pwrite64(5, " + hex("content") + ", 7, 0) = 7",
                "2 fsync(5) = 0",
                "2 " + open(ROOT, "O_RDONLY", 6),
                "2 fsync(6) = 0"));
        Trace trace = Trace.read(calls);
        var replay = new Replay(trace, ROOT, folder.resolve("nothing"));

        replay.until(trace.lines());
        replay.image(folder.resolve("image"), new Random(1));

        assertEquals("content", Files.readString(folder.resolve("image/b")));
    }
}
