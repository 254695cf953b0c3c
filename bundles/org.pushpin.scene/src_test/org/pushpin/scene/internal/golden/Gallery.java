// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.util.List;
import java.util.stream.Stream;

/** The views that have a picture of how they are to look. */
final class Gallery {

    private Gallery() {
    }

    static List<Exhibit> all() {
        return Stream.of(Cards.exhibits(), Boards.exhibits(), Work.exhibits()).flatMap(List::stream).toList();
    }
}
