// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.lang.ref.SoftReference;
import java.util.Map;

/**
 * Remembers the columns of the version of a document that was saved last, as long as there is memory, so that saving the next version costs
 * little more than what differs. Versions of one document share it; any version, and any other document, is saved rightly with it. Any
 * thread.
 */
public final class SaveCache {
    private volatile SoftReference<Map<Integer, DeflatedColumn>> columns = new SoftReference<>(Map.of());

    Map<Integer, DeflatedColumn> columns() {
        Map<Integer, DeflatedColumn> known = columns.get();
        return known == null ? Map.of() : known;
    }

    void columns(Map<Integer, DeflatedColumn> latest) {
        columns = new SoftReference<>(latest);
    }
}
