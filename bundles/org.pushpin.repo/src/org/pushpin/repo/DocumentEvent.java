// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import org.pushpin.crypto.DocumentId;

/** What happens to any document of a profile, opened or not; see {@link Repo#watch}. */
public sealed interface DocumentEvent {

    DocumentId document();

    /** More of a document is durable. */
    record Stored(DocumentId document) implements DocumentEvent {}

    /** Somebody asked for a document by a link that says what it is. */
    record Opened(DocumentId document, String contentType) implements DocumentEvent {}
}
