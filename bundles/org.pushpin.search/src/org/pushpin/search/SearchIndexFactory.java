// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.nio.file.Path;

/** Opens the index of a profile. An adapter offers exactly one, as an OSGi service. */
public interface SearchIndexFactory {

    /**
     * Opens the index; an empty one if there is none, or what is there is damaged or of a newer version.
     *
     * @param profile an existing folder; the caller owns the profile's lock
     * @throws SearchException if the disk refuses
     */
    SearchIndex open(Path profile) throws SearchException;

    /**
     * Throws the index away, however broken it is; it must be closed.
     *
     * @throws SearchException if the disk refuses
     */
    void discard(Path profile) throws SearchException;
}
