// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Accessible.State;
import org.pushpin.scene.Command;
import org.pushpin.scene.internal.camera.ZoomBar;
import org.pushpin.scene.internal.core.Core;

/** What lies above the plane and can be pressed: the zoom bar as a tool bar of buttons, and the map of the board. */
public record Controls(Core core, List<Command> zoom, Optional<Rect> map, boolean shown) {

    public List<Accessible> nodes() {
        List<Accessible> nodes = new ArrayList<>();
        if (shown) nodes.add(bar());
        map.ifPresent(at -> nodes.add(Accessible.of("control/map", Role.IMAGE, core.messages().get("minimap"), at)
                .commands(zoom.stream().filter(command -> command.id().equals("minimap")).toList())));
        return nodes;
    }

    private Accessible bar() {
        List<Accessible> buttons = new ArrayList<>();
        ZoomBar.areas(core.height).forEach((id, at) -> zoom.stream().filter(command -> command.id().equals(id)).findFirst()
                .ifPresent(command -> buttons.add(button(command, at))));
        String name = core.messages().get("accessible.zoom", Math.round(core.camera.zoom() * 100));
        return Accessible.of("control/zoom", Role.TOOLBAR, name, ZoomBar.area(core.height)).children(buttons);
    }

    private static Accessible button(Command command, Rect at) {
        Set<State> states = command.enabled() ? Set.of() : EnumSet.of(State.DISABLED);
        return Accessible.of("control/" + command.id(), Role.BUTTON, command.label(), at).states(states).commands(List.of(command));
    }
}
