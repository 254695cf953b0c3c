// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import java.util.List;

import org.pushpin.content.Palette;
import org.pushpin.scene.Mark;
import org.pushpin.scene.PointerEvent;
import org.pushpin.scene.internal.arrange.Guide;

/** What a pressed pointer does until it is released. */
interface Gesture {

    void move(PointerEvent event);

    /** What to show of where things would come to lie. */
    default List<Guide> guides() {
        return List.of();
    }

    /** What else to paint above everything. */
    default List<Mark> marks(Palette palette) {
        return List.of();
    }

    /** Ends it with its result. */
    void release(PointerEvent event);

    /** Ends it as if it had never been. */
    void cancel();
}
