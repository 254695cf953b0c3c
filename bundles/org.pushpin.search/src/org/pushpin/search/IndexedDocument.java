// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.util.List;
import java.util.Set;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;

/**
 * What is indexed of a document.
 *
 * @param fingerprint of the version that was read
 * @param links to other documents
 * @param entries one for each content type
 */
public record IndexedDocument(DocumentId id, Fingerprint fingerprint, Set<Link> links, List<IndexEntry> entries) {

    public IndexedDocument {
        links = Set.copyOf(links);
        entries = List.copyOf(entries);
    }

    /** That a document is linked to, and as what. */
    public record Link(DocumentId target, String contentType) {}
}
