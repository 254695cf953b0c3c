// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Values by key, of which a few change from one version to the next: many that stand, and a few that came since. Immutable.
 * A version costs the few, and once in a while a copy of all.
 */
final class Ledger<K, V> {

    private static final int FEW = 256;

    private final Map<K, V> standing;
    /** Instead of what stands; null for what is gone. */
    private final Map<K, V> recent;

    private Ledger(Map<K, V> standing, Map<K, V> recent) {
        this.standing = standing;
        this.recent = recent;
    }

    /** @param all not changed from here on */
    static <K, V> Ledger<K, V> of(Map<K, V> all) {
        return new Ledger<>(all, Map.of());
    }

    /** The value, or null. */
    V get(K key) {
        V value = recent.get(key);
        return value != null || recent.containsKey(key) ? value : standing.get(key);
    }

    /** The next version. @param changes a null for what is gone */
    Ledger<K, V> with(Map<K, V> changes) {
        if (changes.isEmpty()) return this;
        Map<K, V> later = new HashMap<>(recent);
        later.putAll(changes);
        if (later.size() <= FEW) return new Ledger<>(standing, later);
        Map<K, V> all = new HashMap<>(standing);
        later.forEach((key, value) -> {
            if (value == null) all.remove(key);
            else all.put(key, value);
        });
        return of(all);
    }

    /** All values, in no order. */
    void forEach(Consumer<V> action) {
        standing.forEach((key, value) -> {
            if (!recent.containsKey(key)) action.accept(value);
        });
        for (V value : recent.values()) if (value != null) action.accept(value);
    }
}
