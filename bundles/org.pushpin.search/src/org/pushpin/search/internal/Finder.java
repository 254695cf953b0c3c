// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.search.Hit;
import org.pushpin.search.Query;
import org.pushpin.search.Search;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchResult;
import org.pushpin.search.Snippet;
import org.pushpin.search.Term;

/** Answers queries: hits of the index with links of the repo. Any thread. */
final class Finder {

    /** How much text is looked through for snippets; who asks for very many results gets the rest without. In UTF-16 units. */
    private static final int MOST_TEXT = 1 << 21;

    private static final int MOST_SOURCES = 300;

    private final Repo repo;

    Finder(Repo repo) {
        this.repo = repo;
    }

    List<SearchResult> find(SearchIndex index, Query query) throws SearchException {
        List<Term> terms = query.terms();
        if (terms.isEmpty() && !query.isBlank()) {
            return List.of();
        }
        List<SearchResult> results = new ArrayList<>();
        int looked = 0;
        for (Hit hit : index.search(query)) {
            Optional<DocumentUrl> url = repo.url(hit.document(), hit.contentType());
            if (url.isPresent()) {
                String text = terms.isEmpty() || looked > MOST_TEXT ? "" : index.text(hit.document(), hit.contentType());
                looked += text.length();
                results.add(result(url.get(), hit, text, terms));
            }
        }
        return List.copyOf(results);
    }

    /** What links to a document by what it shows; see {@link org.pushpin.search.Search#linking}. */
    List<SearchResult> linking(SearchIndex index, DocumentId target, int limit) throws SearchException {
        List<SearchResult> found = new ArrayList<>();
        for (DocumentId source : repo.linking(target, MOST_SOURCES)) {
            if (found.size() == limit) {
                break;
            }
            if (!source.equals(target) && shows(source, target)) {
                shown(index, source).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private boolean shows(DocumentId source, DocumentId target) {
        boolean[] found = new boolean[1];
        String link = DocumentUrl.SCHEME + target + "?";
        repo.durable(source).ifPresent(durable -> DocumentStrings.visitPresent(durable.document(), string -> {
            found[0] |= string.contains(link);
            return !found[0];
        }));
        return found[0];
    }

    /** As the first type shows it that anybody knows. */
    private Optional<SearchResult> shown(SearchIndex index, DocumentId source) throws SearchException {
        return index.entries(source).stream().sorted(Comparator.comparing(hit -> hit.contentType().equals(Search.UNKNOWN_TYPE)))
                .flatMap(hit -> repo.url(source, hit.contentType()).stream().map(url -> result(url, hit, "", List.of()))).findFirst();
    }

    private static SearchResult result(DocumentUrl url, Hit hit, String text, List<Term> terms) {
        Snippet title = terms.isEmpty() ? new Snippet(hit.title(), List.of()) : Snippets.whole(hit.title(), terms);
        Snippet snippet = text.isEmpty() ? Snippet.EMPTY : Snippets.of(text, terms);
        return new SearchResult(url, title, snippet, hit.created(), hit.changed());
    }
}
