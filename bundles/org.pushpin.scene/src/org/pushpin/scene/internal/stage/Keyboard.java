// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Adjustment;
import org.pushpin.content.CardSize;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Doc;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.Command;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.internal.arrange.Direction;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Grouping;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.editing.TextKeys;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.people.People;
import org.pushpin.scene.internal.render.SceneItem;

/** Everything by keyboard: commands by their keys, traversal, nudging, and editing. */
final class Keyboard {

    /** Cells of a large step. */
    private static final int LARGE = 5;

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final TextEditing editing;
    private final Commands commands;
    private final People people;

    Keyboard(Core core, Performer performer, Pointing pointing, TextEditing editing, Commands commands,
            People people) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.editing = editing;
        this.commands = commands;
        this.people = people;
    }

    boolean key(KeyEvent event) {
        if (event.name().equals("Esc") && pointing.busy()) {
            pointing.cancel();
            return true;
        }
        if (event.name().equals("Esc") && pointing.pen.active()) {
            pointing.pen.end();
            return true;
        }
        if (event.name().equals("Esc") && !editing.active() && people.escape()) return true;
        if (editing.active() && new TextKeys(core, editing).key(event)) return true;
        Optional<Command> command = commands.all().stream().flatMap(Command::flat).filter(c -> c.enabled() && matches(c, event)).findFirst();
        if (command.isPresent()) {
            commands.perform(command.get().id());
            return true;
        }
        return !editing.active() && navigate(event);
    }

    private static boolean matches(Command command, KeyEvent event) {
        String chord = event.chord();
        boolean alias = command.id().equals("redo") && chord.equals("Ctrl+Y")
                || command.id().equals("delete") && chord.equals("Backspace")
                || command.id().equals("zoomIn") && (chord.equals("Ctrl++") || chord.equals("Ctrl+Shift+=")
                || chord.equals("Ctrl+Shift++"));
        return alias || !command.key().isEmpty() && command.key().equalsIgnoreCase(chord);
    }

    private boolean navigate(KeyEvent event) {
        if (event.modifiers().command()) return leads(event).filter(way -> go(way, event.modifiers().shift())).isPresent();
        switch (event.name()) {
            case "Esc" -> {
                return !core.selection.isEmpty() && core.select(Set.of());
            }
            case "Tab" -> {
                return step(event.modifiers().shift() ? -1 : 1);
            }
            case "Left" -> arrow(-1, 0, event);
            case "Right" -> arrow(1, 0, event);
            case "Up" -> arrow(0, -1, event);
            case "Down" -> arrow(0, 1, event);
            case "Space" -> pointing.hand(true);
            case "PageUp" -> scroll(-0.9);
            case "PageDown" -> scroll(0.9);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** To the next card in reading order; past the last one the window goes on with what follows the stage. */
    private boolean step(int direction) {
        List<SceneItem> order = core.reading.all().stream().filter(i -> i.can().contains(Ability.SELECT)).toList();
        if (order.isEmpty()) return false;
        List<String> keys = order.stream().map(SceneItem::key).toList();
        String present = core.selection.isEmpty() ? "" : core.selection.iterator().next();
        int at = keys.indexOf(present);
        int next = at < 0 ? (direction > 0 ? 0 : keys.size() - 1) : at + direction;
        if (next < 0 || next >= keys.size()) {
            core.select(Set.of());
            return false;
        }
        core.select(Set.of(keys.get(next)));
        reveal(order.get(next).at());
        return true;
    }

    private void arrow(int dx, int dy, KeyEvent event) {
        if (!core.selected(Ability.MOVE).isEmpty()) nudge(dx, dy, event.modifiers());
        else if (core.isCanvas() && !core.items().isEmpty()) step(dx + dy);
        else core.camera(core.camera.panned(dx * 40, dy * 40));
    }

    /**
     * By a cell onto the grid, by five with Shift, or by one unit with Alt; presses in quick succession are one step of
     * undo. What moves together keeps its shape.
     */
    private void nudge(int dx, int dy, Modifiers held) {
        List<SceneItem> moving = new Grouping(core).moving();
        Rect all = moving.stream().map(core::shown).reduce(Rect::union).orElseThrow();
        double step = held.alt() ? 1 : held.shift() ? LARGE * CardSize.CELL : CardSize.CELL;
        Rect to = all.moved(dx * step, dy * step);
        double x = held.alt() || dx == 0 ? to.x() : Placements.snap(to.x());
        double y = held.alt() || dy == 0 ? to.y() : Placements.snap(to.y());
        Map<String, Adjustment> moves = new LinkedHashMap<>();
        Map<String, Rect> places = new LinkedHashMap<>();
        for (SceneItem item : moving) {
            Rect at = core.shown(item).moved(x - all.x(), y - all.y());
            places.put(item.key(), at);
            moves.put(item.key(), Adjustment.move(at.corner()));
        }
        Optional<DocHandle> board = performer.handle(core.url);
        if (board.isEmpty()) return;
        core.undo.continueRun(board.get(), "nudge", core.host.now());
        Optional<Doc> after = performer.change(board.get(), core.url.contentType(), edit -> new Intent.Arrange(moves));
        if (after.isEmpty()) return;
        core.undo.ran();
        core.preview.move(places);
        core.preview.keep();
        core.changed();
    }

    private static Optional<Direction> leads(KeyEvent event) {
        return switch (event.name()) {
            case "Left" -> Optional.of(Direction.LEFT);
            case "Right" -> Optional.of(Direction.RIGHT);
            case "Up" -> Optional.of(Direction.UP);
            case "Down" -> Optional.of(Direction.DOWN);
            default -> Optional.empty();
        };
    }

    /** To the next card that way; from nowhere, to the one nearest to the middle. @param add selects it as well */
    private boolean go(Direction way, boolean add) {
        Map<String, Rect> places = new LinkedHashMap<>();
        for (SceneItem item : core.items()) {
            boolean other = !core.selection.contains(item.key());
            if (other && item.can().contains(Ability.SELECT)) places.put(item.key(), core.shown(item));
        }
        List<String> chosen = List.copyOf(core.selection);
        Optional<Rect> from = chosen.isEmpty() ? Optional.empty() : core.item(chosen.getLast()).map(core::shown);
        Point middle = core.camera.viewport(core.width, core.height).center();
        Optional<String> next = from.isPresent() ? way.from(from.get(), places) : places.entrySet().stream()
                .min(Comparator.comparingDouble(e -> e.getValue().center().distance(middle))).map(Map.Entry::getKey);
        if (next.isEmpty()) return !places.isEmpty();
        Set<String> keys = new LinkedHashSet<>(add ? chosen : List.of());
        keys.add(next.get());
        core.select(keys);
        reveal(places.get(next.get()));
        return true;
    }

    private void scroll(double pages) {
        core.camera(core.camera.panned(0, pages * core.height));
    }

    /** Scrolls until a card is in sight. */
    void reveal(Rect at) {
        Rect view = core.camera.viewport(core.width, core.height);
        double x = Math.clamp(view.x(), Math.min(at.x() - 20, at.right() + 20 - view.width()),
                Math.max(at.x() - 20, at.right() + 20 - view.width()));
        double y = Math.clamp(view.y(), Math.min(at.y() - 20, at.bottom() + 20 - view.height()),
                Math.max(at.y() - 20, at.bottom() + 20 - view.height()));
        boolean inSight = view.contains(at);
        if (!inSight) core.camera(core.camera.at(x, y));
    }
}
