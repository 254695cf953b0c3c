// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Opens the storage of a profile. An adapter offers exactly one, as an OSGi service. */
public interface StorageFactory {

    /**
     * Opens, or creates, what {@code profile} holds. The caller owns the profile lock.
     *
     * @param profile an existing folder of the profile; the adapter may create files in it
     * @throws StorageException if the data is of a newer version, damaged beyond reading, or the disk refuses
     */
    Storage open(Path profile) throws StorageException;

    /**
     * Makes a profile of what {@link Storage#backup} wrote. It is there when this returns, whole and durable; after a failure, or a
     * crash before, there is none, and restoring can be tried again. What is read is not trusted: it is bounded before it is read, and
     * checked against its hashes.
     *
     * @param profile an existing folder without a profile in it; the caller owns its lock
     * @param changes are part of what is restored: the identity that tells it from the one of which the backup was taken
     * @throws StorageException if there is a profile already, or the backup is damaged or of a newer version, or the disk refuses
     * @throws IOException if {@code source} fails, or {@code progress} ends it
     */
    void restore(InputStream source, Path profile, List<Write> changes, Transfer progress) throws StorageException, IOException;
}
