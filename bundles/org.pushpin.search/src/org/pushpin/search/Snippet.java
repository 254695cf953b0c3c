// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.util.List;

/**
 * A short piece of text, and what of it was found.
 *
 * @param ranges in order, not overlapping
 */
public record Snippet(String text, List<Range> ranges) {

    public static final Snippet EMPTY = new Snippet("", List.of());

    public Snippet {
        ranges = List.copyOf(ranges);
    }

    /** In UTF-16 units; {@code end} is behind the last. */
    public record Range(int start, int end) {}
}
