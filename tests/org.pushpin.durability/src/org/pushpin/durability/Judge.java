// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.nio.file.Path;

/** Knows what a load has acknowledged, and looks whether it is there. One thread. */
interface Judge {

    /** What must be there from now on. */
    void heard(String line);

    /**
     * Opens what a process has left, and leaves it closed.
     *
     * @param root the load's folder
     * @throws AssertionError where something is lost, or is there that was never saved
     */
    void judge(Path root) throws Exception;
}
