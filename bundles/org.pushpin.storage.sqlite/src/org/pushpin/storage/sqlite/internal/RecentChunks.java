// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;

/** The chunks and manifests that were verified last, so that small reads in order cost one check per chunk. At most 4 MiB or so. */
final class RecentChunks {

    private static final int CHUNKS = 8;
    private static final int MANIFESTS = 16;

    private final Map<Key, Bytes> chunks = bounded(CHUNKS);
    private final Map<BlobId, BlobManifest> manifests = bounded(MANIFESTS);

    private long forgotten;

    private record Key(BlobId blob, int index) {}

    private static <K, V> Map<K, V> bounded(int size) {
        return new LinkedHashMap<>(size * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > size;
            }
        };
    }

    /** To be asked before something is read that is to be remembered. */
    synchronized long moment() {
        return forgotten;
    }

    synchronized Optional<Bytes> chunk(BlobId blob, int index) {
        return Optional.ofNullable(chunks.get(new Key(blob, index)));
    }

    /** Nothing is remembered that may have been read before something was forgotten. */
    synchronized void remember(BlobId blob, int index, Bytes chunk, long moment) {
        if (moment == forgotten) {
            chunks.put(new Key(blob, index), chunk);
        }
    }

    synchronized Optional<BlobManifest> manifest(BlobId blob) {
        return Optional.ofNullable(manifests.get(blob));
    }

    synchronized void remember(BlobId blob, BlobManifest manifest, long moment) {
        if (moment == forgotten) {
            manifests.put(blob, manifest);
        }
    }

    synchronized void forget(BlobId blob) {
        forgotten++;
        manifests.remove(blob);
        chunks.keySet().removeIf(key -> key.blob().equals(blob));
    }
}
