// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

/**
 * How far a fetch is. The totals grow while links are found.
 *
 * @param bytesDone and {@code bytesTotal} count blob content
 */
public record FetchProgress(int documentsDone, int documentsTotal, int blobsDone, int blobsTotal, long bytesDone,
        long bytesTotal) {}
