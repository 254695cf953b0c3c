// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import org.pushpin.content.Color;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;

/** The look of notes in a theme: what people wrote is meant to be read, in ink where cards' secondary text is paler. */
record NoteLook(Theme theme) {

    /** Of a level of a list. */
    static final double STEP = 18;

    TextStyle text() {
        return theme.cardText().color(theme.palette().ink());
    }

    TextStyle placeholder() {
        return text().color(theme.palette().ink3());
    }

    /** @param level 1 to 6 */
    TextStyle heading(int level) {
        return switch (level) {
            case 1 -> theme.heading().size(20, 28);
            case 2 -> theme.title();
            case 3 -> theme.heading();
            default -> theme.strong();
        };
    }

    TextStyle code() {
        return text().mono().size(12.5, 19);
    }

    TextStyle inlineCode(TextStyle in) {
        return in.mono().ground(theme.palette().code());
    }

    TextStyle done() {
        return text().color(theme.palette().ink3()).strike(true);
    }

    TextStyle quote() {
        return text().color(theme.palette().ink2());
    }

    TextStyle syntax(TextStyle in) {
        return in.color(theme.palette().ink3()).strike(false).underline(false).ground(Color.CLEAR);
    }

    TextStyle fence() {
        return theme.hint().mono();
    }

    TextStyle rule() {
        return theme.hint().color(theme.palette().line());
    }
}
