// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;

/**
 * An index of a profile's documents: what an adapter promises. Reads by any thread, writes by one at a time; a read sees every
 * write that has returned before. A write is atomic, also when the process is killed; it may be lost when the machine loses
 * power, but not in part. What an index holds is known elsewhere, so durability is worth no waiting.
 *
 * <p>An adapter may fail with a {@link SearchException#isDamage() damage} at any time; its caller then closes, discards and
 * rebuilds it. What is damaged and not noticed may give wrong results, never an unchecked exception.
 */
public interface SearchIndex extends AutoCloseable {

    /** Does all of it, in this order, or nothing. */
    void write(List<IndexWrite> writes) throws SearchException;

    /** Every document that is indexed and not stale, with what was indexed of it. Cost: about 10 ms for 10,000. */
    Map<DocumentId, Fingerprint> indexed() throws SearchException;

    /** What was written last of a document, stale or not; empty if nothing, or it was removed. */
    Optional<Known> known(DocumentId document) throws SearchException;

    /** The content types by which other documents link to this one, sorted. */
    List<String> linkedAs(DocumentId document) throws SearchException;

    /** The documents that have an entry of this type which another maker made. */
    List<DocumentId> madeOtherwise(String type, String maker) throws SearchException;

    /**
     * Finds entries in which each of {@link Query#terms()} occurs, in title, names or text as {@link Words} compares them, and
     * that pass the filters. A title counts for more than names, and those for more than the text; a whole word for more than
     * the beginning of one. Of a blank query those come first that were changed last.
     */
    List<Hit> search(Query query) throws SearchException;

    /** Every entry of a document, sorted by content type; costs no more for many documents than for few. */
    List<Hit> entries(DocumentId document) throws SearchException;

    /** The text of an entry, for a snippet; empty if there is none. */
    String text(DocumentId document, String contentType) throws SearchException;

    /** Looks for damage in all that is kept. Reads everything once. @throws SearchException if there is */
    void check() throws SearchException;

    @Override
    void close() throws SearchException;

    /**
     * What an index knows of a document.
     *
     * @param makers by content type, who made the entry
     */
    record Known(Set<IndexedDocument.Link> links, Map<String, String> makers) {

        public Known {
            links = Set.copyOf(links);
            makers = Map.copyOf(makers);
        }
    }
}
