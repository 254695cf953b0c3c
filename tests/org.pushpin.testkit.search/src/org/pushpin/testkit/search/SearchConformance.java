// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.DeviceId;
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
import org.pushpin.search.SearchIndexFactory;
import org.pushpin.testkit.Samples;

/** What every adapter of the search port must do. Extend it and say how an index is opened. */
public abstract class SearchConformance {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path profile;

    private final Samples samples = new Samples(getClass().getName().hashCode());
    private final Map<DocumentId, String> names = new HashMap<>();
    private SearchIndexFactory factory;
    private SearchIndex index;

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

    private void reopen() throws SearchException {
        index.close();
        index = factory.open(profile);
    }

    private DocumentId document(String name) {
        DocumentId id = samples.document();
        names.put(id, name);
        return id;
    }

    private static IndexEntry entry(String type, String title, String text) {
        return new IndexEntry(type, "maker 1", title, "", text, Set.of(), CREATED, CREATED);
    }

    private IndexedDocument indexed(DocumentId id, IndexEntry... entries) {
        return new IndexedDocument(id, samples.fingerprint(), Set.of(), List.of(entries));
    }

    private IndexedDocument linking(DocumentId id, Link... links) {
        return new IndexedDocument(id, samples.fingerprint(), Set.of(links), List.of(entry("board", names.get(id), "")));
    }

    private void put(IndexedDocument... documents) throws SearchException {
        index.write(Arrays.stream(documents).<IndexWrite>map(IndexWrite.Put::new).toList());
    }

    private DocumentId put(String name, String title, String text) throws SearchException {
        DocumentId id = document(name);
        put(indexed(id, entry("text", title, text)));
        return id;
    }

    private List<String> found(Query query) throws SearchException {
        return index.search(query).stream().map(hit -> names.get(hit.document())).toList();
    }

    private List<String> found(String text) throws SearchException {
        return found(Query.of(text)).stream().sorted().toList();
    }

    @Test
    void newIndexIsEmpty() throws SearchException {
        DocumentId stranger = document("stranger");
        assertEquals(Map.of(), index.indexed());
        assertEquals(Optional.empty(), index.known(stranger));
        assertEquals(List.of(), index.linkedAs(stranger));
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
    void allTermsMustBeFoundInAnyField() throws SearchException {
        put("a", "Field trip", "pack the tent");
        put("b", "Field", "nothing");
        DocumentId file = document("c");
        put(indexed(file, new IndexEntry("file", "m", "", "trip.pdf\napplication/pdf", "field", Set.of(), CREATED, CREATED)));

        assertEquals(List.of("a", "b", "c"), found("field"));
        assertEquals(List.of("a", "c"), found("FIELD  trip"));
        assertEquals(List.of("a"), found("tent trip"));
        assertEquals(List.of("c"), found("pdf"));
        assertEquals(List.of(), found("tent nothing"));
    }

    @Test
    void beginningsAndPhrases() throws SearchException {
        put("a", "", "the meeting notes of May");
        put("b", "", "notes of the meeting");

        assertEquals(List.of("a", "b"), found("meet not"));
        assertEquals(List.of("a"), found("meeting-notes"));
        assertEquals(List.of("a"), found("\"meeting notes\""));
        assertEquals(List.of(), found("\"meeting note\""));
        assertEquals(List.of("a"), found("\"meeting no"));
        assertEquals(List.of(), found("eeting"));
    }

    @Test
    void accentsCaseAndWidthDoNotMatter() throws SearchException {
        put("a", "Café Zürich", "Straße nach Łódź, naïve ΟΔΥΣΣΕΥΣ, йогурт");
        put("b", "", "cafe zurich ＡＢＣ");

        assertEquals(List.of("a", "b"), found("CAFÉ zurich"));
        assertEquals(List.of("a"), found("strasse lodz"));
        assertEquals(List.of("a"), found("naive οδυσσευς ЙОГУРТ"));
        assertEquals(List.of("b"), found("abc"));
    }

    @Test
    void scriptsWithoutSpacesAreFoundAnywhere() throws SearchException {
        put("a", "東京都庁", "新宿にある。ひらがな");
        put("b", "京都", "カタカナーズ");
        put("c", "สวัสดีครับ", "หนังสือ");

        assertEquals(List.of("a", "b"), found("京都"));
        assertEquals(List.of("a"), found("都庁"));
        assertEquals(List.of("a"), found("宿に"));
        assertEquals(List.of("b"), found("タカナ"));
        assertEquals(List.of("c"), found("ดีครับ"));
        assertEquals(List.of(), found("庁都"));
    }

    @Test
    void theBetterComesFirst() throws SearchException {
        String filler = " and something else that is written here".repeat(3);
        put("text", "Else", "apple" + filler);
        put("title", "Apple" + filler, "");
        put("beginning", "Applepie" + filler, "");
        for (int i = 0; i < 20; i++) {
            put("other " + i, "Pear", filler);
        }

        List<String> order = found(Query.of("apple"));

        assertEquals("title", order.getFirst());
        assertEquals(Set.of("title", "text", "beginning"), Set.copyOf(order));
        assertEquals(List.of("title"), found(Query.of("apple").limit(1)));
    }

    @Test
    void filtersByTypeAuthorAndDate() throws SearchException {
        DeviceId ann = new DeviceId(samples.bytes(32));
        DeviceId ben = new DeviceId(samples.bytes(32));
        for (int day = 1; day <= 4; day++) {
            DocumentId id = document("day " + day);
            put(indexed(id, new IndexEntry(day % 2 == 0 ? "text" : "board", "m", "Plan", "", "", day < 3 ? Set.of(ann) : Set.of(ann, ben),
                    CREATED, CREATED.plusSeconds(day))));
        }

        for (Query query : List.of(Query.of("plan"), Query.of(""))) {
            assertEquals(4, found(query).size());
            assertEquals(Set.of("day 2", "day 4"), Set.copyOf(found(query.types("text"))));
            assertEquals(4, found(query.types("text", "board")).size());
            assertEquals(Set.of("day 3", "day 4"), Set.copyOf(found(query.authors(ben))));
            assertEquals(4, found(query.authors(ben, ann)).size());
            assertEquals(Set.of("day 3", "day 4"), Set.copyOf(found(query.from(CREATED.plusSeconds(3)))));
            assertEquals(Set.of("day 1"), Set.copyOf(found(query.before(CREATED.plusSeconds(2)))));
            assertEquals(Set.of("day 2"), Set.copyOf(found(query.types("text").authors(ann).before(CREATED.plusSeconds(4)))));
        }
        assertEquals(List.of("day 4", "day 3"), found(Query.all().limit(2)));
    }

    @Test
    void noQueryBreaksAnything() throws SearchException {
        put("a", "It's a \"plan\" (draft) AND more*", "NEAR(this, that) title:x -minus ^start {a b}: c");
        List<String> hostile = List.of("\"", "\"\"", "'", "*", "(", ")", "a AND", "OR", "NOT a", "NEAR(a b)", "title:plan", "-plan", "^a",
                "{title}:x", "a\u0000b", "\\", "%", "_", ";DROP TABLE doc", "\uD800", "a\"b\"c", "\"*\"", "+", "--", "/*", "x".repeat(100_000),
                "\"".repeat(999), "( ".repeat(400), "a ".repeat(500), "東\"京", "\u202E", "e\u0301".repeat(300));
        for (String query : hostile) {
            index.search(Query.of(query));
        }
        Random random = new Random(5);
        String alphabet = "ab\"'*()-^:{}+ ANDORT\u0000\u0301東é\uD83C\uDF89\uDF89";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder query = new StringBuilder();
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(at -> query.append(alphabet.charAt(at)));
            index.search(Query.of(query.toString()));
        }
        assertEquals(List.of("a"), found("NEAR(this"));
        assertEquals(List.of("a"), found("title:x"));
        assertEquals(List.of("a"), found("and MORE*"));
        assertEquals(List.of(), found("!!!"));
    }

    @Test
    void strangeTextsAreKept() throws SearchException {
        String text = "one\u0000two\uD83C\uDF89 three " + "long".repeat(10_000) + " four " + "字".repeat(3_000) + " \u0E33";
        DocumentId id = put("a", "\u0000", text);

        assertEquals(text, index.text(id, "text"));
        for (String word : List.of("one", "two", "three", "four", "\uD83C\uDF89", "longlong", "字字字")) {
            assertEquals(List.of("a"), found(word), word);
        }
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
