// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Action;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Color;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Place;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.people.People;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** What can be done, by name: the host's own verbs, the creatable types, and the actions that views offer. */
final class Commands {

    private final Core core;
    private final Performer performer;
    private final Pointing pointing;
    private final TextEditing editing;
    private final Transfers transfers;
    private final Arranging arranging;
    private final Zoom zoom;
    private final People people;
    /** Actions of views that a menu has offered, by command. */
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private final Map<ContentType, Optional<Descriptor>> descriptors = new HashMap<>();
    private Point menuAt = Point.ORIGIN;

    /** @param others the same action of other selected cards, each its own */
    private record Offer(Action action, DocumentUrl owner, List<Offer> others) {}

    Commands(Core core, Performer performer, Pointing pointing, TextEditing editing, Transfers transfers,
            Zoom zoom, People people) {
        this.core = core;
        this.performer = performer;
        this.pointing = pointing;
        this.editing = editing;
        this.transfers = transfers;
        arranging = new Arranging(core, performer, pointing, editing);
        this.zoom = zoom;
        this.people = people;
    }

    private Command command(String id, String key, boolean enabled) {
        return new Command(id, core.messages().get(id), Icon.NONE, key, enabled);
    }

    private boolean anySelected(Ability ability) {
        return !editing.active() && !core.selected(ability).isEmpty();
    }

    List<Command> all() {
        boolean text = editing.active();
        boolean marked = text && !editing.selected().isEmpty();
        boolean one = !text && core.selection.size() == 1;
        boolean document = one && selectedItem().filter(item -> item.rendered().url() != null).isPresent();
        List<Command> all = new ArrayList<>(List.of(
                command("undo", "Ctrl+Z", core.undo.canUndo()),
                command("redo", "Ctrl+Shift+Z", core.undo.canRedo()),
                command("cut", "Ctrl+X", marked || anySelected(Ability.REMOVE)),
                command("copy", "Ctrl+C", marked || !text && !core.selection.isEmpty()),
                command("paste", "Ctrl+V", text || transfers.accepts()),
                text ? command("pastePlain", "Ctrl+Shift+V", true) : command("pasteCopies", "Ctrl+Shift+V", transfers.accepts()),
                command("delete", "Delete", marked || anySelected(Ability.REMOVE)),
                command("selectAll", "Ctrl+A", text || !core.items().isEmpty() && core.isCanvas()),
                command("edit", "Enter", one && selectedItem().filter(item -> !item.locked()).isPresent()),
                command("open", "Ctrl+Enter", document),
                command("openTab", "Ctrl+Alt+Enter", document),
                command("openBeside", "Ctrl+Shift+Enter", document),
                command("fitHeight", "", one && fittable().isPresent())));
        all.addAll(zoom.commands());
        all.addAll(people.commands());
        all.addAll(arranging.commands());
        all.addAll(editing.structure.commands());
        all.addAll(keyed());
        all.addAll(creatable());
        return List.copyOf(all);
    }

    /** What the only selected card, or the one whose text is edited, offers under a key. */
    private List<Command> keyed() {
        Optional<SceneItem> item = core.selection.size() == 1 ? selectedItem() : Optional.empty();
        if (item.isEmpty()) return List.of();
        List<Action> actions = new ArrayList<>();
        collect(item.get().laid(), actions);
        actions.removeIf(action -> action.key().isEmpty());
        DocumentUrl owner = item.get().rendered().url() == null ? core.url : item.get().rendered().url();
        return actions.isEmpty() ? List.of() : offered(actions, owner, item.get().key()).stream()
                .flatMap(c -> c.children().isEmpty() ? java.util.stream.Stream.of(c) : c.children().stream()).toList();
    }

    private Optional<SceneItem> fittable() {
        return core.selected(Ability.RESIZE).stream().filter(item -> !item.autoHeight() && !item.holds()).findFirst();
    }

    private List<Command> creatable() {
        List<Command> create = new ArrayList<>();
        List<ContentType> types = core.services.registry().types();
        descriptors.keySet().retainAll(types);
        for (ContentType type : types) {
            describe(type).filter(Descriptor::listed).ifPresent(d -> create.add(new Command("create:" + d.type(),
                    core.messages().get("create", d.label()), d.icon(), "", transfers.accepts())));
        }
        return create;
    }

    private Optional<Descriptor> describe(ContentType type) {
        return descriptors.computeIfAbsent(type, this::ask);
    }

    private Optional<Descriptor> ask(ContentType type) {
        try {
            return Optional.of(core.services.guard().call(type, type.getClass().getName(),
                    () -> type.descriptor(core.locale())));
        } catch (PluginException broken) {
            return Optional.empty();
        }
    }

    // menus

    /** @param at in points; null for the selection's menu */
    List<Command> menu(Point at) {
        offers.clear();
        menuAt = at == null ? middle() : core.camera.board(at.x(), at.y());
        Optional<SceneItem> item = at == null ? selectedItem() : core.itemAt(menuAt);
        if (editing.active() && item.filter(i -> editing.active(i.key())).isPresent()) return textMenu();
        editing.end();
        if (item.isEmpty() || !core.isCanvas()) return paperMenu();
        if (!core.selection.contains(item.get().key())) core.select(Set.of(item.get().key()));
        return cardMenu(item.get());
    }

    private Point middle() {
        return selectedItem().map(item -> item.at().center())
                .orElse(core.camera.viewport(core.width, core.height).center());
    }

    private Optional<SceneItem> selectedItem() {
        return core.selection.isEmpty() ? Optional.empty() : core.item(core.selection.iterator().next());
    }

    private List<Command> pick(String... ids) {
        List<Command> picked = new ArrayList<>();
        List<Command> all = all();
        for (String id : ids) {
            if (id.equals("-")) picked.add(Command.SEPARATOR);
            all.stream().filter(command -> command.id().equals(id)).forEach(picked::add);
        }
        return picked;
    }

    private List<Command> textMenu() {
        List<Command> menu = new ArrayList<>(pick("undo", "redo", "-", "cut", "copy", "paste", "pastePlain", "delete", "-", "selectAll"));
        List<Command> own = editing.structure.commands();
        if (!own.isEmpty()) menu.add(Command.SEPARATOR);
        menu.addAll(own);
        return List.copyOf(menu);
    }

    private List<Command> paperMenu() {
        core.select(Set.of());
        List<Command> menu = new ArrayList<>(creatable());
        if (!menu.isEmpty()) menu.add(Command.SEPARATOR);
        menu.addAll(pick("paste", "pasteCopies", "frame", "selectAll", "-", "undo", "redo"));
        List<Command> own = offered(core.scene().map(Scene::actions).orElse(List.of()), core.url, "board");
        if (!own.isEmpty()) menu.add(Command.SEPARATOR);
        menu.addAll(own);
        return List.copyOf(menu);
    }

    private List<Command> cardMenu(SceneItem item) {
        List<Command> menu = new ArrayList<>();
        DocumentUrl owner = item.rendered().url() == null ? core.url : item.rendered().url();
        List<Action> actions = new ArrayList<>();
        collect(item.laid(), actions);
        if (core.selection.size() == 1) menu.addAll(offered(actions, owner, item.key()));
        else menu.addAll(shared(actions, owner, item.key()));
        if (!menu.isEmpty()) menu.add(Command.SEPARATOR);
        menu.addAll(pick("edit", "open", "openTab", "openBeside", "-", "cut", "copy", "duplicate", "duplicateDocument", "delete", "-",
                "group:order", "group:align", "fitHeight", "-", "frame", "unframe", "takeOut", "connect", "lock", "-", "undo",
                "redo"));
        return List.copyOf(menu);
    }

    /** What every selected card offers under the same name, such as a colour: done to all of them in one step. */
    private List<Command> shared(List<Action> first, DocumentUrl owner, String place) {
        List<List<Offer>> each = new ArrayList<>();
        for (String key : core.selection) core.item(key).ifPresent(item -> each.add(own(item)));
        Map<String, List<Offer>> byId = new HashMap<>();
        each.forEach(offered -> offered.forEach(o -> byId.computeIfAbsent(o.action.id(), id -> new ArrayList<>()).add(o)));
        List<Action> common = first.stream().filter(action -> byId.getOrDefault(action.id(), List.of()).size() == each.size()
                && byId.get(action.id()).stream().allMatch(o -> isDocuments(o.action.intent()))).toList();
        List<Command> commands = offered(common, owner, place);
        for (Action action : common) {
            offers.put("act:" + place + ":" + action.id(), new Offer(action, owner, List.copyOf(byId.get(action.id()))));
        }
        return commands;
    }

    private List<Offer> own(SceneItem item) {
        List<Action> actions = new ArrayList<>();
        collect(item.laid(), actions);
        DocumentUrl owner = item.rendered().url() == null ? core.url : item.rendered().url();
        Map<String, Offer> offered = new LinkedHashMap<>();
        actions.forEach(action -> offered.putIfAbsent(action.id(), new Offer(action, owner, List.of())));
        return List.copyOf(offered.values());
    }

    /** Whether an intent changes a document, and nothing else. */
    private static boolean isDocuments(Intent intent) {
        return !(intent instanceof Intent.Open || intent instanceof Intent.Local || intent instanceof Intent.Create);
    }

    private static void collect(Laid laid, List<Action> actions) {
        if (laid instanceof Laid.Part part) actions.addAll(part.described().actions());
        if (laid instanceof Laid.Press press) actions.add(press.action());
        if (laid instanceof Laid.Nested) return;
        laid.parts().forEach(part -> collect(part.part(), actions));
    }

    /** Actions as commands, those of a group in a submenu. */
    private List<Command> offered(List<Action> actions, DocumentUrl owner, String place) {
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        List<Command> menu = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Action action : actions) {
            String id = "act:" + place + ":" + action.id();
            if (!seen.add(id)) continue;
            offers.put(id, new Offer(action, owner, List.of()));
            Command command = new Command(id, action.label(), action.icon(), action.key(), action.enabled(),
                    action.checked(), List.of());
            if (action.group().isEmpty()) menu.add(command);
            else groups.computeIfAbsent(action.group(), group -> new ArrayList<>()).add(command);
        }
        groups.forEach((label, children) -> menu.add(new Command("group:" + label, label, Icon.NONE, "", true, false,
                children)));
        return menu;
    }

    // doing

    boolean enabled(String id) {
        return all().stream().flatMap(Command::flat).anyMatch(command -> command.id().equals(id) && command.enabled());
    }

    void perform(String id) {
        Offer offer = offers.get(id);
        if (offer != null) {
            perform(offer);
            return;
        }
        if (!enabled(id)) return;
        if (id.startsWith("create:")) {
            Point at = menuAt.equals(Point.ORIGIN) ? core.camera.viewport(core.width, core.height).center() : menuAt;
            menuAt = Point.ORIGIN;
            pointing.create(id.substring("create:".length()), at);
            return;
        }
        own(id);
    }

    private void perform(Offer offer) {
        if (!offer.action.enabled()) return;
        if (offer.others.isEmpty()) {
            performer.perform(offer.owner, offer.action.intent(), menuAt);
            return;
        }
        if (offer.action.intent() instanceof Intent.Choose choose) performer.choose(choose, color -> all(offer, Optional.of(color)));
        else all(offer, Optional.empty());
    }

    /** What is offered for several cards, for each of them. */
    private void all(Offer offer, Optional<Color> color) {
        Map<DocumentUrl, List<Intent>> intents = new LinkedHashMap<>();
        for (Offer one : offer.others) {
            Intent intent = one.action.intent() instanceof Intent.Choose choose && color.isPresent() ? choose.with(color.get())
                    : one.action.intent();
            intents.computeIfAbsent(one.owner, url -> new ArrayList<>()).add(intent);
        }
        performer.change(intents);
    }

    private void own(String id) {
        switch (id) {
            case "undo" -> undo(true);
            case "redo" -> undo(false);
            case "cut" -> transfers.cut();
            case "copy" -> transfers.copy();
            case "paste" -> transfers.paste();
            case "pastePlain", "pasteCopies" -> transfers.pasteOther();
            case "delete" -> {
                if (editing.active()) editing.deleteSelection();
                else transfers.remove();
            }
            case "selectAll" -> selectAll();
            case "edit" -> selectedItem().ifPresent(pointing::editOrOpen);
            case "open" -> selectedItem().ifPresent(item -> pointing.open(item, Place.HERE));
            case "openTab" -> selectedItem().ifPresent(item -> pointing.open(item, Place.NEW_TAB));
            case "openBeside" -> selectedItem().ifPresent(item -> pointing.open(item, Place.BESIDE));
            case "fitHeight" -> fittable().ifPresent(item -> performer.change(core.url,
                    new Intent.Arrange(Map.of(item.key(), Adjustment.fitHeight()))));
            default -> {
                if (!arranging.perform(id) && !zoom.perform(id) && !people.perform(id)) editing.structure.perform(id);
            }
        }
    }

    private void undo(boolean back) {
        pointing.cancel();
        if (back) core.undo.undo();
        else core.undo.redo();
        core.changed();
        core.damaged();
    }

    private void selectAll() {
        if (editing.active()) {
            editing.selectAll();
            return;
        }
        Set<String> keys = new java.util.LinkedHashSet<>();
        core.reading.all().stream().filter(i -> i.can().contains(Ability.SELECT)).forEach(i -> keys.add(i.key()));
        core.select(keys);
    }
}
