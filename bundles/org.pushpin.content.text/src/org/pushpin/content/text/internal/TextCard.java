// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.text.internal;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Messages;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;

/** A note as a card, and opened: its text, to be edited in place. */
@Component(property = {"contentType=text", "context=board", "context=workspace"})
public final class TextCard implements Renderer {

    /** On a board, a longer note shows its beginning and is edited when opened. In UTF-16 units. */
    private static final int CARD_LIMIT = 20_000;

    @Override
    public View render(Doc document, RenderContext in) {
        Note note = Note.of(document);
        boolean opened = in.context().equals(RenderContext.WORKSPACE);
        View text = opened || note.text().length() <= CARD_LIMIT ? whole(document, note, in) : beginning(note, in);
        return View.Box.column(Style.NONE.padding(Theme.CARD_PADDING), text);
    }

    private static View whole(Doc document, Note note, RenderContext in) {
        if (note.object().isEmpty()) return note.text().isEmpty() ? new View.Text(placeholder(in)) : shown(note, in);
        ObjectId text = note.object().get();
        Markdown read = in.follow(text, Markdown.class, before -> {
            LineMaker maker = new LineMaker(new NoteLook(in.theme()), offset -> document.elementAt(text, offset));
            return Markdown.of(note.text(), new TextMarks(document, text), note.titled(), maker, before);
        });
        return new View.Editor(text, read.styled(), placeholder(in), writing(in));
    }

    /** Text that cannot be edited. */
    private static View shown(Note note, RenderContext in) {
        LineMaker maker = new LineMaker(new NoteLook(in.theme()), null);
        return new View.Text(Markdown.of(note.text(), TextMarks.NONE, note.titled(), maker, null).styled());
    }

    private static View beginning(Note note, RenderContext in) {
        return shown(new Note(Optional.empty(), note.text().substring(0, CARD_LIMIT) + "…"), in);
    }

    private static View.Writing writing(RenderContext in) {
        Messages messages = Messages.of(TextCard.class, in.locale());
        return new View.Writing(false, Style.Align.START, 0, List.of(
                new View.Format(TextMarks.STRONG, messages.get("strong"), "Ctrl+B"),
                new View.Format(TextMarks.EM, messages.get("em"), "Ctrl+I"),
                new View.Format(TextMarks.LINK, messages.get("link"), "Ctrl+K")));
    }

    private static Styled placeholder(RenderContext in) {
        return Styled.of(Messages.of(TextCard.class, in.locale()).get("placeholder"), new NoteLook(in.theme()).placeholder());
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
