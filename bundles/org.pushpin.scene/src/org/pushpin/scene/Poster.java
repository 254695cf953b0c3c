// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.awt.Graphics2D;

import org.pushpin.content.Rect;

/** A document laid out once, in board units, to be painted at any scale. Immutable; any thread. */
public interface Poster {

    /** Its title, for file names and metadata. */
    String title();

    /** What it covers, margin included, in board units. */
    Rect bounds();

    /** Paints it into board units: the caller has set transform and clip. Costs what its content costs. */
    void paint(Graphics2D graphics);
}
