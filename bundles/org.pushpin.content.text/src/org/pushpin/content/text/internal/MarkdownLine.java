// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.List;

import org.pushpin.content.Styled;

/**
 * A line of Markdown, read.
 *
 * @param marks that Automerge has on it
 * @param before what the lines above leave open; {@code after} what this one leaves
 * @param row whether it is a row of a table, which looks as the rows around it ask for
 */
record MarkdownLine(String text, List<LineMark> marks, State before, State after, boolean row,
        Styled.Paragraph paragraph) {

    /**
     * What a line inherits.
     *
     * @param fence the signs that close the block of code that it is in; empty: none
     * @param title whether the first line that is not blank is still to come and is to be a heading
     */
    record State(String fence, boolean title) {

        static final State BODY = new State("", false);
        static final State TITLE = new State("", true);
    }

    /** A mark on a line, in units from its start. @param value a link's target, else empty */
    record LineMark(int from, int to, String name, String value) {}
}
