// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.List;

/** The rows that are measured at several sizes of the document. */
public enum Scaling {
    KEYSTROKE("local keystroke", Kind.DOCUMENT, 0),
    REMOTE("remote keystroke with patches", Kind.DOCUMENT, 0),
    SNAPSHOT("snapshot of an edit under way", Kind.DOCUMENT, 1e3),
    DIFF("difference after one keystroke", Kind.DOCUMENT, 20e3),
    GET_KEY("read a key of a map", Kind.DOCUMENT, 0),
    GET_INDEX("read an index of a list", Kind.DOCUMENT, 0),
    ELEMENT_AT("element at an index of the text", Kind.DOCUMENT, 0),
    INDEX_OF("index of an element of the text", Kind.DOCUMENT, 0),
    LENGTH("length of the text", Kind.DOCUMENT, 0),
    TEXT_RANGE("read a line of the text", Kind.DOCUMENT, 0),
    LATE_INSERT("late insert where so many were inserted concurrently", Kind.POINT, 0),
    PUT("local put on a key after so many on it", Kind.REGISTER, 0),
    REMOTE_PUT("the same from elsewhere, with patches", Kind.REGISTER, 0),
    LATE_PUT("a put that saw but half of them, with patches", Kind.REGISTER, 0),
    INCREMENT("local increment of a counter after so many", Kind.REGISTER, 0),
    REMOTE_INCREMENT("the same from elsewhere, with patches", Kind.REGISTER, 0),
    GET_PUT("read a key after so many puts on it", Kind.REGISTER, 0),
    GET_COUNTER("read a counter after so many increments", Kind.REGISTER, 0);

    /** What grows: the document; the characters inserted at one point; or the operations on one key. */
    public enum Kind {
        DOCUMENT(10_000, 100_000, 1_000_000, 10_000_000), POINT(1_000, 10_000, 100_000), REGISTER(10_000, 100_000, 1_000_000);

        private final List<Integer> sizes;

        Kind(Integer... sizes) {
            this.sizes = List.of(sizes);
        }
    }

    /** Between the least and the greatest size, a thousand or a hundred times as large: the depth of a tree and colder caches, not more. */
    private static final double MOST_GROWTH = 8;

    private final String label;
    private final Kind kind;
    private final double most;

    Scaling(String label, Kind kind, double most) {
        this.label = label;
        this.kind = kind;
        this.most = most;
    }

    String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public List<Integer> sizes() {
        return kind.sizes;
    }

    public String id(int size) {
        return "scaling/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "/" + name(size);
    }

    static String name(int size) {
        return size >= 1_000_000 ? size / 1_000_000 + "M" : size / 1000 + "k";
    }

    String target() {
        return most > 0 ? "≤ " + Figures.time(most) + " at every size" : "not proportional";
    }

    boolean isMet(double growth, double slowest) {
        return most > 0 ? slowest <= most : growth <= MOST_GROWTH;
    }
}
