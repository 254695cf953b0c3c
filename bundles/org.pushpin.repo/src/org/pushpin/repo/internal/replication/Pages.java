// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.List;

/** Cuts a long list into messages; an empty list is one empty page. */
final class Pages {

    /** Takes a page. */
    interface Sink<T> {
        void page(List<T> page, boolean last);
    }

    private Pages() {
    }

    static <T> void of(List<T> all, int size, Sink<T> sink) {
        int from = 0;
        do {
            int to = Math.min(all.size(), from + size);
            sink.page(List.copyOf(all.subList(from, to)), to == all.size());
            from = to;
        } while (from < all.size());
    }
}
