// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.accessible;

import org.pushpin.content.Rect;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * A part of a card.
 *
 * @param path the number of the part in its parent, from the card down, with dots between; empty: all of the card
 * @param x where it is, in board units
 */
record PartPlace(SceneItem item, String path, double x, double y) {

    PartPlace inside(int number, Laid.Placed part) {
        return new PartPlace(item, path.isEmpty() ? "" + number : path + "." + number, x + part.x(), y + part.y());
    }

    /** Of its node. */
    String key() {
        return item.key() + "/" + path;
    }

    Rect points(Core core, Laid laid) {
        return core.camera.points(new Rect(x, y, laid.size().width(), laid.size().height()));
    }

    Rect points(Core core, Rect inside) {
        return core.camera.points(inside.moved(x, y));
    }
}
