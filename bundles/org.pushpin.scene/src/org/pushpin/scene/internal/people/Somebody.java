// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crypto.DeviceId;
import org.pushpin.repo.Presence.Visitor;
import org.pushpin.scene.internal.core.Core;

/** Another person at the document, as understood from what was said. */
record Somebody(DeviceId device, Said.Introduction introduction, Color color, Optional<Point> pointer, Said.Selection selection,
        Optional<Rect> viewport, Optional<DeviceId> following, Optional<Core.Writing> writing) {

    static Somebody of(Visitor visitor, Color color) {
        return new Somebody(visitor.device(), introduction(visitor), color, visitor.said(Said.POINTER).flatMap(Said::pointer),
                visitor.said(Said.SELECTION).map(Said::selection).orElse(Said.Selection.NONE),
                visitor.said(Said.VIEWPORT).flatMap(Said::viewport), visitor.said(Said.FOLLOWING).flatMap(Said::following),
                visitor.said(Said.WRITING).flatMap(Said::writing));
    }

    static Said.Introduction introduction(Visitor visitor) {
        return visitor.said(Said.PERSON).flatMap(Said::introduction).orElse(new Said.Introduction(0, ""));
    }
}
