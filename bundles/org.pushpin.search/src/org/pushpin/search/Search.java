// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Subscription;

/**
 * Finds documents of the profile. An OSGi service, present while the profile is open. Any thread may call; nothing waits for
 * the disk. What is durable is found soon after: within a second while a document changes, later while very many come at once.
 */
public interface Search {

    /** The content type of a document that no link says what it is. */
    String UNKNOWN_TYPE = "unknown";

    /**
     * Searches; or lists titles, for a blank query. Cancelling the stage's future drops a query that has not begun. Ends
     * exceptionally with a {@link SearchException} while there is no index.
     */
    CompletionStage<List<SearchResult>> search(Query query);

    /**
     * The documents whose present state links to this one, in the order in which they came, each once. An entry that is marked as
     * removed links to nothing. Sources are looked at one by one, at most some hundreds; who links a moment ago may be missing.
     *
     * @param limit at most so many
     */
    CompletionStage<List<SearchResult>> linking(DocumentId document, int limit);

    /** How far the index is. */
    SearchProgress progress();

    /** Is told of {@link #progress()}, on the indexer's thread, at most some times a second. */
    Subscription subscribe(Consumer<SearchProgress> listener);

    /** Indexes without waiting for more changes; completes when all that was durable at the call is found. */
    CompletionStage<Void> settle();

    /** Throws the index away and makes it anew. Searching goes on, with what there is. */
    void rebuild();
}
