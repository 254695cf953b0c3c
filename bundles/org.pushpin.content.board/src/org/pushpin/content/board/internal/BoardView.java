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
import org.pushpin.content.Messages;
import org.pushpin.content.OwnColor;
import org.pushpin.content.Paint;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Styled;
import org.pushpin.content.Summary;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;

/** A board, opened: a canvas with one item per card. What did not change since the last time is the same item. */
@Component(property = {"contentType=board", "context=workspace"})
public final class BoardView implements Renderer {

    static final Set<Ability> ARROW = EnumSet.of(Ability.SELECT, Ability.REMOVE);
    private static final Set<Ability> BOARD = EnumSet.of(Ability.SELECT, Ability.DROP, Ability.CONNECT, Ability.HOLD);

    @Override
    public View render(Doc document, RenderContext in) {
        Ground ground = Ground.of(Fields.root(document).string(BoardType.BACKGROUND));
        Theme theme = in.theme();
        Look look = new Look(theme, in.locale(), ground);
        Messages messages = look.messages();
        Styled hint = Styled.of(messages.get("empty"), theme.body().color(ground.ink(theme).withOpacity(0.8)));
        Sheet sheet = in.follow(ObjectId.ROOT, Sheet.class, before -> Sheet.of(document, look, before));
        View canvas = new View.Canvas(Paint.of(ground.paper(theme)), new Grid(CardSize.CELL, ground.dot(theme)),
                sheet.items(), sheet.edges(), BOARD, Optional.of(hint));
        String title = Summary.oneLine(Fields.root(document).string(BoardType.TITLE));
        return new View.Described(canvas, Role.BOARD, title.isEmpty() ? messages.get("untitled") : title,
                colors(ground, theme, messages));
    }

    private static List<Action> colors(Ground present, Theme theme, Messages messages) {
        List<Action> actions = new ArrayList<>();
        for (BoardColor color : BoardColor.values()) {
            Intent intent = new Intent.Act(BoardChange.COLOR, Map.of(BoardChange.COLOR, Scalar.of(color.id())));
            String label = messages.get("color." + color.id());
            actions.add(new Action("color/" + color.id(), label, Icon.swatch(color.paper(theme)), intent)
                    .group(messages.get("color")).checked(present.own().isEmpty() && color == present.named()));
        }
        actions.add(OwnColor.choice("color/own", messages.get("color.own"), present.own(), present.paper(Theme.LIGHT),
                new Intent.Act(BoardChange.COLOR)).group(messages.get("color")));
        return actions;
    }
}
