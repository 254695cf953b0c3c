// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchIndexFactory;
import org.pushpin.testkit.Samples;

/** An index of a new profile, and short ways to fill and ask it. */
abstract class IndexSuite {

    static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path profile;

    final Samples samples = new Samples(getClass().getName().hashCode());
    final Map<DocumentId, String> names = new HashMap<>();
    SearchIndexFactory factory;
    SearchIndex index;

    /** The adapter; asked once per test. */
    protected abstract SearchIndexFactory factory();

    @BeforeEach
    void openIndex() throws SearchException {
        factory = factory();
        index = factory.open(profile);
    }

    @AfterEach
    void closeIndex() throws SearchException {
        index.close();
    }

    void reopen() throws SearchException {
        index.close();
        index = factory.open(profile);
    }

    DocumentId document(String name) {
        DocumentId id = samples.document();
        names.put(id, name);
        return id;
    }

    static IndexEntry entry(String type, String title, String text) {
        return new IndexEntry(type, "maker 1", title, "", text, Set.of(), CREATED, CREATED);
    }

    IndexedDocument indexed(DocumentId id, IndexEntry... entries) {
        return new IndexedDocument(id, samples.fingerprint(), Set.of(), List.of(entries));
    }

    IndexedDocument linking(DocumentId id, Link... links) {
        return new IndexedDocument(id, samples.fingerprint(), Set.of(links), List.of(entry("board", names.get(id), "")));
    }

    void put(IndexedDocument... documents) throws SearchException {
        index.write(Arrays.stream(documents).<IndexWrite>map(IndexWrite.Put::new).toList());
    }

    DocumentId put(String name, String title, String text) throws SearchException {
        DocumentId id = document(name);
        put(indexed(id, entry("text", title, text)));
        return id;
    }

    List<String> found(Query query) throws SearchException {
        return index.search(query).stream().map(hit -> names.get(hit.document())).toList();
    }

    List<String> found(String text) throws SearchException {
        return found(Query.of(text)).stream().sorted().toList();
    }
}
