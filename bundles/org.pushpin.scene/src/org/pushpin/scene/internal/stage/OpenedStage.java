// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Command;
import org.pushpin.scene.Frame;
import org.pushpin.scene.KeyEvent;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.Person;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.Status;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.accessible.AccessibleTree;
import org.pushpin.scene.internal.accessible.Deeds;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.core.Services;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.people.People;
import org.pushpin.scene.internal.render.Documents;
import org.pushpin.scene.internal.render.Scene;

/** A stage: its parts, put together. */
public final class OpenedStage implements Stage {

    private final Core core;
    private final Performer performer;
    private final TextEditing editing;
    private final Pointing pointing;
    private final Transfers transfers;
    private final Carrying carrying;
    private final Commands commands;
    private final Keyboard keyboard;
    private final Zoom zoom;
    private final Overlay overlay;
    private final Reach reach;
    private final FrameMaker frames;
    private final People people;
    private final List<Subscription> subscriptions;
    private final FirstLook look;
    private final DropHint drop;
    private final AccessibleTree tree;
    private final Deeds deeds;
    /** The accessible tree of a frame: assistive technology asks for it node by node. */
    private Accessible told;
    private Frame toldAt;
    private boolean closed;

    public OpenedStage(DocumentUrl url, String context, Theme theme, Services services, StageHost host) {
        core = new Core(url, context, theme, services, host, new Core.StageEvents() {
            @Override
            public void scene(Scene made) {
                accept(made);
            }

            @Override
            public void saved() {
                if (!closed) host.damaged();
            }
        });
        look = new FirstLook(core);
        performer = new Performer(core);
        editing = new TextEditing(core, performer);
        pointing = new Pointing(core, performer, editing);
        transfers = new Transfers(core, performer, pointing, editing);
        drop = new DropHint(core, transfers.boards());
        carrying = new Carrying(core, pointing, transfers.outgoing());
        zoom = new Zoom(core);
        people = new People(core);
        overlay = new Overlay(core, zoom, people);
        reach = new Reach(core);
        commands = new Commands(core, performer, pointing, editing, transfers, zoom, people);
        keyboard = new Keyboard(core, performer, pointing, editing, commands, people);
        tree = new AccessibleTree(core, editing);
        deeds = new Deeds(core, performer, pointing, keyboard::reveal);
        frames = new FrameMaker(core, pointing, editing, overlay, people);
        subscriptions = List.of(services.registry().subscribe(core::changed),
                services.previews().subscribe(core::changed),
                services.repo().peers().subscribe(peers -> host.execute(host::damaged)),
                services.repo().notices(notice -> host.execute(() -> host.notice(notice.text()))));
        // What is looked at is followed: what it links to is wanted here, whether or not it is in sight.
        services.repo().open(url);
        look.remembered();
        core.watcher = Optional.of(people);
        people.shown(true);
        core.request();
    }

    private void accept(Scene made) {
        if (closed) return;
        core.scene(made);
        look.first(made);
        editing.scene();
        pointing.scene();
        core.damaged();
    }

    // Stage

    @Override
    public DocumentUrl url() {
        return core.url;
    }

    @Override
    public String title() {
        return core.scene().map(scene -> scene.root().title()).orElse("");
    }

    @Override
    public String subtitle() {
        Messages messages = core.messages();
        if (core.selection.size() > 1) return messages.get("selected", core.selection.size());
        return core.isCanvas() ? messages.get("cards", core.cards()) : "";
    }

    @Override
    public boolean canRename() {
        return performer.handle(core.url).isPresent()
                && core.services.registry().type(core.url.contentType()).isPresent();
    }

    @Override
    public void rename(String title) {
        if (!title.strip().equals(title())) performer.change(core.url, new Intent.Rename(title.strip()));
    }

    @Override
    public Status status() {
        boolean here = core.documents.state(core.url.id()) instanceof Documents.Here;
        if (!here) return core.scene().isEmpty() ? Status.OPENING : reach.coming();
        return reach.status();
    }

    @Override
    public void resize(int width, int height, double scale) {
        if (core.width == width && core.height == height && core.scale == scale) return;
        core.width = Math.max(1, width);
        core.height = Math.max(1, height);
        core.scale = Math.clamp(scale, 0.25, 8);
        people.resized();
        core.request();
        core.damaged();
    }

    @Override
    public void theme(Theme theme) {
        if (core.theme.equals(theme)) return;
        core.theme = theme;
        core.request();
        core.damaged();
    }

    @Override
    public Frame frame() {
        if (core.frame == null) core.frame = frames.make(drop.place());
        else if (core.above) core.frame = frames.above(core.frame, drop.place());
        core.above = false;
        return core.frame;
    }

    @Override
    public void pointer(PointerEvent event) {
        if (event.kind() == PointerEvent.Kind.DOWN) look.chosen();
        core.pointer = new Point(event.x(), event.y());
        people.pointer(event);
        if (!pointing.busy() && overlay.pointer(event)) return;
        carrying.pointer(event);
        pointing.pointer(event);
    }

    @Override
    public void wheel(double x, double y, double deltaX, double deltaY, Modifiers modifiers) {
        look.chosen();
        core.pointer = new Point(x, y);
        if (modifiers.command()) {
            zoom.wheel(x, y, deltaY == 0 ? deltaX : deltaY);
            return;
        }
        boolean sideways = modifiers.shift() && deltaX == 0;
        core.camera(sideways ? core.camera.panned(deltaY, 0) : core.camera.panned(deltaX, deltaY));
    }

    @Override
    public void pinch(double x, double y, double factor) {
        look.chosen();
        zoom.pinch(x, y, factor);
    }

    @Override
    public boolean key(KeyEvent event) {
        return keyboard.key(event);
    }

    @Override
    public void released(KeyEvent event) {
        if (event.name().equals("Space")) pointing.hand(false);
    }

    @Override
    public void text(String typed) {
        if (!editing.active()) return;
        core.compose(Optional.empty());
        editing.insert(typed);
    }

    @Override
    public void compose(String preedit, int caret) {
        if (editing.active()) editing.compose(preedit, caret);
    }

    @Override
    public Optional<Rect> caret() {
        return frames.caret();
    }

    @Override
    public boolean editing() {
        return editing.active();
    }

    @Override
    public void focus(boolean focused) {
        if (core.focused == focused) return;
        core.focused = focused;
        if (!focused) core.undo.endRun();
        if (!focused) pointing.hand(false);
        core.damaged();
    }

    @Override
    public boolean dragOver(double x, double y) {
        if (!transfers.accepts()) return false;
        drop.over(x, y);
        return true;
    }

    @Override
    public boolean dragOver(Transfer.Offer offer, double x, double y) {
        if (!dragOver(x, y)) return false;
        drop.say(offer, x, y);
        return true;
    }

    @Override
    public void carry(double x, double y, boolean letGo) {
        carrying.carry(x, y, letGo);
    }

    @Override
    public void carryEnd() {
        carrying.end();
    }

    @Override
    public void dragLeave() {
        drop.leave();
    }

    @Override
    public void drop(Transfer content, double x, double y) {
        look.chosen();
        dragLeave();
        editing.end();
        transfers.drop(content, core.camera.board(x, y));
    }

    @Override
    public List<Command> commands() {
        return commands.all();
    }

    @Override
    public List<Command> menu(Point at) {
        return commands.menu(at);
    }

    @Override
    public void perform(String command) {
        look.chosen();
        if (!deeds.perform(command)) commands.perform(command);
    }

    @Override
    public Accessible accessible() {
        Frame now = frame();
        if (told == null || toldAt != now) told = tree.make(title(), subtitle(), people.accessible());
        toldAt = now;
        return told;
    }

    @Override
    public List<Accessible> controls() {
        return overlay.accessible();
    }

    @Override
    public List<String> accessibleFocus() {
        return tree.focus(accessible());
    }

    @Override
    public List<String> accessibleAt(double x, double y) {
        return tree.at(accessible(), x, y);
    }

    @Override
    public List<String> selection() {
        return core.reading.of(core.selection).stream().map(item -> item.key()).toList();
    }

    @Override
    public List<Person> people() {
        return people.all();
    }

    @Override
    public void shown(boolean visible) {
        if (!closed) people.shown(visible);
    }

    @Override
    public String personName() {
        return core.services.self().name();
    }

    @Override
    public void personName(String name) {
        core.services.self().name(name);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        carrying.close();
        editing.end();
        people.close();
        look.remember();
        subscriptions.forEach(Subscription::close);
        core.close();
    }
}
