// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.IOException;
import java.io.Reader;

/** Reads one line of at most 1 Mi characters, so that nobody can fill the memory with one. */
final class BoundedLine {

    private static final int MAX = 1 << 20;

    private BoundedLine() {
    }

    /** The line without its end; null at the end of the stream. */
    static String read(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = reader.read(); next != '\n'; next = reader.read()) {
            if (next < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == MAX) {
                throw new IOException("a line is longer than 1 MiB");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
