// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.arrange;

import org.pushpin.content.Point;

/**
 * A line that shows what something has snapped to, in board units; upright or level.
 *
 * @param gap whether it measures one of several equal gaps, and so is drawn with ends
 */
public record Guide(Point from, Point to, boolean gap) {

    public boolean upright() {
        return from.x() == to.x();
    }
}
