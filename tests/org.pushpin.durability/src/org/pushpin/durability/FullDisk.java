// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small disk on which there is as much room as one likes. One thread. */
final class FullDisk {

    private final Path filler;

    FullDisk(Path root) {
        this.filler = root.resolve("filler");
    }

    /** Takes all room but so much. */
    void leave(long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            fill(channel, 1 << 16);
            fill(channel, 1);
            channel.truncate(Math.max(0, channel.size() - bytes));
        }
    }

    private static void fill(FileChannel channel, int piece) {
        try {
            while (true) {
                channel.write(ByteBuffer.allocate(piece));
            }
        } catch (IOException full) {
            return;
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    /** Whether a person can make something of what is said. */
    static void assertSentence(Throwable refused) {
        String text = refused.getMessage();
        assertTrue(text.matches("[^\n]*The disk is full\\.[^\n]*"), text);
    }
}
