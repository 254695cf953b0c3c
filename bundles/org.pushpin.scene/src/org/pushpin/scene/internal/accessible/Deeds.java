// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.content.Ability;
import org.pushpin.content.Action;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Place;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * What nodes can do, as commands: {@code node:VERB:PATH:NUMBER:CARD}, so that a command can be performed without the tree that
 * offered it. A part that is no longer there does nothing. Ui thread.
 *
 * @param reveal brings a place of the board into sight
 */
public record Deeds(Core core, Performer performer, Pointing pointing, Consumer<Rect> reveal) {

    private static final String NODE = "node";
    private static final String SELECT = "select";
    private static final String EDIT = "edit";
    private static final String OPEN = "open";
    private static final String ACT = "act";
    private static final String RUN = "run";
    private static final String BOARD = "board";

    // what is offered

    static List<Command> card(Core core, SceneItem item) {
        List<Command> commands = new ArrayList<>();
        boolean edits = !item.locked() && Parts.firstEditor(item).isPresent();
        if (edits) commands.add(command(id(EDIT, "", 0, item), core.messages().get("edit")));
        if (core.isCanvas() && item.rendered().url() != null) commands.add(command(id(OPEN, "", 0, item), core.messages().get("open")));
        if (item.can().contains(Ability.SELECT)) commands.add(command(id(SELECT, "", 0, item), core.messages().get("accessible.select")));
        if (item.laid() instanceof Laid.Part part) commands.addAll(of(part.described().actions(), new PartPlace(item, "", 0, 0)));
        return commands;
    }

    static List<Command> of(List<Action> actions, PartPlace place) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            commands.add(command(id(ACT, place.path(), i, place.item()), actions.get(i)));
        }
        return commands;
    }

    /** @param unit of the text, at which a run has an intent */
    static Command run(PartPlace place, int unit, String label, boolean checked) {
        return new Command(id(RUN, place.path(), unit, place.item()), label, Icon.NONE, "", true, checked, List.of());
    }

    static List<Command> board(Core core) {
        List<Action> actions = core.scene().map(Scene::actions).orElse(List.of());
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) commands.add(command(NODE + ":" + BOARD + "::" + i + ":", actions.get(i)));
        return commands;
    }

    private static String id(String verb, String path, int number, SceneItem item) {
        return NODE + ":" + verb + ":" + path + ":" + number + ":" + item.key();
    }

    private static Command command(String id, String label) {
        return new Command(id, label, Icon.NONE, "", true);
    }

    private static Command command(String id, Action action) {
        String label = action.group().isEmpty() ? action.label() : action.group() + ": " + action.label();
        return new Command(id, label, action.icon(), action.key(), action.enabled(), action.checked(), List.of());
    }

    // doing

    /** @return whether the command was one of these */
    public boolean perform(String id) {
        String[] words = id.split(":", 5);
        if (words.length < 5 || !words[0].equals(NODE) || !words[3].matches("[0-9]{1,9}")) return false;
        int number = Integer.parseInt(words[3]);
        if (words[1].equals(BOARD)) core.scene().ifPresent(scene -> act(scene.actions(), number, core.url));
        else core.item(words[4]).ifPresent(item -> perform(item, words[1], words[2], number));
        return true;
    }

    private void perform(SceneItem item, String verb, String path, int number) {
        switch (verb) {
            case SELECT -> select(item);
            case EDIT -> {
                select(item);
                pointing.editOrOpen(item);
            }
            case OPEN -> pointing.open(item, Place.HERE);
            case ACT -> part(item, path).ifPresent(found -> act(actions(found.part()), number, owner(found)));
            case RUN -> part(item, path).ifPresent(found -> run(found, number));
            default -> { }
        }
    }

    private void select(SceneItem item) {
        if (!core.isCanvas() || !item.can().contains(Ability.SELECT)) return;
        core.select(Set.of(item.key()));
        reveal.accept(core.shown(item));
    }

    private void act(List<Action> actions, int number, DocumentUrl url) {
        if (number >= actions.size() || !actions.get(number).enabled()) return;
        performer.perform(url, actions.get(number).intent(), core.camera.viewport(core.width, core.height).center());
    }

    private void run(Parts.Found found, int unit) {
        if (!(found.part() instanceof Laid.Lines lines) || lines.placeholder()) return;
        Optional<Intent> intent = lines.block().run(unit).flatMap(run -> run.intent());
        intent.ifPresent(wanted -> performer.perform(owner(found), wanted, core.camera.viewport(core.width, core.height).center()));
    }

    private DocumentUrl owner(Parts.Found found) {
        return found.owner().map(Rendered::url).orElse(core.url);
    }

    private static List<Action> actions(Laid part) {
        return switch (part) {
            case Laid.Part described -> described.described().actions();
            case Laid.Press press -> List.of(press.action());
            default -> List.of();
        };
    }

    /** The part at a path, and whose it is. */
    static Optional<Parts.Found> part(SceneItem item, String path) {
        Rendered root = item.rendered();
        Optional<Rendered> owner = root.url() == null ? Optional.empty() : Optional.of(root);
        Parts.Found found = new Parts.Found(item.laid(), 0, 0, owner);
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            List<Laid.Placed> parts = found.part().parts();
            int number = step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
            if (number >= parts.size()) return Optional.empty();
            Optional<Rendered> above = found.owner();
            Optional<Rendered> inner = found.part() instanceof Laid.Nested nested ? root.find(nested.embed()).or(() -> above) : above;
            Laid.Placed part = parts.get(number);
            found = new Parts.Found(part.part(), found.x() + part.x(), found.y() + part.y(), inner);
        }
        return Optional.of(found);
    }
}
