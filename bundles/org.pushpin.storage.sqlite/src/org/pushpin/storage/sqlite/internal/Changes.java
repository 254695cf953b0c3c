// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.pushpin.crypto.BlobId;

/** When something last happened to a blob, in moments of this process. Remembers the last few thousand; of older ones it is unsure. */
final class Changes {

    private static final int REMEMBERED = 4096;

    private long now;
    private long unsureBefore;
    private final Map<BlobId, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlobId, Long> eldest) {
            boolean full = size() > REMEMBERED;
            unsureBefore = full ? Math.max(unsureBefore, eldest.getValue()) : unsureBefore;
            return full;
        }
    };

    /** Something happens to it. */
    synchronized void happened(BlobId blob) {
        last.put(blob, ++now);
    }

    synchronized long now() {
        return now;
    }

    /** Whether nothing has happened to it since; false also if that is not known any more. */
    synchronized boolean unchangedSince(BlobId blob, long moment) {
        return moment >= unsureBefore && last.getOrDefault(blob, 0L) <= moment;
    }
}
