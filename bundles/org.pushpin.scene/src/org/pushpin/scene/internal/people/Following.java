// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.crypto.DeviceId;
import org.pushpin.scene.internal.camera.Camera;
import org.pushpin.scene.internal.core.Core;

/** Shows all that somebody else sees, until this person looks elsewhere. Ui thread. */
final class Following {

    /** Nearer zooms are the same. */
    private static final double SAME = 1e-6;

    private final Core core;
    private final Showing showing;
    private Optional<DeviceId> whom = Optional.empty();
    private Optional<Rect> seen = Optional.empty();
    private boolean steering;

    Following(Core core, Showing showing) {
        this.core = core;
        this.showing = showing;
    }

    boolean follows(DeviceId device) {
        return whom.equals(Optional.of(device));
    }

    boolean active() {
        return whom.isPresent();
    }

    /** Whether somebody can be followed: two who follow each other would drive each other away. */
    boolean can(Somebody somebody, List<Somebody> people) {
        DeviceId self = core.services.repo().presence().device();
        Set<DeviceId> chain = new HashSet<>();
        Optional<DeviceId> next = Optional.of(somebody.device());
        while (next.isPresent() && chain.add(next.get())) {
            if (next.get().equals(self)) return false;
            DeviceId device = next.get();
            next = people.stream().filter(one -> one.device().equals(device)).findFirst().flatMap(Somebody::following);
        }
        return core.isCanvas() && somebody.viewport().isPresent();
    }

    void begin(Somebody somebody, List<Somebody> people) {
        if (!can(somebody, people)) return;
        whom = Optional.of(somebody.device());
        seen = Optional.empty();
        showing.following(whom);
        people(people);
        core.damaged();
    }

    void end() {
        if (whom.isEmpty()) return;
        whom = Optional.empty();
        showing.following(whom);
        core.damaged();
    }

    /** Others have moved, come or gone. */
    void people(List<Somebody> people) {
        if (whom.isEmpty()) return;
        Optional<Somebody> followed = people.stream().filter(one -> follows(one.device())).findFirst();
        if (followed.filter(one -> can(one, people)).isEmpty()) {
            end();
            return;
        }
        Rect area = followed.get().viewport().orElseThrow();
        if (!seen.equals(Optional.of(area))) look(area);
    }

    private void look(Rect area) {
        seen = Optional.of(area);
        Camera to = Camera.showing(area, core.width, core.height, 0, Camera.MOST);
        steering = true;
        if (Math.abs(to.zoom() / core.camera.zoom() - 1) < SAME) core.camera(to);
        else core.zoom(to);
        steering = false;
    }

    /** This stage's camera or size has changed. @param resized the size */
    void moved(boolean resized) {
        if (resized && seen.isPresent() && active()) look(seen.get());
        else if (!steering) end();
    }
}
