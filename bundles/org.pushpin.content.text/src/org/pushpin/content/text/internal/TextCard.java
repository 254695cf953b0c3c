// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Messages;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.Summary;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A note as a card, and opened: its text, to be edited in place. */
@Component(property = {"contentType=text", "context=board", "context=workspace"})
public final class TextCard implements Renderer {

    /** On a board, a longer note shows its beginning and is edited when opened. In UTF-16 units. */
    private static final int CARD_LIMIT = 20_000;

    @Override
    public View render(Doc document, RenderContext in) {
        Note note = Note.of(document);
        boolean opened = in.context().equals(RenderContext.WORKSPACE);
        View text = opened || note.text().length() <= CARD_LIMIT ? whole(note, in) : beginning(note, in);
        return View.Box.column(Style.NONE.padding(Theme.CARD_PADDING), text);
    }

    private static View whole(Note note, RenderContext in) {
        Styled content = NoteStyling.of(note, in.theme());
        if (note.object().isEmpty()) return new View.Text(note.text().isEmpty() ? placeholder(in) : content);
        return new View.Editor(note.object().get(), content, placeholder(in), false);
    }

    private static View beginning(Note note, RenderContext in) {
        Note head = new Note(Optional.empty(), note.text().substring(0, CARD_LIMIT));
        return new View.Text(NoteStyling.of(head, in.theme()).plus("…", NoteStyling.text(in.theme())));
    }

    private static Styled placeholder(RenderContext in) {
        TextStyle hint = NoteStyling.text(in.theme()).color(in.theme().palette().ink3());
        return Styled.of(Messages.of(TextCard.class, in.locale()).get("placeholder"), hint);
    }

    /** The title, or what stands for it. */
    static String title(Note note, RenderContext in) {
        String title = note.title();
        return title.isEmpty() ? Messages.of(TextCard.class, in.locale()).get("untitled") : title;
    }

    static String detail(Note note) {
        return Summary.oneLine(note.rest());
    }
}
