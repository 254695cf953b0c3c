// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Color;
import org.pushpin.content.Paint;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Stroke;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;

/**
 * A board in small: its ground, frames, arrows, and a leaf of its kind for each card, where it lies. Drawn from the board
 * alone: no card is opened for it, so that a board on itself is no deeper than any other, and it follows every change of the
 * board. Costs what the board has, at most {@value #DRAWN} cards of it.
 */
record Miniature(Theme theme, Ground ground) {

    /** More would be specks. The highest ones are drawn. */
    private static final int DRAWN = 200;
    private static final double MARGIN = 8;
    private static final double LARGEST_SCALE = 0.3;
    /** A line of text, and from one to the next. */
    private static final double LINE = 4;
    private static final int MOST_LINES = 8;

    /** From board units to those of the drawing. */
    private record Scale(Rect all, double by) {
        Rect of(Rect at) {
            return new Rect(MARGIN + (at.x() - all.x()) * by, MARGIN + (at.y() - all.y()) * by,
                    Math.max(3, at.width() * by), Math.max(3, at.height() * by));
        }
    }

    /** @param room for the drawing; it is as wide, and as high as it needs to be */
    View of(Doc board, Size room) {
        List<Card> shown = Cards.of(board).shown();
        List<Card> drawn = shown.subList(Math.max(0, shown.size() - DRAWN), shown.size());
        Rect all = drawn.stream().map(Card::bounds).reduce(Rect::union).orElse(new Rect(0, 0, 1, 1));
        double by = Math.min(LARGEST_SCALE, Math.min((room.width() - 2 * MARGIN) / all.width(), (room.height() - 2 * MARGIN) / all.height()));
        Size size = new Size(room.width(), Math.min(room.height(), Math.max(24, all.height() * by + 2 * MARGIN)));
        double left = all.x() - (room.width() - 2 * MARGIN - all.width() * by) / 2 / by;
        Scale scale = new Scale(new Rect(left, all.y(), all.width(), all.height()), by);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Rectangle(new Rect(0, 0, size.width(), size.height()), Theme.RADIUS_CONTROL,
                Optional.of(Paint.of(ground.paper(theme))), Optional.of(Stroke.of(theme.palette().line(), 1))));
        drawn.stream().filter(Card::isFrame).forEach(frame -> shapes.add(frame(frame, scale)));
        arrows(board, drawn, scale, shapes);
        drawn.stream().filter(card -> !card.isFrame()).forEach(card -> card(card, scale.of(card.bounds()), shapes));
        return new View.Drawing(size, shapes, Set.of());
    }

    private Shape frame(Card frame, Scale scale) {
        Ground color = Ground.of(frame.fields().string(Card.COLOR));
        Color ink = ground.ink(theme);
        Optional<Paint> fill = color.isDefault() ? Optional.empty()
                : Optional.of(Paint.of(ground.paper(theme).mix(color.paper(theme), 0.55)));
        return new Shape.Rectangle(scale.of(frame.bounds()), 3, fill, Optional.of(Stroke.of(ground.paper(theme).mix(ink, 0.25), 1)));
    }

    private void arrows(Doc board, List<Card> drawn, Scale scale, List<Shape> shapes) {
        Map<String, Point> middles = new HashMap<>();
        drawn.forEach(card -> middles.put(card.key(), scale.of(card.bounds()).center()));
        Stroke stroke = Stroke.of(ground.paper(theme).mix(ground.ink(theme), 0.4), 1);
        for (Arrow arrow : Arrows.of(board).shown().stream().limit(DRAWN).toList()) {
            Point from = middles.get(arrow.end(Arrow.Side.FROM).item());
            Point to = middles.get(arrow.end(Arrow.Side.TO).item());
            if (from != null && to != null) shapes.add(new Shape.Line(from, to, stroke));
        }
    }

    private void card(Card card, Rect at, List<Shape> shapes) {
        String type = card.url().map(DocumentUrl::contentType).orElse("");
        Color paper = switch (type) {
            case "sticky" -> theme.palette().sticky();
            case "image" -> theme.palette().accentSoft();
            case "board" -> theme.palette().code();
            default -> theme.palette().card();
        };
        Stroke edge = Stroke.of(ground.paper(theme).mix(ground.ink(theme), 0.18), 1);
        shapes.add(new Shape.Rectangle(at, 2, Optional.of(Paint.of(paper)), Optional.of(edge)));
        if (type.equals("text")) lines(at, shapes);
    }

    /** Bars that stand for text, as far as there is room. */
    private void lines(Rect at, List<Shape> shapes) {
        double room = at.width() - 2 * LINE;
        int count = (int) Math.min(MOST_LINES, (at.height() - LINE) / LINE);
        for (int i = 0; i < count && room > 2 * LINE; i++) {
            double y = Math.round(at.y() + LINE * (i + 1)) + 0.5;
            double length = i == 0 ? 0.6 * room : i == count - 1 ? 0.75 * room : room;
            Color ink = i == 0 ? theme.palette().ink3() : theme.palette().frame();
            shapes.add(new Shape.Line(new Point(at.x() + LINE, y), new Point(at.x() + LINE + length, y), Stroke.of(ink, 1)));
        }
    }
}
