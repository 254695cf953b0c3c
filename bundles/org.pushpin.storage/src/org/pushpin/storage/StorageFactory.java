// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.nio.file.Path;

/** Opens the storage of a profile. An adapter offers exactly one, as an OSGi service. */
public interface StorageFactory {

    /**
     * Opens, or creates, what {@code profile} holds. The caller owns the profile lock.
     *
     * @param profile an existing folder of the profile; the adapter may create files in it
     * @throws StorageException if the data is of a newer version, damaged beyond reading, or the disk refuses
     */
    Storage open(Path profile) throws StorageException;
}
