// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.Action;
import org.pushpin.content.BoardColor;
import org.pushpin.content.Color;
import org.pushpin.content.Edge;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.OwnColor;
import org.pushpin.content.Parts;
import org.pushpin.content.Role;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Scalar;

/** What a board shows by itself: frames with their titles, and the labels of arrows. */
record FrameView(Theme theme, Messages messages, Ground ground) {

    /** From a frame's upper edge to the line that it draws, which its title sits on. */
    private static final double RAISED = 10;

    View frame(Card card) {
        Ground color = Ground.of(card.fields().string(Card.COLOR));
        boolean plain = color.isDefault();
        Color paper = plain ? ground.paper(theme) : ground.paper(theme).mix(color.paper(theme), 0.55);
        Color line = plain ? theme.palette().frame() : color.paper(theme).mix(color.ink(theme), 0.3);
        Style area = Style.NONE.grow(1).radius(Theme.RADIUS_POPOVER).border(new Stroke(line, 1, plain));
        View drawn = View.Box.column(plain ? area : area.background(paper));
        View behind = View.Box.column(Style.NONE.grow(1).padding(new Insets(RAISED, 0, 0, 0)), drawn);
        return described(View.Box.stack(Style.NONE.grow(1), behind, title(card, paper)), card, color);
    }

    /** On the line, on a ground that interrupts it. */
    private View title(Card card, Color paper) {
        TextStyle style = theme.hint().weight(600).color(ground.ink(theme).withOpacity(0.75));
        View title = Parts.title(card.fields(), Card.TITLE, style, messages.get("frame.title"), theme);
        View on = View.Box.row(Style.NONE.padding(Insets.of(2, 8)).radius(4).background(paper), title);
        return View.Box.row(Style.NONE.padding(new Insets(0, 16, 0, 16)), on);
    }

    private View described(View view, Card card, Ground color) {
        String title = card.fields().string(Card.TITLE);
        return new View.Described(view, Role.GROUP, title.isEmpty() ? messages.get("frame") : title,
                colors(card.key(), color, "frame.color"));
    }

    /** The eighteen, for an entry that can be painted. */
    private List<Action> colors(String key, Ground present, String group) {
        List<Action> actions = new ArrayList<>();
        for (BoardColor color : BoardColor.values()) {
            Intent intent = new Intent.Act(BoardChange.PAINT,
                    Map.of(BoardChange.ITEM, Scalar.of(key), BoardChange.COLOR, Scalar.of(color.id())));
            String label = color == BoardColor.DEFAULT ? messages.get("none") : messages.get("color." + color.id());
            actions.add(new Action("paint/" + color.id(), label, Icon.swatch(color.paper(theme)), intent)
                    .group(messages.get(group)).checked(present.own().isEmpty() && color == present.named()));
        }
        actions.add(OwnColor.choice("paint/own", messages.get("color.own"), present.own(), present.paper(Theme.LIGHT),
                new Intent.Act(BoardChange.PAINT, Map.of(BoardChange.ITEM, Scalar.of(key)))).group(messages.get(group)));
        return actions;
    }

    Edge arrow(Arrow arrow) {
        Ground color = Ground.of(arrow.fields().string(Arrow.COLOR));
        Color ink = ground.ink(theme);
        Color quiet = ground.paper(theme).mix(ink, 0.5);
        Color line = color.isDefault() ? quiet : color.paper(theme).mix(ink, 0.3);
        return new Edge(arrow.key(), arrow.end(Arrow.Side.FROM), arrow.end(Arrow.Side.TO), label(arrow, color),
                Stroke.of(line, 1.5), BoardView.ARROW, Captions.of(arrow.fields(), Arrow.LABEL));
    }

    private View label(Arrow arrow, Ground color) {
        TextStyle style = theme.hint().color(ground.ink(theme).withOpacity(0.85));
        View text = Parts.title(arrow.fields(), Arrow.LABEL, style, messages.get("arrow.label"), theme);
        View centered = View.Box.row(Style.NONE.justify(Style.Justify.CENTER), text);
        List<Action> actions = new ArrayList<>(List.of(head(arrow, false), head(arrow, true)));
        actions.addAll(colors(arrow.key(), color, "arrow.color"));
        String says = arrow.fields().string(Arrow.LABEL);
        return new View.Described(centered, Role.GROUP, says.isEmpty() ? messages.get("arrow") : says, actions);
    }

    private Action head(Arrow arrow, boolean last) {
        Edge.End end = arrow.end(last ? Arrow.Side.TO : Arrow.Side.FROM);
        Edge.End turned = new Edge.End(end.item(), end.at(), !end.arrow());
        return new Action(last ? "head/to" : "head/from", messages.get(last ? "arrow.to" : "arrow.from"), Icon.NONE,
                new Intent.Attach(arrow.key(), last, turned)).checked(end.arrow());
    }
}
