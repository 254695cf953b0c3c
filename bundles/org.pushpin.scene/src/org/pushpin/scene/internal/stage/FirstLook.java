// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.crypto.Bytes;
import org.pushpin.scene.internal.camera.Camera;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.render.Scene;

/**
 * Where a person looks when a document is opened: where they looked last on this device, else at its beginning, unless
 * they have looked elsewhere meanwhile. Ui thread.
 */
final class FirstLook {

    private final Core core;
    private boolean chosen;
    /** Whether the document was not here at first. */
    private boolean brought;

    FirstLook(Core core) {
        this.core = core;
    }

    /** The person has begun to act: the camera is theirs. */
    void chosen() {
        chosen = true;
    }

    /** Looks where this person looked last, if that is known. */
    void remembered() {
        setting().ifPresent(camera -> {
            core.camera = camera;
            chosen = true;
        });
    }

    /** Remembers where this person looks now. */
    void remember() {
        String camera = core.camera.x() + " " + core.camera.y() + " " + core.camera.zoom();
        core.services.repo().setting(name(), Bytes.utf8(camera));
    }

    private String name() {
        return "camera/" + core.url.id();
    }

    private Optional<Camera> setting() {
        return core.services.repo().setting(name()).flatMap(bytes -> {
            String[] numbers = new String(bytes.toByteArray(), StandardCharsets.UTF_8).split(" ");
            try {
                return Optional.of(camera(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]),
                        numbers.length > 2 ? Double.parseDouble(numbers[2]) : 1));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static Camera camera(double x, double y, double zoom) {
        boolean sane = Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(zoom);
        return sane ? new Camera(x, y, zoom) : Camera.START;
    }

    /**
     * The first look at a document: its beginning, as the document has it, where that is not in sight already. A board that
     * is here and empty has been looked at: what comes later comes into the view that a person has. One that others are
     * still bringing may be empty for a moment only.
     */
    void first(Scene made) {
        if (chosen || core.width < 10) return;
        if (made.canvas().isEmpty()) {
            brought = true;
            return;
        }
        List<Item> all = made.canvas().get().items();
        chosen = !all.isEmpty() || !brought;
        if (all.isEmpty()) return;
        double x = all.stream().mapToDouble(item -> item.at().x()).min().getAsDouble();
        double y = all.stream().mapToDouble(item -> item.at().y()).min().getAsDouble();
        Rect view = core.camera.viewport(core.width, core.height);
        boolean begins = x >= 0 && y >= 0 && x < view.width() / 2 && y < view.height() / 2;
        if (!begins) core.camera(Camera.START.at(x - 40, y - 40));
    }
}
