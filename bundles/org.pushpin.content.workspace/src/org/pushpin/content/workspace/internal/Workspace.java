// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.workspace.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.Fields;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crdt.Value;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/** A workspace's fields, read from a snapshot or an edit. */
final class Workspace {

    static final String TITLE = "title";
    static final String BOARDS = "boards";
    static final String CONTACTS = "contacts";

    private Workspace() {}

    /** The boards that can be read, each once, in the order of the list. */
    static List<DocumentUrl> boards(Read document) {
        Map<DocumentId, DocumentUrl> boards = new LinkedHashMap<>();
        Optional<ObjectId> list = Fields.root(document).object(BOARDS, ObjectType.LIST);
        for (int i = 0; i < list.map(document::length).orElse(0); i++) {
            document.get(list.get(), i).flatMap(Workspace::url).ifPresent(url -> boards.putIfAbsent(url.id(), url));
        }
        return List.copyOf(boards.values());
    }

    static boolean isListed(String url, Read document) {
        Optional<DocumentUrl> wanted = url(Scalar.of(url));
        return wanted.isEmpty() || boards(document).stream().anyMatch(board -> board.id().equals(wanted.get().id()));
    }

    /** Whether an entry names the same document as this URL; or is the same text, where it is no URL at all. */
    static boolean isSame(Value entry, String url) {
        if (entry.equals(Scalar.of(url))) return true;
        Optional<DocumentId> id = url(entry).map(DocumentUrl::id);
        return id.isPresent() && id.equals(url(Scalar.of(url)).map(DocumentUrl::id));
    }

    private static Optional<DocumentUrl> url(Value value) {
        try {
            return value instanceof Scalar.Str text ? Optional.of(DocumentUrl.parse(text.value())) : Optional.empty();
        } catch (FormatException unreadable) {
            return Optional.empty();
        }
    }
}
