// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.link;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/**
 * What a document links to.
 *
 * @param links as they are stored
 */
public record Targets(Set<String> links, Set<DocumentUrl> documents, Set<BlobId> blobs) {

    /** A document that links to nothing. */
    public static final Targets NONE = new Targets(Set.of(), Set.of(), Set.of());

    /** A link to a blob, as it stands in documents and is stored. */
    public static String link(BlobId blob) {
        return LinkCounts.BLOB + blob;
    }

    /** Whether a link that is stored is to a blob. */
    public static boolean isBlob(String link) {
        return link.startsWith(LinkCounts.BLOB);
    }

    /** Reads links, in an order that does not change from run to run; what is not readable (any more) is passed over. */
    public static Targets of(Set<String> links) {
        Set<DocumentUrl> documents = new LinkedHashSet<>();
        Set<BlobId> blobs = new LinkedHashSet<>();
        for (String link : new TreeSet<>(links)) {
            BlobId blob = LinkCounts.blob(link);
            if (blob != null) {
                blobs.add(blob);
            } else {
                addDocument(link, documents);
            }
        }
        return new Targets(Set.copyOf(links), documents, blobs);
    }

    private static void addDocument(String link, Set<DocumentUrl> documents) {
        try {
            documents.add(DocumentUrl.parse(link));
        } catch (FormatException e) {
            // a link that only a newer version reads: kept in the document, not followed
        }
    }
}
