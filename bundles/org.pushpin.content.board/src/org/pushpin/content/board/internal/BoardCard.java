// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Fields;
import org.pushpin.content.Insets;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A board pinned on another: its title, how many cards it has, and the board in small. */
@Component(property = {"contentType=board", "context=board"})
public final class BoardCard implements Renderer {

    private static final Insets TEXT = new Insets(14, 16, 10, 16);
    private static final Insets MAP = new Insets(0, 16, 14, 16);
    private static final Size ROOM = new Size(208, 120);

    @Override
    public View render(Doc document, RenderContext in) {
        Theme theme = in.theme();
        Messages messages = Messages.of(BoardCard.class, in.locale());
        View title = Parts.title(Fields.root(document), BoardType.TITLE, theme.heading(), messages.get("untitled"), theme);
        int cards = Cards.of(document).count();
        View count = View.Text.line(messages.get("count", cards), theme.hint());
        List<View> parts = new ArrayList<>(List.of(View.Box.column(Style.NONE.padding(TEXT), title, count)));
        Ground ground = Ground.of(Fields.root(document).string(BoardType.BACKGROUND));
        if (cards > 0) parts.add(View.Box.column(Style.NONE.padding(MAP), new Miniature(theme, ground).of(document, ROOM)));
        return new View.Box(View.Axis.COLUMN, parts, Style.NONE);
    }
}
