// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Fields;
import org.pushpin.content.Insets;
import org.pushpin.content.Messages;
import org.pushpin.content.Paint;
import org.pushpin.content.Parts;
import org.pushpin.content.Rect;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;

/** A board pinned on another: its title, how many cards it has, and where they lie. Never the cards themselves. */
@Component(property = {"contentType=board", "context=board"})
public final class BoardCard implements Renderer {

    private static final Insets TEXT = new Insets(14, 16, 10, 16);
    private static final Insets MAP = new Insets(0, 16, 14, 16);
    private static final Size ROOM = new Size(168, 84);
    /** More would be specks. The highest ones are drawn. */
    private static final int DRAWN = 200;

    @Override
    public View render(Doc document, RenderContext in) {
        Theme theme = in.theme();
        Messages messages = Messages.of(BoardCard.class, in.locale());
        View title = Parts.title(Fields.root(document), BoardType.TITLE, theme.heading(), messages.get("untitled"), theme);
        List<Card> cards = Cards.of(document).shown().stream().filter(card -> !card.isFrame()).toList();
        View count = View.Text.line(messages.get("count", cards.size()), theme.hint());
        List<View> parts = new ArrayList<>(List.of(View.Box.column(Style.NONE.padding(TEXT), title, count)));
        if (!cards.isEmpty()) parts.add(View.Box.column(Style.NONE.padding(MAP), map(cards, theme)));
        return new View.Box(View.Axis.COLUMN, parts, Style.NONE);
    }

    private static View map(List<Card> cards, Theme theme) {
        List<Rect> places = cards.subList(Math.max(0, cards.size() - DRAWN), cards.size()).stream().map(Card::bounds).toList();
        Rect all = places.stream().reduce(Rect::union).orElseThrow();
        double scale = Math.min(0.5, Math.min(ROOM.width() / all.width(), ROOM.height() / all.height()));
        List<Shape> shapes = new ArrayList<>();
        for (Rect place : places) {
            Rect at = new Rect((place.x() - all.x()) * scale, (place.y() - all.y()) * scale,
                    Math.max(2, place.width() * scale - 2), Math.max(2, place.height() * scale - 2));
            shapes.add(new Shape.Rectangle(at, 3, Optional.of(Paint.of(theme.palette().code())),
                    Optional.of(Stroke.of(theme.palette().line(), 1))));
        }
        return new View.Drawing(new Size(ROOM.width(), Math.max(2, all.height() * scale)), shapes, Set.of());
    }
}
