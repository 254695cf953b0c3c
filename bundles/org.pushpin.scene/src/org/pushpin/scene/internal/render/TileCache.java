// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bitmaps of cards and of squares of the plane, at whatever zoom they were made, so that a zoom that was left is sharp
 * at once when it is come back to. At most {@value #BUDGET_BYTES} bytes, of which the least recently used go first. One
 * thread.
 */
final class TileCache<K, V> {

    static final long BUDGET_BYTES = 128L << 20;

    private record Kept<V>(V value, long bytes) {}

    private final LinkedHashMap<K, Kept<V>> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long budget;
    private long bytes;

    TileCache(long budget) {
        this.budget = budget;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key)).map(Kept::value);
    }

    void put(K key, V value, BufferedImage image) {
        long size = size(image);
        Kept<V> before = kept.put(key, new Kept<>(value, size));
        bytes += size - (before == null ? 0 : before.bytes);
        Iterator<Map.Entry<K, Kept<V>>> oldest = kept.entrySet().iterator();
        while (bytes > budget && kept.size() > 1) {
            bytes -= oldest.next().getValue().bytes;
            oldest.remove();
        }
    }

    long bytes() {
        return bytes;
    }

    static long size(BufferedImage image) {
        return 4L * image.getWidth() * image.getHeight();
    }
}
