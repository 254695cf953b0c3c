// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Adjustment;
import org.pushpin.content.CardSize;
import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Doc;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.Command;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.render.SceneItem;

/** Everything by keyboard: commands by their keys, traversal, nudging, and editing. */
final class Keyboard {

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final TextEditing editing;
    private final Commands commands;

    Keyboard(Core core, Performer performer, Pointing pointing, TextEditing editing, Commands commands) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.editing = editing;
        this.commands = commands;
    }

    boolean key(KeyEvent event) {
        if (event.name().equals("Esc") && pointing.busy()) {
            pointing.cancel();
            return true;
        }
        if (editing.active() && new TextKeys(core, editing).key(event)) return true;
        Optional<Command> command = commands.all().stream().filter(c -> matches(c, event)).findFirst();
        if (command.isPresent() && command.get().enabled()) {
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
        if (event.modifiers().command()) return false;
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
        List<SceneItem> order = core.readingOrder().stream().filter(i -> i.can().contains(Ability.SELECT)).toList();
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
        if (!core.selected(Ability.MOVE).isEmpty()) nudge(dx, dy, event.modifiers().alt());
        else if (core.isCanvas() && !core.items().isEmpty()) step(dx + dy);
        else core.camera(core.camera.panned(dx * 40, dy * 40));
    }

    /** By a cell onto the grid, or by one unit with Alt; presses in quick succession are one step of undo. */
    private void nudge(int dx, int dy, boolean fine) {
        Map<String, Adjustment> moves = new LinkedHashMap<>();
        for (SceneItem item : core.selected(Ability.MOVE)) {
            Rect at = item.at().moved(fine ? dx : dx * CardSize.CELL, fine ? dy : dy * CardSize.CELL);
            double x = fine || dx == 0 ? at.x() : Placements.snap(at.x());
            double y = fine || dy == 0 ? at.y() : Placements.snap(at.y());
            moves.put(item.key(), Adjustment.move(new org.pushpin.content.Point(x, y)));
        }
        Optional<DocHandle> board = performer.handle(core.url);
        if (board.isEmpty()) return;
        core.undo.continueRun(board.get(), "nudge", core.host.now());
        Optional<Doc> after = performer.change(board.get(), core.url.contentType(), edit -> new Intent.Arrange(moves));
        if (after.isEmpty()) return;
        core.undo.ran();
        core.changed();
    }

    private void scroll(double pages) {
        core.camera(core.camera.panned(0, pages * core.height));
    }

    /** Scrolls until a card is in sight. */
    private void reveal(Rect at) {
        Rect view = core.camera.viewport(core.width, core.height);
        double x = Math.clamp(view.x(), Math.min(at.x() - 20, at.right() + 20 - view.width()),
                Math.max(at.x() - 20, at.right() + 20 - view.width()));
        double y = Math.clamp(view.y(), Math.min(at.y() - 20, at.bottom() + 20 - view.height()),
                Math.max(at.y() - 20, at.bottom() + 20 - view.height()));
        boolean inSight = view.contains(at);
        if (!inSight) core.camera(core.camera.at(x, y));
    }
}
