// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.pushpin.content.Ability;
import org.pushpin.content.Edge;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Accessible.State;
import org.pushpin.scene.AccessibleList;
import org.pushpin.scene.AccessibleList.Keys;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.edges.Route;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * The plane as a tree: frames and cards in reading order, the cards of a frame inside of it, then arrows, then people. Ui
 * thread. A root costs nothing; its children cost what the board has together, once for a scene, and a node what it says.
 */
public final class AccessibleTree {

    private static final Rect NOWHERE = new Rect(0, 0, 0, 0);
    private static final Keys NONE = new Keys(List.of());

    private final Core core;
    private final TextEditing editing;
    private final Outline outline;
    private final CardParts parts;
    private Keys keys = NONE;
    /** What was in a frame when it was asked about last. */
    private final Map<String, Keys> frames = new HashMap<>();

    public AccessibleTree(Core core, TextEditing editing) {
        this.core = core;
        this.editing = editing;
        outline = new Outline(core);
        parts = new CardParts(core, editing);
    }

    /** @param people who else is here: the last of the nodes. @param subtitle what there is, in a few words */
    public Accessible make(String title, String subtitle, List<Accessible> people) {
        Rect all = new Rect(0, 0, core.width, core.height);
        Role role = core.scene().flatMap(Scene::canvas).isPresent() ? Role.BOARD : Role.DOCUMENT;
        Set<State> states = EnumSet.of(State.FOCUSABLE);
        if (core.focused && core.selection.isEmpty() && !editing.active()) states.add(State.FOCUSED);
        return Accessible.of("", role, title, all).description(subtitle).states(states)
                .commands(Deeds.board(core)).children(children(people));
    }

    private List<Accessible> children(List<Accessible> people) {
        Map<String, Accessible> others = new LinkedHashMap<>();
        people.forEach(person -> others.put(person.key(), person));
        List<String> all = new ArrayList<>(outline.top().all());
        core.arrows.all().forEach(edge -> all.add(edge.key()));
        all.addAll(others.keySet());
        if (!keys.all().equals(all)) keys = new Keys(all);
        return AccessibleList.each(keys, key -> others.containsKey(key) ? others.get(key) : node(key));
    }

    private Accessible node(String key) {
        Optional<SceneItem> item = core.item(key);
        if (item.isEmpty()) return Accessible.of(key, Role.DOCUMENT, "", NOWHERE).states(EnumSet.of(State.OUT_OF_SIGHT));
        return core.arrows.edge(item.get()).map(edge -> arrow(edge, item.get())).orElseGet(() -> card(item.get()));
    }

    private Accessible card(SceneItem item) {
        Rect at = core.camera.points(core.shown(item));
        Accessible card = Accessible.of(item.key(), item.holds() ? Role.FRAME : Role.DOCUMENT, CardParts.name(item), at)
                .description(about(item)).states(states(item, at)).commands(Deeds.card(core, item));
        return card.children(item.holds() ? inside(item) : AccessibleList.whole(() -> parts.of(item)));
    }

    /** Of a frame: its title, then what is in it. */
    private List<Accessible> inside(SceneItem frame) {
        Map<String, Accessible> own = new LinkedHashMap<>();
        parts.of(frame).forEach(part -> own.put(part.key(), part));
        List<String> all = new ArrayList<>(own.keySet());
        all.addAll(outline.members(frame.key()).all());
        Keys now = frames.getOrDefault(frame.key(), NONE);
        if (!now.all().equals(all)) now = new Keys(all);
        frames.put(frame.key(), now);
        return AccessibleList.each(now, key -> own.containsKey(key) ? own.get(key) : node(key));
    }

    private String about(SceneItem item) {
        if (!item.near()) return core.messages().get("accessible.far");
        return item.locked() ? core.messages().get("lock") : "";
    }

    private Set<State> states(SceneItem item, Rect at) {
        Set<State> states = EnumSet.of(State.FOCUSABLE);
        boolean selected = core.selection.contains(item.key());
        boolean alone = selected && core.selection.size() == 1 && !editing.active(item.key());
        if (item.can().contains(Ability.SELECT)) states.add(State.SELECTABLE);
        if (selected) states.add(State.SELECTED);
        if (core.focused && alone) states.add(State.FOCUSED);
        if (!at.intersects(new Rect(0, 0, core.width, core.height))) states.add(State.OUT_OF_SIGHT);
        return states;
    }

    /** An arrow, named after the cards that it leads from and to, and its label. */
    private Accessible arrow(Edge edge, SceneItem label) {
        String says = core.arrows.blank(label) ? "" : Parts.firstEditor(label)
                .map(found -> Parts.block(found).plain().strip()).orElse("");
        String name = core.messages().get(says.isEmpty() ? "arrow" : "arrow.label", end(edge.from()), end(edge.to()), says);
        Rect at = core.arrows.route(edge).map(Route::bounds).map(core.camera::points).orElse(NOWHERE);
        List<List<String>> ends = List.of(way(edge.from()), way(edge.to()));
        List<Accessible> inside = core.arrows.blank(label) ? List.of() : AccessibleList.whole(() -> parts.of(label));
        return Accessible.of(edge.key(), Role.ARROW, name, at).states(states(label, at)).commands(Deeds.card(core, label))
                .connects(ends).children(inside);
    }

    private List<String> way(Edge.End end) {
        return core.item(end.item()).map(outline::path).orElse(List.of());
    }

    private String end(Edge.End end) {
        return core.item(end.item()).map(CardParts::name).filter(name -> !name.isEmpty())
                .orElse(core.messages().get("untitled"));
    }

    // places

    /** The keys from below the root down to what has the keyboard; none where that is the root. */
    public List<String> focus(Accessible root) {
        String key = core.edited.isEmpty() && core.selection.size() == 1 ? core.selection.iterator().next() : core.edited;
        return path(root, key, Accessible::focused);
    }

    /** The keys from below the root down to what is at a point of the stage; none where that is the plane. */
    public List<String> at(Accessible root, double x, double y) {
        Point point = new Point(x, y);
        Point board = core.camera.board(x, y);
        Optional<SceneItem> item = core.itemAt(board).or(() -> core.shownIn(new Rect(board.x(), board.y(), 0.01, 0.01)).reversed()
                .stream().filter(SceneItem::holds).findFirst());
        return path(root, item.map(SceneItem::key).orElse(""), node -> node.bounds().contains(point));
    }

    private List<String> path(Accessible root, String key, Predicate<Accessible> wanted) {
        Optional<SceneItem> item = core.item(key);
        if (item.isEmpty()) return List.of();
        List<String> path = item.get().isLabel() ? new ArrayList<>(List.of(key)) : outline.path(item.get());
        Optional<Accessible> card = Optional.of(root);
        for (String step : path) card = card.flatMap(node -> node.child(step));
        if (card.isEmpty()) return List.of();
        descend(item.get().holds() ? parts.of(item.get()) : card.get().children(), wanted, path);
        return path;
    }

    /** Goes on to the innermost that is wanted. @return whether there is one */
    private static boolean descend(List<Accessible> nodes, Predicate<Accessible> wanted, List<String> path) {
        for (Accessible child : nodes.reversed()) {
            path.add(child.key());
            if (descend(child.children(), wanted, path) || wanted.test(child)) return true;
            path.removeLast();
        }
        return false;
    }
}
