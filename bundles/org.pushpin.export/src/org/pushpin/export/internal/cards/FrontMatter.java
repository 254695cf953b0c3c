// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.cards;

/**
 * The block of data that a Markdown file can begin with, between two lines of three hyphens.
 *
 * @param matter with both lines and the line end behind; empty where there is none
 * @param text what follows it
 */
public record FrontMatter(String matter, String text) {

    /** The field in which a note's document keeps it. */
    public static final String FIELD = "frontMatter";
    private static final String FENCE = "---";
    private static final int LONGEST = 64 * 1024;

    /** @param file with line ends as {@code \n} */
    public static FrontMatter of(String file) {
        if (!file.startsWith(FENCE + "\n")) return new FrontMatter("", file);
        for (int at = file.indexOf('\n'); at >= 0 && at < LONGEST; at = file.indexOf('\n', at + 1)) {
            int end = file.indexOf('\n', at + 1);
            String line = file.substring(at + 1, end < 0 ? file.length() : end).stripTrailing();
            if (line.equals(FENCE)) {
                int next = end < 0 ? file.length() : end + 1;
                return new FrontMatter(file.substring(0, next), file.substring(next));
            }
        }
        return new FrontMatter("", file);
    }
}
