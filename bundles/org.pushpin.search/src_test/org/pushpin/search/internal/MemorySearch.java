// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.search.Hit;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchIndexFactory;
import org.pushpin.search.Term;
import org.pushpin.search.Words;
import org.pushpin.search.Words.Word;

/** An index in memory that looks at everything; it outlives being closed, as a file does, and fails when told to. Any thread. */
final class MemorySearch implements SearchIndexFactory {

    private final Map<DocumentId, IndexedDocument> documents = new LinkedHashMap<>();
    private final Set<DocumentId> stale = new HashSet<>();
    private SearchException failure;
    private int writes;
    private int discarded;

    /** From now on everything fails; null for no longer. */
    synchronized void fail(SearchException with) {
        failure = with;
    }

    /** How many writes there were. */
    synchronized int writes() {
        return writes;
    }

    /** How often it was thrown away. */
    synchronized int discarded() {
        return discarded;
    }

    /** All that is kept, in an order that does not depend on how it came. */
    synchronized Map<DocumentId, IndexedDocument> documents() {
        return Map.copyOf(documents);
    }

    @Override
    public SearchIndex open(Path profile) {
        return new Index();
    }

    @Override
    public synchronized void discard(Path profile) {
        documents.clear();
        stale.clear();
        failure = null;
        discarded++;
    }

    private synchronized void check() throws SearchException {
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized void write(IndexWrite write) {
        switch (write) {
            case IndexWrite.Put put -> {
                documents.put(put.document().id(), put.document());
                stale.remove(put.document().id());
            }
            case IndexWrite.Stale gone -> stale.add(gone.document());
            case IndexWrite.Remove remove -> documents.remove(remove.document());
        }
    }

    private record Scored(Hit hit, double score) {}

    private static Scored score(IndexedDocument document, IndexEntry entry, List<Term> terms) {
        double sum = 0;
        for (Term term : terms) {
            double score = 10 * score(entry.title(), term) + 4 * score(entry.names(), term) + score(entry.text(), term);
            sum += score == 0 ? Double.NEGATIVE_INFINITY : score;
        }
        return new Scored(new Hit(document.id(), entry.contentType(), entry.title(), entry.created(), entry.changed()), sum);
    }

    private static double score(String text, Term term) {
        List<Word> words = Words.of(text);
        double score = 0;
        for (int end = term.words().size(); end <= words.size(); end++) {
            List<Word> part = words.subList(0, end);
            score += term.isEndOf(part) ? 1 : 0;
            score += new Term(term.words(), false).isEndOf(part) ? 1 : 0;
        }
        return score / (1 + 0.01 * words.size());
    }

    private static boolean passes(Query query, IndexEntry entry) {
        return (query.types().isEmpty() || query.types().contains(entry.contentType()))
                && (query.authors().isEmpty() || entry.authors().stream().anyMatch(query.authors()::contains))
                && query.from().map(from -> !entry.changed().isBefore(from)).orElse(true)
                && query.before().map(entry.changed()::isBefore).orElse(true);
    }

    private final class Index implements SearchIndex {

        @Override
        public void write(List<IndexWrite> all) throws SearchException {
            synchronized (MemorySearch.this) {
                check();
                writes++;
                all.forEach(MemorySearch.this::write);
            }
        }

        @Override
        public Map<DocumentId, Fingerprint> indexed() throws SearchException {
            synchronized (MemorySearch.this) {
                check();
                Map<DocumentId, Fingerprint> indexed = new HashMap<>();
                documents.forEach((id, document) -> indexed.put(id, document.fingerprint()));
                indexed.keySet().removeAll(stale);
                return indexed;
            }
        }

        @Override
        public Optional<Known> known(DocumentId id) throws SearchException {
            synchronized (MemorySearch.this) {
                check();
                return Optional.ofNullable(documents.get(id)).map(document -> {
                    Map<String, String> makers = new HashMap<>();
                    document.entries().forEach(entry -> makers.put(entry.contentType(), entry.maker()));
                    return new Known(document.links(), makers);
                });
            }
        }

        @Override
        public List<String> linkedAs(DocumentId target) throws SearchException {
            synchronized (MemorySearch.this) {
                check();
                Set<String> types = new TreeSet<>();
                documents.values().forEach(document -> document.links().stream().filter(link -> link.target().equals(target))
                        .forEach(link -> types.add(link.contentType())));
                return List.copyOf(types);
            }
        }

        @Override
        public List<DocumentId> madeOtherwise(String type, String maker) throws SearchException {
            synchronized (MemorySearch.this) {
                check();
                return documents.values().stream().filter(document -> document.entries().stream()
                        .anyMatch(entry -> entry.contentType().equals(type) && !entry.maker().equals(maker)))
                        .map(IndexedDocument::id).toList();
            }
        }

        @Override
        public List<Hit> search(Query query) throws SearchException {
            synchronized (MemorySearch.this) {
                check();
                List<Term> terms = query.terms();
                if (terms.isEmpty() && !query.isBlank()) {
                    return List.of();
                }
                List<Scored> found = new ArrayList<>();
                documents.values().forEach(document -> document.entries().stream().filter(entry -> passes(query, entry))
                        .forEach(entry -> found.add(score(document, entry, terms))));
                Comparator<Scored> best = Comparator.comparingDouble(Scored::score).reversed();
                Comparator<Scored> newest = Comparator.comparing((Scored one) -> one.hit().changed()).reversed();
                return found.stream().filter(one -> one.score() > Double.NEGATIVE_INFINITY).sorted(terms.isEmpty() ? newest : best)
                        .limit(query.limit()).map(Scored::hit).toList();
            }
        }

        @Override
        public List<Hit> entries(DocumentId id) throws SearchException {
            return search(Query.all()).stream().filter(hit -> hit.document().equals(id))
                    .sorted(Comparator.comparing(Hit::contentType)).toList();
        }

        @Override
        public String text(DocumentId id, String contentType) throws SearchException {
            synchronized (MemorySearch.this) {
                MemorySearch.this.check();
                return Optional.ofNullable(documents.get(id)).flatMap(document -> document.entries().stream()
                        .filter(entry -> entry.contentType().equals(contentType)).findFirst()).map(IndexEntry::text).orElse("");
            }
        }

        @Override
        public void check() throws SearchException {
            MemorySearch.this.check();
        }

        @Override
        public void close() {
            // what is kept outlives it
        }
    }
}
