// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.search.Hit;
import org.pushpin.search.IndexEntry;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;

/** What every adapter of the search port must keep. Extend it and say how an index is opened. */
public abstract class SearchConformance extends IndexSuite {

    @Test
    void newIndexIsEmpty() throws SearchException {
        DocumentId stranger = document("stranger");
        assertEquals(Map.of(), index.indexed());
        assertEquals(Optional.empty(), index.known(stranger));
        assertEquals(List.of(), index.linkedAs(stranger));
        assertEquals(List.of(), index.entries(stranger));
        assertEquals(List.of(), index.search(Query.all()));
        assertEquals(List.of(), index.search(Query.of("a")));
        assertEquals("", index.text(stranger, "text"));
        index.check();
    }

    @Test
    void whatIsWrittenIsReadBackAfterOpeningAgain() throws SearchException {
        DocumentId board = document("board");
        DocumentId card = document("card");
        IndexedDocument written = linking(board, new Link(card, "text"), new Link(card, "sticky"));
        put(written, indexed(card, entry("text", "Title", "a text"), entry("sticky", "Other title", "another")));

        reopen();

        assertEquals(Set.of(board, card), index.indexed().keySet());
        assertEquals(written.fingerprint(), index.indexed().get(board));
        assertEquals(Optional.of(new SearchIndex.Known(written.links(), Map.of("board", "maker 1"))), index.known(board));
        assertEquals(Map.of("text", "maker 1", "sticky", "maker 1"), index.known(card).orElseThrow().makers());
        assertEquals(List.of("sticky", "text"), index.linkedAs(card));
        assertEquals("another", index.text(card, "sticky"));
        assertEquals(List.of(new Hit(card, "sticky", "Other title", CREATED, CREATED), new Hit(card, "text", "Title", CREATED, CREATED)),
                index.entries(card));
        assertEquals(List.of(new Hit(card, "sticky", "Other title", CREATED, CREATED)), index.search(Query.of("another")));
    }

    @Test
    void whatIsReplacedIsNoLongerFound() throws SearchException {
        DocumentId id = put("note", "Old title", "old words");
        put(indexed(id, entry("text", "New title", "new words")));

        assertEquals(List.of(), found("old"));
        assertEquals(List.of("note"), found("new"));
        put(indexed(id, entry("sticky", "New title", "new words")));
        assertEquals(List.of("sticky"), index.search(Query.of("new")).stream().map(Hit::contentType).toList());
        assertEquals("", index.text(id, "text"));
    }

    @Test
    void aChangeOfTheTitleOrTheNamesAloneIsFound() throws SearchException {
        DocumentId id = put("note", "Before", "same");
        put(indexed(id, entry("text", "After", "same")));
        assertEquals(List.of(), found("before"));
        assertEquals(List.of("note"), found("after same"));
        put(indexed(id, new IndexEntry("text", "m", "After", "photo.jpg", "same", Set.of(), CREATED, CREATED)));
        assertEquals(List.of("note"), found("photo"));
        put(indexed(id, entry("text", "After", "same")));
        assertEquals(List.of(), found("photo"));
    }

    @Test
    void staleDocumentsStayFoundButCountAsNotIndexed() throws SearchException {
        DocumentId id = put("note", "Title", "words");
        index.write(List.of(new IndexWrite.Stale(id), new IndexWrite.Stale(document("unknown"))));

        assertEquals(Map.of(), index.indexed());
        assertEquals(List.of("note"), found("words"));
        assertTrue(index.known(id).isPresent());
    }

    @Test
    void removedDocumentsAreGoneAndLinksToThemStay() throws SearchException {
        DocumentId board = document("board");
        DocumentId card = put("card", "Card", "words");
        put(linking(board, new Link(card, "text")));

        index.write(List.of(new IndexWrite.Remove(card), new IndexWrite.Remove(document("unknown"))));
        assertEquals(List.of(), found("words"));
        assertEquals(Optional.empty(), index.known(card));
        assertEquals(Set.of(board), index.indexed().keySet());
        assertEquals(List.of("text"), index.linkedAs(card));

        index.write(List.of(new IndexWrite.Remove(board)));
        assertEquals(List.of(), index.linkedAs(card));
    }

    @Test
    void linksFollowTheirSource() throws SearchException {
        DocumentId board = document("board");
        DocumentId other = document("other");
        DocumentId card = document("card");
        put(linking(board, new Link(card, "text")), linking(other, new Link(card, "text"), new Link(card, "sticky")));
        put(linking(other));
        assertEquals(List.of("text"), index.linkedAs(card));
        put(linking(board, new Link(card, "image"), new Link(other, "board")));
        assertEquals(List.of("image"), index.linkedAs(card));
        assertEquals(List.of("board"), index.linkedAs(other));
    }

    @Test
    void whatAnotherMakerMadeIsTold() throws SearchException {
        DocumentId one = put("one", "One", "");
        put("two", "Two", "");
        put(indexed(one, new IndexEntry("text", "maker 2", "One", "", "", Set.of(), CREATED, CREATED)));

        assertEquals(List.of(one), index.madeOtherwise("text", "maker 1"));
        assertEquals(2, index.madeOtherwise("text", "maker 3").size());
        assertEquals(List.of(), index.madeOtherwise("board", "maker 1"));
    }

    @Test
    void whatWasWrittenInManyStepsIsAsIfWrittenAtOnce(@TempDir Path elsewhere) throws SearchException {
        Random random = new Random(11);
        List<DocumentId> ids = IntStream.range(0, 30).mapToObj(i -> document("doc " + i)).toList();
        Map<DocumentId, IndexWrite> state = new LinkedHashMap<>();
        Set<DocumentId> stale = new HashSet<>();
        for (int round = 0; round < 90; round++) {
            List<IndexWrite> writes = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                writes.add(randomWrite(random, ids));
            }
            index.write(writes);
            writes.forEach(write -> remember(write, state, stale));
            if (round % 20 == 19) {
                reopen();
            }
        }
        index.check();
        try (SearchIndex fresh = factory.open(elsewhere)) {
            fresh.write(List.copyOf(state.values()));
            assertSame(fresh, ids, stale);
        }
    }

    private static void remember(IndexWrite write, Map<DocumentId, IndexWrite> state, Set<DocumentId> stale) {
        switch (write) {
            case IndexWrite.Put put -> {
                state.put(put.document().id(), put);
                stale.remove(put.document().id());
            }
            case IndexWrite.Stale old -> stale.add(old.document());
            case IndexWrite.Remove remove -> state.remove(remove.document());
        }
    }

    private void assertSame(SearchIndex expected, List<DocumentId> ids, Set<DocumentId> stale) throws SearchException {
        Map<DocumentId, Fingerprint> indexed = new HashMap<>(expected.indexed());
        indexed.keySet().removeAll(stale);
        assertEquals(indexed, index.indexed());
        for (DocumentId id : ids) {
            assertEquals(expected.known(id), index.known(id));
            assertEquals(expected.linkedAs(id), index.linkedAs(id));
        }
        for (String text : List.of("a", "b", "aa", "ab", "ba", "a b", "\"a b\"", "aab bb", "")) {
            Query query = Query.of(text).limit(1_000);
            assertEquals(new HashSet<>(expected.search(query)), new HashSet<>(index.search(query)), text);
        }
    }

    private IndexWrite randomWrite(Random random, List<DocumentId> ids) {
        DocumentId id = ids.get(random.nextInt(ids.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new IndexWrite.Remove(id);
            case 1 -> new IndexWrite.Stale(id);
            default -> {
                Set<Link> links = new HashSet<>();
                List<IndexEntry> entries = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    links.add(new Link(ids.get(random.nextInt(ids.size())), "t" + random.nextInt(2)));
                    entries.add(new IndexEntry("t" + i, "m" + random.nextInt(2), words(random), words(random), words(random), Set.of(),
                            CREATED, CREATED.plusSeconds(random.nextInt(100))));
                }
                yield new IndexWrite.Put(new IndexedDocument(id, new Fingerprint(samples.bytes(16)), links, entries));
            }
        };
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        random.ints(random.nextInt(8), 0, 3).forEach(letter -> words.append("ab ".charAt(letter)));
        return words.toString();
    }
}
