// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crypto.DocumentId;
import org.pushpin.search.Query;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchProgress;

class ProfileSearchTest {

    private final MemoryRepo repo = new MemoryRepo();
    private final MemorySearch memory = new MemorySearch();
    private final Plugins plugins = new Plugins();
    private ProfileSearch search = open();

    private ProfileSearch open() {
        return new ProfileSearch(repo.service(), Path.of("nowhere"), memory, plugins);
    }

    @AfterEach
    void close() {
        search.close();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private List<String> found(String text) throws Exception {
        get(search.settle());
        return get(search.search(Query.of(text))).stream().map(result -> result.title().text()).sorted().toList();
    }

    private DocumentId note(String title) {
        return repo.create(edit -> edit.put(ObjectId.ROOT, "title", title));
    }

    @Test
    void whatIsStoredIsFoundWithoutAnybodyAskingForIt() throws Exception {
        CountDownLatch idle = new CountDownLatch(1);
        search.subscribe(progress -> {
            if (progress.waiting() == 0) {
                idle.countDown();
            }
        });
        note("One");
        assertTrue(idle.await(20, TimeUnit.SECONDS));
        assertEquals(1, get(search.search(Query.of("one"))).size());
        assertEquals(new SearchProgress(0, ""), search.progress());
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        note("One");
        assertEquals(List.of("One"), found("one"));

        memory.fail(new SearchException("The search index is damaged.", true, null));
        var failed = search.search(Query.of("one")).toCompletableFuture();
        assertThrows(ExecutionException.class, () -> get(failed));
        assertEquals(List.of("One"), found("one"));
        assertEquals(1, memory.discarded());

        memory.fail(new SearchException("The search index is damaged.", true, null));
        DocumentId two = note("Two");
        assertEquals(List.of("One", "Two"), found(""));
        assertEquals(2, memory.discarded());
        repo.forget(two);
        assertEquals(List.of("One"), found(""));
    }

    @Test
    void aRefusingDiskIsToldAndDoesNotEndSearch() throws Exception {
        note("One");
        found("one");
        memory.fail(new SearchException("The disk is full.", false, null));
        note("Two");
        ExecutionException why = assertThrows(ExecutionException.class, () -> get(search.settle()));
        assertEquals("The disk is full.", why.getCause().getMessage());
        assertEquals("The disk is full.", search.progress().problem());

        memory.fail(null);
        assertEquals(List.of("One", "Two"), found(""));
        assertEquals("", search.progress().problem());
    }

    @Test
    void rebuildingForgetsEverythingAndFindsItAgain() throws Exception {
        note("One");
        found("one");
        search.rebuild();
        assertEquals(List.of("One"), found("one"));
        assertEquals(1, memory.discarded());
    }

    @Test
    void aSecondStartReadsNothingThatDidNotChange() throws Exception {
        note("One");
        found("one");
        int reads = repo.reads;
        search.close();
        search = open();
        assertEquals(List.of("One"), found("one"));
        assertEquals(reads, repo.reads);
    }

    private List<String> linking(DocumentId document, int limit) throws Exception {
        get(search.settle());
        return get(search.linking(document, limit)).stream().map(result -> result.title().text()).toList();
    }

    /** A board as its card type writes it. */
    private DocumentId board(String title, String card, DocumentId on) {
        return repo.create(edit -> {
            edit.put(ObjectId.ROOT, "title", title);
            ObjectId cards = edit.putObject(ObjectId.ROOT, "cards", ObjectType.MAP);
            ObjectId entry = edit.putObject(cards, card, ObjectType.MAP);
            edit.put(entry, "url", MemoryRepo.link(on, "text").toString());
        });
    }

    @Test
    void whatLinksToADocumentIsToldByItsTitle() throws Exception {
        DocumentId card = note("Card");
        board("Trip", "a", card);
        board("Other", "a", note("Another"));
        repo.create(edit -> {
            edit.put(ObjectId.ROOT, "title", "Note");
            ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
            edit.splice(text, 0, 0, "see [it](" + MemoryRepo.link(card, "text") + ") and more");
        });
        assertEquals(List.of("Trip", "Note"), linking(card, 10));
        assertEquals(List.of("Trip"), linking(card, 1));
        assertEquals(List.of(), linking(repo.unused(), 10));
    }

    @Test
    void aCardThatWasTakenOffItsBoardIsNotLinkedFromThereAnyMore() throws Exception {
        DocumentId card = note("Card");
        DocumentId board = board("Trip", "a", card);
        Consumer<Boolean> removed = is -> repo.change(board, edit -> {
            ObjectId cards = ((ObjectValue) edit.get(ObjectId.ROOT, "cards").orElseThrow()).id();
            ObjectId entry = ((ObjectValue) edit.get(cards, "a").orElseThrow()).id();
            edit.put(entry, "removed", is);
        });
        removed.accept(true);
        assertEquals(List.of(), linking(card, 10));
        removed.accept(false);
        assertEquals(List.of("Trip"), linking(card, 10));
    }

    @Test
    void aDocumentThatLinksToItselfIsNotListed() throws Exception {
        DocumentId card = note("Card");
        repo.change(card, edit -> edit.put(ObjectId.ROOT, "self", MemoryRepo.link(card, "text").toString()));
        assertEquals(List.of(), linking(card, 10));
    }

    @Test
    void afterClosingNobodyWaitsForEver() throws Exception {
        search.close();
        assertThrows(ExecutionException.class, () -> get(search.search(Query.all())));
        assertTrue(search.settle().toCompletableFuture().isCancelled());
        assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("search-indexer")));
    }
}
