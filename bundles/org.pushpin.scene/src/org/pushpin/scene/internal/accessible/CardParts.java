// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Action;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.View;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Accessible.State;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * What a card's view says of its parts, as nodes: what it describes with its role, name and actions, and texts, pictures and
 * buttons by themselves; boxes that are there for their look are no nodes. Costs what the card shows.
 */
record CardParts(Core core, TextEditing editing) {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 200;
    /** Their own name says all that is in them. */
    private static final Set<Role> WHOLE = EnumSet.of(Role.BUTTON, Role.CHECKBOX, Role.LINK, Role.IMAGE, Role.HEADING);

    List<Accessible> of(SceneItem item) {
        Rect at = core.shown(item);
        List<Accessible> parts = new ArrayList<>();
        boolean described = item.laid() instanceof Laid.Part;
        if (described) inside(item.laid(), new PartPlace(item, "", at.x(), at.y()), parts, 0);
        else collect(item.laid(), new PartPlace(item, "", at.x(), at.y()), parts, 0);
        return parts;
    }

    /** What a card is called: its document's title, else what its view calls itself, else the first text in it. */
    static String name(SceneItem item) {
        String title = item.rendered().title();
        if (title.isEmpty() && item.laid() instanceof Laid.Part part) title = part.described().name();
        return title.isEmpty() ? firstText(item.laid(), 0) : title;
    }

    private static String firstText(Laid laid, int depth) {
        String own = switch (laid) {
            case Laid.Lines lines -> lines.placeholder() ? "" : TextParts.visible(lines.block().text().paragraphs().getFirst());
            case Laid.Press press -> press.action().label();
            case Laid.Image image -> image.picture().description();
            case Laid.Part part -> part.described().name();
            default -> "";
        };
        if (!own.isBlank()) return own.length() > LONGEST_NAME ? own.substring(0, LONGEST_NAME) + "…" : own.strip();
        if (depth > DEEPEST) return "";
        return laid.parts().stream().map(part -> firstText(part.part(), depth + 1)).filter(text -> !text.isEmpty()).findFirst()
                .orElse("");
    }

    private void collect(Laid laid, PartPlace place, List<Accessible> into, int depth) {
        if (depth > DEEPEST) return;
        Rect at = place.points(core, laid);
        switch (laid) {
            case Laid.Lines lines -> into.add(new TextParts(core, editing, lines, place).node(at));
            case Laid.Image image -> into.add(Accessible.of(place.key(), Role.IMAGE, image.picture().description(), at));
            case Laid.Press press -> into.add(pressed(Accessible.of(place.key(), Role.BUTTON, press.action().label(), at),
                    List.of(press.action()), place));
            case Laid.Bar bar -> into.add(Accessible.of(place.key(), Role.PROGRESS, bar.label().plain(), at)
                    .value(bar.part() < 0 ? "" : Math.round(bar.part() * 100) + " %"));
            case Laid.Part part -> into.add(part(part, place, at, depth));
            case Laid.Nested nested -> into.add(nested(nested, place, at, depth));
            case Laid.Group group -> inside(group, place, into, depth);
            case Laid.Figure figure -> inside(figure, place, into, depth);
            case Laid.Symbol symbol -> { }
            case Laid.Plane plane -> { }
        }
    }

    private void inside(Laid laid, PartPlace place, List<Accessible> into, int depth) {
        List<Laid.Placed> parts = laid.parts();
        for (int i = 0; i < parts.size(); i++) collect(parts.get(i).part(), place.inside(i, parts.get(i)), into, depth + 1);
    }

    private Accessible part(Laid.Part part, PartPlace place, Rect at, int depth) {
        View.Described described = part.described();
        String name = described.name().isEmpty() ? firstText(part.child(), depth) : described.name();
        Accessible node = pressed(Accessible.of(place.key(), described.role(), name, at), described.actions(), place);
        if (WHOLE.contains(described.role())) return node;
        List<Accessible> inner = new ArrayList<>();
        inside(part, place, inner, depth);
        return node.children(inner);
    }

    /** Another document in this one. */
    private Accessible nested(Laid.Nested nested, PartPlace place, Rect at, int depth) {
        List<Accessible> inner = new ArrayList<>();
        inside(nested, place, inner, depth);
        String title = place.item().rendered().find(nested.embed()).map(found -> found.title()).orElse("");
        String name = title.isEmpty() ? firstText(nested.child(), depth) : title;
        return Accessible.of(place.key(), Role.DOCUMENT, name, at).children(inner);
    }

    private static Accessible pressed(Accessible node, List<Action> actions, PartPlace place) {
        Set<State> states = EnumSet.noneOf(State.class);
        Optional<Action> first = actions.stream().findFirst();
        boolean presses = node.role() == Role.BUTTON || node.role() == Role.CHECKBOX;
        if (presses && first.filter(Action::checked).isPresent()) states.add(State.CHECKED);
        if (presses && first.filter(action -> !action.enabled()).isPresent()) states.add(State.DISABLED);
        return node.states(states).commands(Deeds.of(actions, place));
    }
}
