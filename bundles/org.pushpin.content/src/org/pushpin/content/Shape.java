// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;

/** A part of a {@link View.Drawing}, in the drawing's own units from its top left corner. */
public sealed interface Shape {

    /** @param data SVG path data, as in {@link Icon} */
    record Path(String data, Optional<Paint> fill, Optional<Stroke> stroke) implements Shape {}

    record Line(Point from, Point to, Stroke stroke) implements Shape {}

    record Rectangle(Rect at, double radius, Optional<Paint> fill, Optional<Stroke> stroke) implements Shape {}

    record Ellipse(Rect at, Optional<Paint> fill, Optional<Stroke> stroke) implements Shape {}

    /** Text on one line, its top left corner at {@code at}. */
    record Label(Point at, Styled text) implements Shape {}
}
