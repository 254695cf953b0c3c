// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.time.Duration;

/** What presence may cost, and how long it lasts. */
final class Bounds {
    /** What this device says leaves at once, and then this far apart: 40 times a second. */
    static final Duration PACE = Duration.ofMillis(25);
    /** What goes to a peer is put together for this long. */
    static final Duration GATHER = Duration.ofMillis(12);
    /** So often a device says that it is still there, with all that it lets others see. */
    static final Duration HEARTBEAT = Duration.ofSeconds(4);
    /** Who was not heard for so long is gone. */
    static final Duration SILENCE = Duration.ofSeconds(10);
    /** The same when the connection is gone through which it was heard, and there are others. */
    static final Duration DOUBT = Duration.ofSeconds(5);
    /** How often it is looked who is gone. */
    static final Duration LOOK = Duration.ofSeconds(1);

    /** Devices at one document, and at all together; more are not shown. */
    static final int VISITORS = 256;
    static final int ALL_VISITORS = 2048;
    /** Sessions that are over and must not come back by a message that was under way. */
    static final int OVER = 2048;
    /** What one message carries. */
    static final int NEWS = 64;

    /** What a peer may say in a second, in a row at most {@link #BURST}; beyond it is dropped. */
    static final int PER_SECOND = 600;
    static final int BURST = 600;

    private Bounds() {
    }
}
