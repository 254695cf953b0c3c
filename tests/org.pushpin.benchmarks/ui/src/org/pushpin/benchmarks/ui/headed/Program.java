// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.util.Optional;

/** A program that runs on the screen until it is closed. */
interface Program extends AutoCloseable {

    /** The key that keeps cards from snapping while they are dragged, where they would. */
    Optional<Screen.Key> free();

    /** What its processes hold of the machine's memory, in bytes; shared pages count by their share. */
    long memory() throws IOException;

    /** All its processes have ended. */
    @Override
    void close() throws Exception;
}
