// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

import java.util.ArrayList;
import java.util.List;

/** A column of strings, held as numbers until they are written. */
public final class TextWriter extends RleWriter {
    private final List<String> strings = new ArrayList<>();
    private String previous;

    @Override
    public void clear() {
        super.clear();
        strings.clear();
        previous = null;
    }

    /** A string, or null. */
    public void append(String text) {
        if (text == null) {
            appendNull();
            return;
        }
        if (!text.equals(previous)) {
            strings.add(text);
            previous = text;
        }
        append(strings.size() - 1L);
    }

    @Override
    void emit(long value) {
        out.writePrefixed(strings.get((int) value));
    }
}
