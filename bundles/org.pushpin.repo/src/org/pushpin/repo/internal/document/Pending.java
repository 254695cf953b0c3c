// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.pushpin.crdt.Change;
import org.pushpin.repo.internal.batch.OwnWriter;

/**
 * A local change that is not durable yet, and those before it: a chain that grows by compare-and-set.
 *
 * @param previous null at the oldest
 */
record Pending(Change change, OwnWriter writer, Pending previous) {

    /** The changes up to {@code newest} that came after {@code known} (which may be null), oldest first. */
    static List<Pending> since(Pending newest, Pending known) {
        List<Pending> list = new ArrayList<>();
        for (Pending each = newest; each != null && each != known; each = each.previous) {
            list.add(each);
        }
        Collections.reverse(list);
        return list;
    }

    /** The chain without everything up to {@code durable}; null if nothing is left. */
    static Pending after(Pending newest, Pending durable) {
        Pending rebuilt = null;
        for (Pending each : since(newest, durable)) {
            rebuilt = new Pending(each.change, each.writer, rebuilt);
        }
        return rebuilt;
    }
}
