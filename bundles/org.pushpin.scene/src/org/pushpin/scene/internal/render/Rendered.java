// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;

/**
 * A document as a view, with the documents that are nested in it.
 *
 * @param doc the snapshot that was rendered; empty where a host's view stands in
 * @param title its summary's
 */
public record Rendered(DocumentUrl url, Optional<DocHandle> handle, Optional<Doc> doc, String title, View view,
        Map<View.Embed, Rendered> nested) {

    /** Compares what is seen: by identity first, which is what unchanged parts have. */
    boolean looksLike(Rendered other) {
        return this == other || view.equals(other.view) && nested.size() == other.nested.size()
                && nested.entrySet().stream().allMatch(entry -> {
                    Rendered twin = other.nested.get(entry.getKey());
                    return twin != null && entry.getValue().looksLike(twin);
                });
    }

    /** Whether nothing differs, not even what is not seen. */
    boolean isTwin(Rendered other) {
        boolean same = this == other || doc.equals(other.doc) && handle.equals(other.handle) && title.equals(other.title)
                && nested.size() == other.nested.size();
        return same && nested.entrySet().stream().allMatch(entry -> {
            Rendered twin = other.nested.get(entry.getKey());
            return twin != null && entry.getValue().isTwin(twin);
        });
    }

    /** The nested document with that embed, at any depth. */
    public Optional<Rendered> find(View.Embed embed) {
        Rendered direct = nested.get(embed);
        if (direct != null) return Optional.of(direct);
        return nested.values().stream().flatMap(inner -> inner.find(embed).stream()).findFirst();
    }

    static Rendered standIn(DocumentUrl url, View view) {
        return new Rendered(url, Optional.empty(), Optional.empty(), "", view, Map.of());
    }

    Rendered withNested(Map<View.Embed, Rendered> inner) {
        return new Rendered(url, handle, doc, title, view, new LinkedHashMap<>(inner));
    }
}
