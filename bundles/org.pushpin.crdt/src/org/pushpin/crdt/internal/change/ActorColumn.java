// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import java.util.Arrays;

import org.pushpin.crdt.internal.column.ByteWriter;
import org.pushpin.crdt.internal.column.RleWriter;

/**
 * A column of authors, held as runs of the engine's numbers until it is known which numbers the change gives them. One thread,
 * {@link #clear()} for the next change.
 */
final class ActorColumn {
    static final int NULL = -1;

    private final RleWriter writer = new RleWriter();
    private int[] authors = new int[8];
    private long[] rows = new long[8];
    private int runs;

    void clear() {
        runs = 0;
    }

    /** @param author or {@link #NULL} */
    void append(int author, long count) {
        if (count == 0) {
            return;
        }
        if (runs > 0 && authors[runs - 1] == author) {
            rows[runs - 1] += count;
            return;
        }
        if (runs == authors.length) {
            authors = Arrays.copyOf(authors, runs * 2);
            rows = Arrays.copyOf(rows, runs * 2);
        }
        authors[runs] = author;
        rows[runs++] = count;
    }

    ByteWriter finish(ActorNumbers numbers) {
        writer.clear();
        for (int i = 0; i < runs; i++) {
            if (authors[i] == NULL) {
                writer.appendNulls(rows[i]);
            } else {
                writer.append(numbers.number(authors[i]), rows[i]);
            }
        }
        return writer.finish();
    }
}
