// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongPredicate;

/** Makes a profile of a file that {@link Repo#backup} wrote. An OSGi service, there without a profile. */
public interface Restoring {

    /**
     * Reads the whole file; waits for the disk. The profile is there, and durable, when this returns; after a failure there is none.
     * It has an identity of its own: what is written in it is never taken for what is written in the one that was backed up, should
     * that live still.
     *
     * @param profile must not hold one yet
     * @param goOn is told how many bytes have been read; false ends it
     * @throws IOException with a sentence fit to be shown
     */
    void restore(Path file, Profile profile, LongPredicate goOn) throws IOException;
}
