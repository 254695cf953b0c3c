// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.Query;
import org.pushpin.search.Search;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchResult;
import org.pushpin.search.internal.Plugins.Plugin;

class IndexerTest {

    private static final long LATER = Duration.ofSeconds(10).toNanos();

    private final MemoryRepo repo = new MemoryRepo();
    private final MemorySearch memory = new MemorySearch();
    private final Plugins plugins = new Plugins();
    private final Summaries summaries = new Summaries(Duration.ofMillis(200));
    private long time;
    private SearchIndex index;
    private Indexer indexer;

    @BeforeEach
    void start() {
        index = memory.open(Path.of("nowhere"));
        indexer = indexer(repo);
    }

    private Indexer indexer(MemoryRepo from) {
        var made = new Indexer(from.service(), plugins, new Reading(plugins, summaries), () -> time++);
        from.service().watch(made::happened);
        plugins.listen(made::arrived);
        return made;
    }

    @AfterEach
    void stop() {
        summaries.close();
    }

    private void settle() throws Exception {
        settle(indexer, index);
    }

    private void settle(Indexer some, SearchIndex into) throws Exception {
        do {
            time += LATER;
        } while (some.step(into) || some.waiting() > 0);
    }

    private List<String> found(String text) throws SearchException {
        return results(Query.of(text)).stream().map(result -> result.title().text()).sorted().toList();
    }

    private List<SearchResult> results(Query query) throws SearchException {
        return new Finder(repo.service()).find(index, query);
    }

    private DocumentId note(String title, String text) {
        return repo.create(edit -> write(edit, title, text));
    }

    private static void write(Edit edit, String title, String text) {
        edit.put(ObjectId.ROOT, "title", title);
        edit.put(ObjectId.ROOT, "text", text);
    }

    private DocumentId board(String title, String type, DocumentId... cards) {
        return repo.create(edit -> {
            edit.put(ObjectId.ROOT, "title", title);
            for (int i = 0; i < cards.length; i++) {
                edit.put(ObjectId.ROOT, "card" + i, MemoryRepo.link(cards[i], type).toString());
            }
        });
    }

    @Test
    void everyDocumentIsFoundAndChangesAreFollowed() throws Exception {
        plugins.add(Types.plugin("text", "1", ""));
        DocumentId one = note("One", "first words");
        DocumentId two = note("Two", "second words");
        board("Board", "text", one, two);
        settle();
        assertEquals(List.of("One", "Two"), found("words"));

        repo.change(one, edit -> edit.put(ObjectId.ROOT, "text", "other things"));
        assertEquals(List.of("One", "Two"), found("words"));
        settle();
        assertEquals(List.of("Two"), found("words"));
        assertEquals(List.of("One"), found("things"));
        assertEquals(List.of("Board", "One", "Two"), found(""));
    }

    @Test
    void resultsCarryTheSecretAndTheIndexDoesNot() throws Exception {
        DocumentId card = note("Card", "a card");
        String link = MemoryRepo.link(card, "text").toString();
        DocumentId board = note("See " + link, "(" + link + ") PUSHPIN" + link.substring(7) + ", end");
        settle();

        assertEquals(MemoryRepo.link(card, "text"), results(Query.of("card")).getFirst().url());
        String secret = link.substring(link.indexOf('#') + 2);
        assertFalse(memory.documents().get(board).entries().toString().contains(secret));
        assertEquals("See", results(Query.of("end")).getFirst().title().text());
    }

    @Test
    void theTypesAreThoseOfTheLinks() throws Exception {
        plugins.add(Types.plugin("text", "1", "text "));
        plugins.add(Types.plugin("sticky", "1", "sticky "));
        DocumentId card = note("Card", "");
        DocumentId board = board("Board", "text", card);
        DocumentId other = board("Other", "sticky", card);
        settle();
        assertEquals(List.of("sticky Card", "text Card"), found("card"));

        repo.change(other, edit -> edit.delete(ObjectId.ROOT, "card0"));
        settle();
        assertEquals(List.of("text Card"), found("card"));
        repo.change(board, edit -> edit.delete(ObjectId.ROOT, "card0"));
        settle();
        assertEquals(Set.of(Search.UNKNOWN_TYPE), memory.documents().get(card).entries().stream()
                .map(entry -> entry.contentType()).collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void whatNobodyLinksToIsWhatItWasOpenedAs() throws Exception {
        plugins.add(Types.plugin("workspace", "1", "workspace "));
        DocumentId root = note("Mine", "");
        settle();
        assertEquals(List.of("Mine"), found("mine"));

        repo.open(root, "workspace");
        settle();
        assertEquals(List.of("workspace Mine"), found("mine"));
        int reads = repo.reads;
        repo.open(root, "workspace");
        settle();
        assertEquals(reads, repo.reads);
    }

    @Test
    void eachDocumentIsReadOnceHoweverTheyAreLinked() throws Exception {
        List<DocumentId> cards = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cards.add(note("Card " + i, ""));
        }
        DocumentId board = board("Board", "text", cards.toArray(DocumentId[]::new));
        DocumentId root = board("Root", "board", board);
        repo.open(root, "workspace");

        settle();

        assertEquals(202, repo.reads);
        assertEquals(200, results(Query.all().types("text")).size());
    }

    @Test
    void afterARestartOnlyWhatChangedIsRead() throws Exception {
        DocumentId one = note("One", "");
        note("Two", "");
        settle();
        repo.change(one, edit -> edit.put(ObjectId.ROOT, "title", "Uno"));
        DocumentId gone = note("Gone", "");
        settle();
        repo.change(one, edit -> edit.put(ObjectId.ROOT, "title", "Eins"));
        repo.forget(gone);
        int reads = repo.reads;

        settle(indexer(repo), index);

        assertEquals(List.of("Eins", "Two"), found(""));
        assertEquals(reads + 2, repo.reads, "the changed one is read, and the one that is gone looked for");
        assertEquals(2, memory.documents().size());
    }

    @Test
    void whatCannotBeReadJustNowStaysFound() throws Exception {
        DocumentId one = note("One", "");
        settle();
        repo.unreadable.add(one);
        repo.change(one, edit -> edit.put(ObjectId.ROOT, "title", "Uno"));
        settle();
        assertEquals(List.of("One"), found(""));

        repo.unreadable.clear();
        indexer.hurry(index);
        settle();
        assertEquals(List.of("Uno"), found(""));
    }

    @Test
    void oneDocumentDoesNotKeepTheOthersFromBeingFound() throws Exception {
        DocumentId poison = note("Poison", "");
        note("One", "");
        repo.poisoned.add(poison);
        settle();
        assertEquals(List.of("One"), found(""));
        repo.poisoned.clear();
        settle(indexer(repo), index);
        assertEquals(List.of("One", "Poison"), found(""));
    }

    @Test
    void documentsOfATypeAreIndexedAnewWhenItsPluginComesOrChanges() throws Exception {
        DocumentId card = repo.create(edit -> edit.put(ObjectId.ROOT, "question", "Which colour?"));
        DocumentId other = note("Note", "text");
        DocumentId board = board("Board", "poll", card);
        repo.change(board, edit -> edit.put(ObjectId.ROOT, "note", MemoryRepo.link(other, "text").toString()));
        settle();
        assertEquals(List.of(""), found("colour"), "an unknown type is found by its strings");
        int reads = repo.reads;

        Plugin first = Types.plugin("poll", "1", document -> new Summary("Poll", "colour one"));
        plugins.add(first);
        settle();
        assertEquals(List.of("Poll"), found("colour"));
        assertEquals(List.of(), found("which"));
        assertEquals(reads + 1, repo.reads, "only documents of that type are read");

        plugins.remove(first.service());
        plugins.add(Types.plugin("poll", "2", document -> new Summary("Poll 2", "colour two")));
        settle();
        assertEquals(List.of("Poll 2"), found("two"));
        plugins.add(Types.plugin("poll", "2", document -> new Summary("never asked", "")));
        settle();
        assertEquals(reads + 2, repo.reads);
    }

    @Test
    void aNewVersionIsNoticedAfterARestart() throws Exception {
        Plugin old = Types.plugin("text", "1", "old ");
        plugins.add(old);
        board("Board", "text", note("Note", ""));
        settle();
        plugins.remove(old.service());
        plugins.add(Types.plugin("text", "2", "new "));

        settle(indexer(repo), index);

        assertEquals(List.of("new Note"), found("note"));
    }

    @Test
    void aTypeThatThrowsOrHangsCostsItsDocumentsTheSummaryOnly() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        plugins.add(Types.plugin("broken", "1", document -> {
            throw new IllegalStateException("no");
        }));
        Plugin hanging = Types.plugin("hanging", "1", document -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });
        plugins.add(hanging);
        board("Board", "broken", note("First", "apple"), note("Fourth", "apple"));
        board("Other board", "hanging", note("Second", "apple"), note("Third", "apple"));

        settle();

        assertEquals(List.of("First", "Fourth", "Second", "Third"), found("apple"));
        assertEquals(1, ((Types.Counted) hanging.service()).asked.get());
    }

    @Test
    void aFailedWriteIsTriedAgain() throws Exception {
        note("One", "");
        memory.fail(new SearchException("The disk is full.", false, null));
        time += LATER;
        org.junit.jupiter.api.Assertions.assertThrows(SearchException.class, () -> indexer.step(index));
        memory.fail(null);
        settle();

        assertEquals(List.of("One"), found(""));
    }

    @Test
    void aDocumentThatChangesAllTheTimeIsIndexedNowAndThen() throws Exception {
        DocumentId one = note("One", "");
        settle();
        int reads = repo.reads;
        for (int i = 0; i < 100; i++) {
            String title = "One " + i;
            repo.change(one, edit -> edit.put(ObjectId.ROOT, "title", title));
            time += Duration.ofMillis(30).toNanos();
            indexer.step(index);
        }
        assertTrue(repo.reads - reads >= 4 && repo.reads - reads <= 7, repo.reads - reads + " in 3 seconds");
        settle();
        assertEquals(List.of("One 99"), found("one"));
    }

    @Test
    void factsComeFromTheHistory() throws Exception {
        DocumentId one = note("One", "");
        repo.now = repo.now.plusSeconds(3_600);
        repo.change(one, edit -> edit.put(ObjectId.ROOT, "name", "photo.jpg"));
        settle();

        SearchResult found = results(Query.of("photo").authors(repo.device)).getFirst();
        assertEquals(Duration.ofHours(1), Duration.between(found.created(), found.changed()));
        assertEquals(repo.now, found.changed());
        assertEquals(List.of(), results(Query.of("photo").from(repo.now.plusSeconds(1))));
    }
}
