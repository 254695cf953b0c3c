// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

/**
 * How far a fetch is. The totals grow while links are found.
 *
 * @param blobsLeft blobs that are not here and not being fetched: a person stopped them, they are beyond the {@link LinkLimits}, or they
 *     could not be stored; {@link Blobs#coming} says which. The fetch waits for them all the same
 * @param bytesDone and {@code bytesTotal} count blob content
 */
public record FetchProgress(int documentsDone, int documentsTotal, int blobsDone, int blobsTotal, int blobsLeft, long bytesDone,
        long bytesTotal) {}
