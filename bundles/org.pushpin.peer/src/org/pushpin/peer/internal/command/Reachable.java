// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.JsonDocument;
import org.pushpin.repo.DocHandle;

/** Follows links from a document through everything that is here. */
final class Reachable {

    private final Services services;

    Reachable(Services services) {
        this.services = services;
    }

    /** Every link found, each document once, breadth first, with its title on one line; empty when it is not here. */
    Map<DocumentUrl, String> from(DocumentUrl root) {
        Map<DocumentId, DocumentUrl> seen = new HashMap<>();
        Map<DocumentUrl, String> found = new LinkedHashMap<>();
        Deque<DocumentUrl> open = new ArrayDeque<>();
        open.add(root);
        seen.put(root.id(), root);
        while (!open.isEmpty()) {
            DocumentUrl url = open.poll();
            Optional<Doc> document = services.repo().local(url.id()).map(DocHandle::current);
            found.put(url, document.map(doc -> title(url, doc)).orElse(""));
            document.ifPresent(doc -> DocumentUrl.find(JsonDocument.of(doc)).forEach(link -> {
                if (seen.putIfAbsent(link.id(), link) == null) {
                    open.add(link);
                }
            }));
        }
        return found;
    }

    private String title(DocumentUrl url, Doc document) {
        return services.registry().type(url.contentType())
                .map(type -> type.summarize(document).title()).orElse("").replaceAll("[\\s\\p{Cc}]+", " ")
                .strip();
    }
}
