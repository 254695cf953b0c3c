// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

/** {@code deleted} characters of a text at {@code at} are replaced by {@code inserted}. All text is ASCII, so every engine counts alike. */
public record TextEdit(int at, int deleted, String inserted) {

    void applyTo(StringBuilder text) {
        text.replace(at, at + deleted, inserted);
    }

    /** The text after all edits. */
    public static String replay(String start, Iterable<TextEdit> edits) {
        StringBuilder text = new StringBuilder(start);
        edits.forEach(edit -> edit.applyTo(text));
        return text.toString();
    }
}
