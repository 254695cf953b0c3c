// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Edge;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.arrange.Alignment;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Grouping;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** What is done with the selected cards as a whole: alignment, order, locks, frames, arrows, and what is selected. */
final class Arranging {

    /** Around cards that are framed; above them there is a title. */
    private static final double ROOM = 20;
    private static final double TITLE = 40;

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final TextEditing editing;
    private final Clipping copies;

    Arranging(Core core, Performer performer, Pointing pointing, TextEditing editing) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.editing = editing;
        copies = new Clipping(core, performer, pointing);
    }

    // what there is

    List<Command> commands() {
        boolean cards = !editing.active() && core.isCanvas();
        List<SceneItem> movable = cards ? core.selected(Ability.MOVE) : List.of();
        boolean some = !movable.isEmpty();
        boolean ordered = some && core.items().size() > movable.size();
        boolean connect = cards && canvasCan(Ability.CONNECT) && core.selected(Ability.CONNECT).size() > 1;
        return List.of(
                group("order", ordered, command("front", "Ctrl+Shift+]", ordered), command("forward", "Ctrl+]", ordered),
                        command("backward", "Ctrl+[", ordered), command("back", "Ctrl+Shift+[", ordered)),
                group("align", movable.size() > 1, align(movable.size())),
                lock(cards),
                command("duplicate", "Ctrl+D", cards && copies.any()),
                command("duplicateDocument", "Ctrl+Shift+D", cards && copies.anyDocument()),
                command("frame", "Ctrl+G", cards && canvasCan(Ability.HOLD)),
                unframed(movable.stream().anyMatch(SceneItem::holds), some && movable.stream().anyMatch(i -> i.holds() || !i.frame().isEmpty())),
                command("connect", "Ctrl+L", connect),
                command("selectNone", "Ctrl+Shift+A", cards && !core.selection.isEmpty()),
                command("selectInverse", "Alt+Shift+I", cards && !core.items().isEmpty()));
    }

    private Command unframed(boolean frames, boolean enabled) {
        return frames ? command("unframe", "Ctrl+Shift+G", enabled) : command("takeOut", "Ctrl+Shift+G", enabled);
    }

    private boolean canvasCan(Ability ability) {
        return core.scene().flatMap(Scene::canvas).map(View.Canvas::can).filter(can -> can.contains(ability)).isPresent();
    }

    private Command command(String id, String key, boolean enabled) {
        return new Command(id, core.messages().get(id), Icon.NONE, key, enabled);
    }

    private Command group(String id, boolean enabled, Command... children) {
        return new Command("group:" + id, core.messages().get(id), Icon.NONE, "", enabled, false, List.of(children));
    }

    private Command[] align(int count) {
        boolean two = count >= Alignment.LEFT.least();
        boolean three = count >= Alignment.ACROSS.least();
        return new Command[] {command("align.left", "Alt+Shift+A", two), command("align.center", "Alt+Shift+H", two),
            command("align.right", "Alt+Shift+D", two), Command.SEPARATOR, command("align.top", "Alt+Shift+W", two),
            command("align.middle", "Alt+Shift+V", two), command("align.bottom", "Alt+Shift+S", two), Command.SEPARATOR,
            command("align.across", "Alt+Shift+X", three), command("align.down", "Alt+Shift+Y", three)};
    }

    private Command lock(boolean cards) {
        boolean locked = allLocked();
        boolean can = cards && (locked || !core.selected(Ability.LOCK).isEmpty());
        return new Command("lock", core.messages().get("lock"), Icon.NONE, "Ctrl+Shift+L", can, locked, List.of());
    }

    private boolean allLocked() {
        return !core.selection.isEmpty() && core.selected(Ability.UNLOCK).size() == core.selection.size();
    }

    /** @return whether the command was one of these */
    boolean perform(String id) {
        if (id.startsWith("align.")) {
            align(Alignment.valueOf(id.substring("align.".length()).toUpperCase(Locale.ROOT)));
            return true;
        }
        switch (id) {
            case "front", "forward", "backward", "back" -> order(id);
            case "lock" -> performer.change(core.url, new Intent.Lock(Set.copyOf(core.selection), !allLocked()));
            case "duplicate" -> copies.duplicate();
            case "duplicateDocument" -> copies.duplicateDocuments();
            case "frame" -> frame();
            case "unframe", "takeOut" -> unframe();
            case "connect" -> connect();
            case "selectNone" -> core.select(Set.of());
            case "selectInverse" -> invert();
            default -> {
                return false;
            }
        }
        return true;
    }

    // alignment and order

    /** A frame takes along what is in it. */
    private void align(Alignment alignment) {
        Grouping grouping = new Grouping(core);
        Map<String, Rect> places = new LinkedHashMap<>();
        Set<String> chosen = new LinkedHashSet<>(core.selection);
        core.selected(Ability.MOVE).stream().filter(item -> !chosen.contains(item.frame()))
                .forEach(item -> places.put(item.key(), core.shown(item)));
        Map<String, Adjustment> moves = new LinkedHashMap<>();
        alignment.arrange(places).forEach((key, to) -> {
            Rect from = places.get(key);
            for (SceneItem item : grouping.within(core.item(key).stream().toList())) {
                Rect at = core.shown(item).moved(to.x() - from.x(), to.y() - from.y());
                moves.putIfAbsent(item.key(), Adjustment.move(at.corner()));
            }
        });
        if (!moves.isEmpty()) performer.change(core.url, new Intent.Arrange(moves));
    }

    /** Puts the selected cards elsewhere among those of their layer: frames lie below all that are none. */
    private void order(String how) {
        List<SceneItem> moving = core.items().stream().filter(item -> core.selection.contains(item.key())).toList();
        if (moving.isEmpty()) return;
        boolean frames = moving.stream().allMatch(SceneItem::holds);
        List<SceneItem> still = core.items().stream()
                .filter(item -> item.holds() == frames && !core.selection.contains(item.key())).toList();
        List<String> keys = moving.stream().map(SceneItem::key).toList();
        above(how, moving, still).ifPresent(above -> performer.change(core.url, new Intent.Order(keys, above)));
    }

    /** The key of the card to lie upon; empty: below everything. One step goes past the next card that is touched. */
    private Optional<String> above(String how, List<SceneItem> moving, List<SceneItem> still) {
        if (still.isEmpty()) return Optional.empty();
        if (how.equals("back")) return Optional.of("");
        if (how.equals("front")) return Optional.of(still.getLast().key());
        List<SceneItem> order = core.items();
        boolean up = how.equals("forward");
        int edge = order.indexOf(up ? moving.getLast() : moving.getFirst());
        List<SceneItem> beyond = still.stream().filter(item -> up == order.indexOf(item) > edge).toList();
        if (beyond.isEmpty()) return Optional.empty();
        List<SceneItem> touched = beyond.stream().filter(item -> moving.stream().anyMatch(m -> m.at().intersects(item.at()))).toList();
        List<SceneItem> next = touched.isEmpty() ? beyond : touched;
        if (up) return Optional.of(next.getFirst().key());
        int below = still.indexOf(next.getLast()) - 1;
        return Optional.of(below < 0 ? "" : still.get(below).key());
    }

    // frames and arrows

    /** Around what is selected, or where there is room in sight, and its title is edited. */
    private void frame() {
        List<SceneItem> inside = core.selected(Ability.MOVE);
        Rect view = core.camera.viewport(core.width, core.height);
        Rect at = inside.stream().map(SceneItem::at).reduce(Rect::union)
                .map(all -> new Rect(all.x() - ROOM, all.y() - TITLE, all.width() + 2 * ROOM, all.height() + ROOM + TITLE))
                .orElseGet(() -> new Rect(Placements.snap(view.center().x() - 200),
                        Placements.snap(view.center().y() - 140), 400, 280));
        Set<String> keys = new LinkedHashSet<>();
        inside.stream().filter(item -> !core.selection.contains(item.frame())).forEach(item -> keys.add(item.key()));
        Set<String> frames = new LinkedHashSet<>();
        inside.forEach(item -> frames.add(item.frame()));
        String within = inside.isEmpty() ? new Grouping(core).around(at, Set.of()).map(SceneItem::key).orElse("")
                : frames.size() == 1 ? frames.iterator().next() : "";
        String key = Placements.key();
        if (performer.change(core.url, new Intent.Enclose(key, at, keys, within))) pointing.editLater(key);
    }

    /** Takes cards out of their frame; a selected frame goes, and what was in it stays. */
    private void unframe() {
        Set<String> frames = new LinkedHashSet<>();
        Set<String> members = new LinkedHashSet<>();
        for (SceneItem item : core.selected(Ability.MOVE)) (item.holds() ? frames : members).add(item.key());
        List<Intent> intents = new ArrayList<>();
        if (!frames.isEmpty()) intents.add(new Intent.Remove(frames));
        if (frames.isEmpty()) intents.add(new Intent.Reparent(members, ""));
        performer.change(core.url, intents);
    }

    /** From the card that was selected first to all others. */
    private void connect() {
        List<SceneItem> ends = core.selected(Ability.CONNECT);
        List<Intent> intents = new ArrayList<>();
        String last = "";
        for (SceneItem to : ends.subList(1, ends.size())) {
            last = Placements.key();
            intents.add(new Intent.Connect(last, Edge.End.of(ends.getFirst().key(), false),
                    Edge.End.of(to.key(), true)));
        }
        if (performer.change(core.url, intents) && intents.size() == 1) pointing.selectLater(List.of(last));
    }

    private void invert() {
        Set<String> keys = new LinkedHashSet<>();
        core.reading.all().stream().filter(i -> i.can().contains(Ability.SELECT) && !core.selection.contains(i.key()))
                .forEach(i -> keys.add(i.key()));
        core.select(keys);
    }
}
