// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text in runs of one look each; {@code \n} ends a paragraph. Never without a run, so that there is always a style to
 * begin a line with; the text may be empty.
 */
public record Styled(List<Run> runs) {

    /** @param intent performed when the run is pressed: a link, a tick */
    public record Run(String text, TextStyle style, Optional<Intent> intent) {

        public Run(String text, TextStyle style) {
            this(text, style, Optional.empty());
        }
    }

    public Styled {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) throw new IllegalArgumentException("no run");
    }

    public static Styled of(String text, TextStyle style) {
        return new Styled(List.of(new Run(text, style)));
    }

    public Styled plus(String text, TextStyle style) {
        return plus(new Run(text, style));
    }

    public Styled plus(Run run) {
        List<Run> more = new ArrayList<>(runs);
        more.add(run);
        return new Styled(more);
    }

    /** The text alone. */
    public String plain() {
        if (runs.size() == 1) return runs.getFirst().text();
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return all.toString();
    }
}
