// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.accessible.Controls;
import org.pushpin.scene.internal.camera.ZoomBar;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.people.Flags;
import org.pushpin.scene.internal.people.People;
import org.pushpin.scene.internal.render.Minimap;
import org.pushpin.scene.internal.render.Scene;

/** What lies above the plane and does not move with it, and takes the pointer first. Ui thread. */
final class Overlay {

    /** Width of the outline of what is in sight, in points. */
    private static final double LINE = 2;
    /** From the pointer to what is said beside it, in points. */
    private static final double BELOW = 24;

    private final Core core;
    private final Blocks blocks = new Blocks();
    private final Zoom zoom;
    private final People people;
    private final Flags hints;
    private final ZoomBar bar;
    private String hovered = "";
    private boolean pressed;
    private boolean steering;

    Overlay(Core core, Zoom zoom, People people) {
        this.core = core;
        this.people = people;
        hints = new Flags(core.services.fonts());
        this.zoom = zoom;
        bar = new ZoomBar(core.services.fonts());
    }

    private boolean shown() {
        return core.isCanvas() && core.width > 400 && core.height > 200;
    }

    // the minimap

    private Optional<Minimap> map() {
        return core.minimap.shown() && shown() ? core.scene().flatMap(Scene::minimap) : Optional.empty();
    }

    /** Where the map is, in points. */
    private Rect mapArea() {
        return new Rect(core.width - ZoomBar.MARGIN - Minimap.WIDTH, core.height - ZoomBar.MARGIN - Minimap.HEIGHT,
                Minimap.WIDTH, Minimap.HEIGHT);
    }

    private void add(List<Sprite> sprites, Minimap map) {
        Rect at = mapArea();
        sprites.add(new Sprite("minimap", map.version(), map.image(), at.x(), at.y(), at.width(), at.height()));
        double k = Minimap.WIDTH / map.area().width();
        Rect view = core.camera.viewport(core.width, core.height);
        double left = Math.clamp((view.x() - map.area().x()) * k, 0, at.width() - LINE);
        double top = Math.clamp((view.y() - map.area().y()) * k, 0, at.height() - LINE);
        double right = Math.clamp((view.right() - map.area().x()) * k, LINE, at.width());
        double bottom = Math.clamp((view.bottom() - map.area().y()) * k, LINE, at.height());
        line(sprites, at.x() + left, at.y() + top, right - left, LINE);
        line(sprites, at.x() + left, at.y() + bottom - LINE, right - left, LINE);
        line(sprites, at.x() + left, at.y() + top, LINE, bottom - top);
        line(sprites, at.x() + right - LINE, at.y() + top, LINE, bottom - top);
    }

    private void line(List<Sprite> sprites, double x, double y, double width, double height) {
        sprites.add(blocks.sprite(core.theme.palette().accent(), Math.round(x), Math.round(y),
                Math.max(LINE, Math.round(width)), Math.max(LINE, Math.round(height))));
    }

    /** A press on the map brings what is there into the middle, and so does a drag. */
    private boolean onMap(PointerEvent event) {
        Optional<Minimap> map = map();
        boolean begins = event.kind() == PointerEvent.Kind.DOWN && event.button() == PointerEvent.Button.LEFT;
        boolean inside = map.isPresent() && mapArea().contains(new Point(event.x(), event.y()));
        if (!inside && !steering) return false;
        steering = map.isPresent() && (begins || steering && event.kind() == PointerEvent.Kind.MOVE);
        if (!steering) return true;
        Rect area = map.get().area();
        double k = area.width() / Minimap.WIDTH;
        Rect view = core.camera.viewport(core.width, core.height);
        double x = area.x() + (event.x() - mapArea().x()) * k;
        double y = area.y() + (event.y() - mapArea().y()) * k;
        core.camera(core.camera.at(x - view.width() / 2, y - view.height() / 2));
        return true;
    }

    /** For assistive technology. */
    List<Accessible> accessible() {
        return new Controls(core, zoom.commands(), map().map(map -> mapArea()), shown()).nodes();
    }

    /** @return whether the event was meant for what lies here */
    boolean pointer(PointerEvent event) {
        if (onMap(event)) return true;
        if (pressed && event.kind() == PointerEvent.Kind.MOVE) return true;
        if (pressed && event.kind() == PointerEvent.Kind.UP) {
            pressed = false;
            return true;
        }
        Optional<String> command = event.kind() == PointerEvent.Kind.EXIT || !shown() ? Optional.empty()
                : ZoomBar.command(event.x(), event.y(), core.height);
        hover(command.orElse(""));
        if (command.isEmpty()) return false;
        if (event.kind() == PointerEvent.Kind.DOWN && event.button() == PointerEvent.Button.LEFT) {
            pressed = true;
            zoom.perform(command.get());
        }
        return true;
    }

    private void hover(String command) {
        if (command.equals(hovered)) return;
        hovered = command;
        if (!command.isEmpty()) core.host.cursor(CursorShape.HAND);
        core.damaged();
    }

    List<Sprite> sprites() {
        List<Sprite> sprites = new ArrayList<>();
        people.sprites(sprites);
        core.hint.ifPresent(hint -> sprites.add(hints.label("hint", hint.text(), core.theme.palette().accent(), core.theme, core.scale,
                hint.at().x(), hint.at().y() + BELOW)));
        map().ifPresent(map -> add(sprites, map));
        if (shown()) sprites.add(bar.sprite(core.camera.zoom(), core.theme, core.scale, core.height, hovered));
        return sprites;
    }
}
