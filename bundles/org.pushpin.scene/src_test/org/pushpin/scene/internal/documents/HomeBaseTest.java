// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

class HomeBaseTest {

    private final Theatre theatre = new Theatre();

    /** The workspace's fields and its verb {@code add}. */
    private static final class Workspace implements ContentType {
        @Override
        public Descriptor descriptor(java.util.Locale locale) {
            return new Types.Any("workspace", null).descriptor(locale);
        }

        @Override
        public void create(Edit edit, Seed seed) {
            edit.putObject(ObjectId.ROOT, "boards", ObjectType.LIST);
        }

        @Override
        public void perform(Intent intent, Edit edit) {
            ObjectId boards = Fields.root(edit).object("boards", ObjectType.LIST).orElseThrow();
            if (intent instanceof Intent.Act act) edit.insert(boards, edit.length(boards), act.arguments().get("url"));
        }

        @Override
        public Summary summarize(Doc document) {
            return new Summary("", "");
        }
    }

    private HomeBase home() {
        return new HomeBase(theatre.repo, theatre.registry, theatre.factory, theatre.guard);
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void theFirstRunWaitsForItsTypesAndMakesABoardThatTeaches() {
        HomeBase home = home();
        assertFalse(home.start().toCompletableFuture().isDone());

        theatre.registry.addType(new Workspace(), Types.named("workspace"));
        DocumentUrl board = home.start().toCompletableFuture().join();
        assertEquals(List.of(board), home.boards());
        assertTrue(home.workspace().toCompletableFuture().isDone());

        theatre.open(board);
        assertEquals("Home", theatre.stage.title());
        assertEquals("Welcome to PushPin", theatre.stage.accessible().children().getFirst().name());
        assertTrue(theatre.repo.handle(board).changes == 0, "nothing that a person could undo");
        home.close();
    }

    @Test
    void theNextStartShowsWhatWasLookedAtLast() {
        theatre.registry.addType(new Workspace(), Types.named("workspace"));
        HomeBase first = home();
        DocumentUrl board = first.start().toCompletableFuture().join();
        DocumentUrl other = theatre.factory.create("board", Seed.blank());
        first.visited(other);
        assertEquals(List.of(board, other), first.boards());
        first.visited(other);
        assertEquals(2, first.boards().size());
        first.close();

        int documents = theatre.repo.documents().size();
        HomeBase second = home();
        assertEquals(other, second.start().toCompletableFuture().join());
        assertEquals(documents, theatre.repo.documents().size());
        second.close();
    }
}
