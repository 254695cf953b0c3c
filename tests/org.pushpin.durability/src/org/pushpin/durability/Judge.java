// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.nio.file.Path;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.FormatException;

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

    /** What was found so far. */
    Finds finds();

    /** A file as a load names it. */
    static BlobId blob(String text) {
        try {
            return BlobId.parse(text);
        } catch (FormatException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
