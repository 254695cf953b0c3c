// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The repo put together: a registry of documents, links between them, blobs, and the seam to replication. {@code OpenRepo.open}
 * needs no framework; {@code RepoComponent} is the OSGi service around it.
 */
package org.pushpin.repo.internal;
