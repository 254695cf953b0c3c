// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Self;

/** What this person lets others see, while the stage is in sight. Ui thread. */
final class Showing {

    private final Core core;
    private final Self self;
    private final Subscription renamed;
    private Optional<Presence.Stay> stay = Optional.empty();
    private Optional<Point> pointer = Optional.empty();
    private Optional<DeviceId> following = Optional.empty();

    Showing(Core core, Self self) {
        this.core = core;
        this.self = self;
        renamed = self.subscribe(this::introduce);
    }

    void shown(boolean visible) {
        if (visible == stay.isPresent()) return;
        pointer = Optional.empty();
        stay.ifPresent(Presence.Stay::close);
        stay = visible ? Optional.of(core.services.repo().presence().join(core.url.id())) : Optional.empty();
        introduce();
        selection();
        writing();
        camera();
    }

    private void say(int kind, Bytes value) {
        stay.ifPresent(here -> here.say(kind, value));
    }

    private void introduce() {
        int hue = Hues.of(core.services.repo().presence().device(), core.theme.palette().people());
        say(Said.PERSON, Said.introduction(new Said.Introduction(hue, self.name())));
        point();
    }

    void pointer(PointerEvent event) {
        pointer = event.kind() == PointerEvent.Kind.EXIT ? Optional.empty() : Optional.of(new Point(event.x(), event.y()));
        point();
    }

    private void point() {
        Optional<Point> at = pointer.filter(here -> self.showsPointer()).map(here -> core.camera.board(here.x(), here.y()));
        say(Said.POINTER, at.map(Said::pointer).orElse(Bytes.EMPTY));
    }

    void selection() {
        say(Said.SELECTION, Said.selection(core.selection));
    }

    void writing() {
        say(Said.WRITING, Said.writing(core.writing()));
    }

    /** What is in sight has changed, and with it what lies under the pointer. */
    void camera() {
        if (core.width > 1 && core.height > 1) say(Said.VIEWPORT, Said.viewport(core.camera.viewport(core.width, core.height)));
        if (pointer.isPresent()) point();
    }

    void following(Optional<DeviceId> somebody) {
        if (following.equals(somebody)) return;
        following = somebody;
        say(Said.FOLLOWING, Said.following(somebody));
    }

    void close() {
        renamed.close();
        shown(false);
    }
}
