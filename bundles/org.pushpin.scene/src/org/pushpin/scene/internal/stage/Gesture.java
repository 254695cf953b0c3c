// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import org.pushpin.scene.PointerEvent;

/** What a pressed pointer does until it is released. */
interface Gesture {

    void move(PointerEvent event);

    /** Ends it with its result. */
    void release(PointerEvent event);

    /** Ends it as if it had never been. */
    void cancel();
}
