// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Ability;
import org.pushpin.content.Action;
import org.pushpin.content.BoardColor;
import org.pushpin.content.CardSize;
import org.pushpin.content.Fields;
import org.pushpin.content.Grid;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Item;
import org.pushpin.content.Messages;
import org.pushpin.content.Paint;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Styled;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;

/** A board, opened: a canvas with one item per card. */
@Component(property = {"contentType=board", "context=workspace"})
public final class BoardView implements Renderer {

    private static final Set<Ability> CARD = EnumSet.of(Ability.SELECT, Ability.MOVE, Ability.RESIZE, Ability.REMOVE);
    private static final Set<Ability> BOARD = EnumSet.of(Ability.SELECT, Ability.DROP);

    @Override
    public View render(Doc document, RenderContext in) {
        BoardColor color = BoardColor.of(Fields.root(document).string(BoardType.BACKGROUND));
        Theme theme = in.theme();
        Messages messages = Messages.of(BoardView.class, in.locale());
        Styled hint = Styled.of(messages.get("empty"), theme.body().color(color.inkOn(theme).withOpacity(0.8)));
        View canvas = new View.Canvas(Paint.of(color.paper(theme)), new Grid(CardSize.CELL, color.dot(theme)),
                items(document, in), List.of(), BOARD, Optional.of(hint));
        String title = Summary.oneLine(Fields.root(document).string(BoardType.TITLE));
        return new View.Described(canvas, Role.BOARD, title.isEmpty() ? messages.get("untitled") : title,
                colors(color, theme, messages));
    }

    private static List<Item> items(Doc document, RenderContext in) {
        List<Card> cards = Cards.of(document).shown();
        Frames frames = new Frames(cards);
        List<Item> items = new ArrayList<>(cards.size());
        for (Card card : cards) {
            View view = in.keyed(card.id(), () -> view(card, in));
            items.add(new Item(card.key(), card.bounds(), card.height().isEmpty(), card.z(), frames.of(card.key()), CARD, view));
        }
        return items;
    }

    private static View view(Card card, RenderContext in) {
        return card.url().<View>map(url -> new View.Embed(url, RenderContext.BOARD)).orElseGet(() -> unreadable(in));
    }

    private static View unreadable(RenderContext in) {
        return Parts.notice(in.theme(), Icon.LINK, Messages.of(BoardView.class, in.locale()).get("unreadable"));
    }

    private static List<Action> colors(BoardColor present, Theme theme, Messages messages) {
        List<Action> actions = new ArrayList<>();
        for (BoardColor color : BoardColor.values()) {
            Intent intent = new Intent.Act(BoardChange.COLOR, Map.of(BoardChange.COLOR, Scalar.of(color.id())));
            String label = messages.get("color." + color.id());
            actions.add(new Action("color/" + color.id(), label, Icon.swatch(color.paper(theme)), intent)
                    .group(messages.get("color")).checked(color == present));
        }
        return actions;
    }
}
