// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.nio.file.Path;

/**
 * Offered as an OSGi service, in place of {@link Repo}, when a {@link Profile} could not be opened.
 *
 * @param directory the profile's folder
 * @param message a sentence fit to be shown
 */
public record ProfileProblem(Path directory, String message) {}
