// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.nio.file.Path;

/**
 * Where a person's data live on this machine. The application that starts registers one as an OSGi service; the repo
 * opens when it appears.
 *
 * @param directory the profile's folder, created if it is absent; one process holds it at a time
 */
public record Profile(Path directory) {}
