// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.pushpin.content.Color;
import org.pushpin.content.Icon;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DeviceId;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Presence.Visitor;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Command;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Person;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Self;

/**
 * The others at a stage's document: shown on the plane, told about, and followed. What they say arrives on a worker thread and is taken to the
 * ui thread at most 60 times a second, the newest only; everything else is on the ui thread. A change of theirs renders nothing: it moves
 * bitmaps and outlines.
 */
public final class People implements Core.Watcher {

    /** More than these are told about, but not drawn. */
    private static final int DRAWN = 64;
    private static final Duration PACE = Duration.ofMillis(16);
    /** An outline, how far it is from a card, and how far the next person's is from that, in points. */
    private static final double LINE = 2;
    private static final double OFFSET = 3;
    private static final double NEXT = 4;
    private static final double BORDER = 4;
    private static final String FOLLOW = "follow:";

    private final Core core;
    private final Self self;
    private final Showing showing;
    private final Following following;
    private final Flags flags;
    private final Writers writers;
    private final Subscription subscription;
    private final AtomicReference<List<Visitor>> arrived = new AtomicReference<>();
    private Instant shownAt = Instant.MIN;
    private List<Visitor> visitors = List.of();
    private List<Somebody> people = List.of();
    private Theme hued;

    public People(Core core) {
        this.core = core;
        self = core.services.self();
        showing = new Showing(core, self);
        following = new Following(core, showing);
        flags = new Flags(core.services.fonts());
        writers = new Writers(core);
        Presence presence = core.services.repo().presence();
        subscription = presence.subscribe(core.url.id(), this::heard);
        take(presence.visitors(core.url.id()));
    }

    // ---- what others say

    /** Worker thread. */
    private void heard(List<Visitor> now) {
        if (arrived.getAndSet(now) == null) core.host.execute(this::soon);
    }

    private void soon() {
        Instant due = shownAt.plus(PACE);
        if (!core.host.now().isBefore(due)) show();
        else core.services.timer().at(due, () -> core.host.execute(this::show));
    }

    private void show() {
        List<Visitor> now = arrived.getAndSet(null);
        if (now == null) return;
        shownAt = core.host.now();
        take(now);
        core.damagedAbove();
    }

    private void take(List<Visitor> now) {
        visitors = now;
        hued = core.theme;
        List<Color> hues = core.theme.palette().people();
        TreeMap<DeviceId, Integer> wanted = new TreeMap<>();
        DeviceId own = core.services.repo().presence().device();
        wanted.put(own, Hues.of(own, hues));
        for (Visitor visitor : now) wanted.put(visitor.device(), Somebody.introduction(visitor).hue());
        Map<DeviceId, Integer> shared = Hues.share(wanted, hues);
        people = now.stream().map(visitor -> Somebody.of(visitor, hues.get(shared.get(visitor.device())))).toList();
        following.people(people);
        writers.people(people);
    }

    // ---- what this person does

    /** Whether a person can see the stage. */
    public void shown(boolean visible) {
        showing.shown(visible);
    }

    public void pointer(PointerEvent event) {
        showing.pointer(event);
    }

    @Override
    public void camera() {
        following.moved(false);
        showing.camera();
    }

    @Override
    public void selection() {
        showing.selection();
    }

    @Override
    public void writing() {
        showing.writing();
    }

    /** The stage has another size. */
    public void resized() {
        following.moved(true);
        showing.camera();
    }

    public void close() {
        subscription.close();
        showing.close();
    }

    // ---- who is here

    /** Those who are here, in the order of their devices. */
    public List<Person> all() {
        if (hued != core.theme) take(visitors);
        return people.stream().map(this::person).toList();
    }

    private Person person(Somebody somebody) {
        String name = name(somebody);
        int selected = somebody.selection().count();
        boolean followed = following.follows(somebody.device());
        return new Person(somebody.device().toString(), name, somebody.color(), selected, followed,
                core.messages().get(followed ? "person.followed" : "person.here", name, selected));
    }

    private String name(Somebody somebody) {
        String name = somebody.introduction().name();
        return name.isEmpty() ? core.messages().get("person.unnamed") : name;
    }

    /** For assistive technology: one node for each person. */
    public List<Accessible> accessible() {
        Rect nowhere = new Rect(0, 0, 0, 0);
        return people.stream().map(somebody -> {
            Person person = person(somebody);
            Rect at = somebody.pointer().map(p -> core.camera.points(new Rect(p.x(), p.y(), 0, 0))).orElse(nowhere);
            return Accessible.of("person/" + person.id(), Role.LIST_ITEM, person.says(), at)
                    .states(person.followed() ? Set.of(Accessible.State.SELECTED) : Set.of()).commands(List.of(follow(somebody)));
        }).toList();
    }

    // ---- commands

    /** Following, and whether others see the pointer. */
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        boolean active = following.active();
        boolean some = active || people.stream().anyMatch(one -> following.can(one, people));
        commands.add(new Command("follow", core.messages().get(active ? "follow.end" : "follow.next"), Icon.NONE,
                "Ctrl+Alt+F", some));
        List<Command> each = people.stream().map(this::follow).toList();
        if (!each.isEmpty()) {
            commands.add(new Command("group:follow", core.messages().get("follow"), Icon.NONE, "", true, false, each));
        }
        commands.add(new Command("showPointer", core.messages().get("showPointer"), Icon.NONE, "", true, self.showsPointer(),
                List.of()));
        return commands;
    }

    private Command follow(Somebody somebody) {
        boolean followed = following.follows(somebody.device());
        return new Command(FOLLOW + somebody.device(), core.messages().get("follow.person", name(somebody)), Icon.NONE, "",
                followed || following.can(somebody, people), followed, List.of());
    }

    /** @return whether the command was one of these */
    public boolean perform(String id) {
        if (id.equals("showPointer")) {
            self.showPointer(!self.showsPointer());
        } else if (id.equals("follow") && following.active()) {
            following.end();
        } else if (id.equals("follow")) {
            people.stream().filter(one -> following.can(one, people)).findFirst().ifPresent(one -> following.begin(one, people));
        } else if (id.startsWith(FOLLOW)) {
            people.stream().filter(one -> id.equals(FOLLOW + one.device())).findFirst().ifPresent(this::toggle);
        } else {
            return false;
        }
        return true;
    }

    private void toggle(Somebody somebody) {
        if (following.follows(somebody.device())) following.end();
        else following.begin(somebody, people);
    }

    /** Stops following. @return whether anybody was followed */
    public boolean escape() {
        boolean active = following.active();
        following.end();
        return active;
    }

    // ---- what is painted

    /** Outlines of what others have selected, one around the other, and a border while somebody is followed. */
    public void marks(List<Mark> marks) {
        if (hued != core.theme) take(visitors);
        Map<String, Integer> outlines = new TreeMap<>();
        for (Somebody somebody : people.subList(0, Math.min(DRAWN, people.size()))) {
            for (String key : somebody.selection().keys()) outline(marks, key, somebody.color(), outlines);
            writers.marks(marks, somebody);
        }
        followed().ifPresent(one -> marks.add(new Mark.Outline(new Rect(BORDER / 2, BORDER / 2, core.width - BORDER,
                core.height - BORDER), 0, BORDER, false, one.color())));
    }

    private void outline(List<Mark> marks, String key, Color color, Map<String, Integer> outlines) {
        Rect view = core.camera.viewport(core.width, core.height);
        core.item(key).filter(item -> core.shown(item).grown(OFFSET + NEXT * DRAWN).intersects(view)).ifPresent(item -> {
            int before = outlines.merge(key, 1, Integer::sum) - 1;
            double away = OFFSET + NEXT * before;
            Rect at = core.camera.points(core.shown(item)).grown(away);
            marks.add(new Mark.Outline(at, Theme.RADIUS_CARD + away, LINE, false, color));
        });
    }

    private Optional<Somebody> followed() {
        return people.stream().filter(one -> following.follows(one.device())).findFirst();
    }

    /** Their pointers with their names, and who is followed. */
    public void sprites(List<Sprite> sprites) {
        for (Somebody somebody : people.subList(0, Math.min(DRAWN, people.size()))) {
            somebody.pointer().ifPresent(at -> pointer(sprites, somebody, at));
            writers.label(somebody).ifPresent(at -> sprites.add(flags.label("writing/" + somebody.device(), name(somebody), somebody.color(),
                    core.theme, core.scale, at.x(), at.y())));
        }
        followed().ifPresent(one -> sprites.add(flags.label("followed", core.messages().get("follow.label", name(one)), one.color(),
                core.theme, core.scale, core.width / 2.0, BORDER)));
    }

    private void pointer(List<Sprite> sprites, Somebody somebody, Point board) {
        Rect at = core.camera.points(new Rect(board.x(), board.y(), 0, 0));
        if (at.x() < -1 || at.y() < -1 || at.x() > core.width || at.y() > core.height) return;
        sprites.add(flags.pointer("pointer/" + somebody.device(), name(somebody), somebody.color(), core.theme, core.scale,
                at.x(), at.y()));
    }
}
