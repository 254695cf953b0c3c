// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/**
 * What lists, search and a card far away show of a document.
 *
 * @param title one line of at most {@value #TITLE_LIMIT} characters; empty when the document has none
 * @param text searchable text without the title
 */
public record Summary(String title, String text) {

    /** In UTF-16 units. */
    public static final int TITLE_LIMIT = 200;

    /** Makes one line of the title and shortens it. */
    public Summary {
        title = oneLine(title);
    }

    /** Control characters and runs of white space become one space; what is too long ends with an ellipsis. */
    public static String oneLine(String text) {
        String head = text.length() > 8 * TITLE_LIMIT ? text.substring(0, 8 * TITLE_LIMIT) : text;
        String line = head.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        return head.length() == text.length() && line.length() <= TITLE_LIMIT ? line : shorten(line);
    }

    private static String shorten(String line) {
        int end = Math.min(line.length(), TITLE_LIMIT - 1);
        if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) end--;
        return line.substring(0, end) + "…";
    }
}
