// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Intent;
import org.pushpin.content.Place;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/**
 * How a note looks: a short first line with something below it is a heading, links to documents can be pressed. Linear
 * in the text; the styled text says the same, unit for unit.
 */
final class NoteStyling {

    /** A longer first line is a sentence, not a heading. In UTF-16 units. */
    private static final int HEADING = 80;

    private final Theme theme;
    private final List<Styled.Run> runs = new ArrayList<>();

    private NoteStyling(Theme theme) {
        this.theme = theme;
    }

    static Styled of(Note note, Theme theme) {
        NoteStyling styling = new NoteStyling(theme);
        int heading = headingEnd(note);
        styling.addWithLinks(note.text().substring(0, heading), theme.heading());
        styling.addWithLinks(note.text().substring(heading), text(theme));
        return styling.runs.isEmpty() ? Styled.of("", text(theme)) : new Styled(styling.runs);
    }

    /** What people wrote is meant to be read: in ink, where secondary text of cards is paler. */
    static TextStyle text(Theme theme) {
        return theme.cardText().color(theme.palette().ink());
    }

    /** The heading with its line's end; 0 when there is none. */
    private static int headingEnd(Note note) {
        int end = note.titleEnd();
        boolean heading = end <= HEADING && !note.rest().isEmpty();
        return heading ? end + 1 : 0;
    }

    private void addWithLinks(String text, TextStyle style) {
        int done = 0;
        for (DocumentUrl url : DocumentUrl.find(text)) {
            String shown = url.toString();
            for (int at = text.indexOf(shown, done); at >= 0; at = text.indexOf(shown, done)) {
                add(text.substring(done, at), style, Optional.empty());
                add(shown, theme.link(style), Optional.of(new Intent.Open(url, Place.HERE)));
                done = at + shown.length();
            }
        }
        add(text.substring(done), style, Optional.empty());
    }

    private void add(String text, TextStyle style, Optional<Intent> intent) {
        if (!text.isEmpty()) runs.add(new Styled.Run(text, style, intent));
    }
}
