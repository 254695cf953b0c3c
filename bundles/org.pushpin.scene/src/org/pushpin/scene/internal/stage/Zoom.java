// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.List;
import java.util.Optional;

import org.pushpin.content.Icon;
import org.pushpin.content.Rect;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.camera.Camera;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** How near the plane is: by wheel, pinch, keys and menu. Ui thread. */
final class Zoom {

    /** So many points of a wheel, a notch's 48, are a quarter octave. */
    private static final double QUARTER_OCTAVE = 48;
    private static final double MARGIN = 48;
    /** Fitting never enlarges the whole board; a selection it does, so that a small card can be read. */
    private static final double MOST_FOR_ALL = 1;
    private static final double MOST_FOR_SELECTION = 2;

    private final Core core;

    Zoom(Core core) {
        this.core = core;
    }

    /** @param delta of the wheel, in points; down is away */
    void wheel(double x, double y, double delta) {
        core.zoom(core.camera.scaled(Math.pow(2, -delta / QUARTER_OCTAVE / 4), x, y));
    }

    /** By a factor, around a point. */
    void pinch(double x, double y, double factor) {
        if (Double.isFinite(factor) && factor > 0) core.zoom(core.camera.scaled(factor, x, y));
    }

    List<Command> commands() {
        boolean some = core.isCanvas() && !core.items().isEmpty();
        double zoom = core.camera.zoom();
        return List.of(command("zoomIn", "Ctrl+=", zoom < Camera.MOST), command("zoomOut", "Ctrl+-", zoom > Camera.LEAST),
                command("zoomActual", "Ctrl+0", true), command("zoomFit", "Shift+1", some),
                command("zoomSelection", "Shift+2", some && !core.selection.isEmpty()),
                new Command("minimap", core.messages().get("minimap"), Icon.NONE, "", core.isCanvas(),
                        core.minimap.shown(), List.of()));
    }

    private Command command(String id, String key, boolean enabled) {
        return new Command(id, core.messages().get(id), Icon.NONE, key, enabled);
    }

    /** @return whether the command was one of these */
    boolean perform(String id) {
        switch (id) {
            case "zoomIn" -> middle(core.camera.stop(1));
            case "zoomOut" -> middle(core.camera.stop(-1));
            case "zoomActual" -> middle(1);
            case "zoomFit" -> show(core.scene().flatMap(Scene::bounds), MOST_FOR_ALL);
            case "zoomSelection" -> show(core.selection.stream().flatMap(key -> core.item(key).stream())
                    .map(SceneItem::at).reduce(Rect::union), MOST_FOR_SELECTION);
            case "minimap" -> core.minimap.toggle();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The keys and buttons keep what is in the middle. */
    private void middle(double to) {
        core.zoom(core.camera.zoomed(to, core.width / 2.0, core.height / 2.0));
    }

    private void show(Optional<Rect> area, double most) {
        area.ifPresent(all -> core.zoom(Camera.showing(all, core.width, core.height, MARGIN, most)));
    }
}
