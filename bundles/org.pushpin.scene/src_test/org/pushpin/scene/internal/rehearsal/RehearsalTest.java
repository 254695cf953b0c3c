// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.internal.core.Services;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;
import org.pushpin.scene.internal.stage.OpenedStage;

class RehearsalTest {

    private final Theatre theatre = new Theatre();
    private final List<DocumentUrl> boards = new ArrayList<>();
    private final Set<Integer> shown = new HashSet<>();
    private final CountDownLatch opened = new CountDownLatch(1);

    private Stage open(DocumentUrl url, Services services, StageHost host) {
        assertNotSame(theatre.repo, services.repo());
        boards.add(url);
        opened.countDown();
        return new Watched(new OpenedStage(url, "workspace", Theme.LIGHT, services, host), shown).stage();
    }

    @Test
    void showsABoardOfCardsAndLeavesNothingBehind() {
        List<DocumentId> before = theatre.repo.documents();
        new Rehearsal(theatre.services, this::open, () -> false).run();
        assertTrue(boards.size() >= 1);
        assertTrue(shown.stream().anyMatch(sprites -> sprites >= 8), "cards were painted: " + shown);
        assertEquals(before, theatre.repo.documents());
        assertEquals(0, theatre.repo.presence.words);
        assertTrue(theatre.work.isEmpty());
        assertTrue(theatre.notices.isEmpty());
        boards.forEach(board -> assertTrue(theatre.repo.setting("camera/" + board.id()).isEmpty()));
    }

    @Test
    void endsWhenABoardIsOpened() {
        new Rehearsal(theatre.services, this::open, () -> !boards.isEmpty()).run();
        assertEquals(1, boards.size());
        assertEquals(Set.of(), shown, "a stopped rehearsal goes on painting");
    }

    @Test
    void waitsForTheCardTypes() throws InterruptedException {
        new Rehearsal(theatre.services, this::open, () -> false).begin();
        assertEquals(1, opened.getCount());
        theatre.add(new Types.Any("image", (doc, in) -> View.Text.of("a picture", Theme.LIGHT.cardText())));
        assertTrue(opened.await(30, TimeUnit.SECONDS));
    }

    @Test
    void aTypeThatBreaksEndsTheRehearsalAndNothingElse() {
        theatre.add(new Types.Any("ink", (doc, in) -> {
            throw new IllegalStateException("broken");
        }));
        new Rehearsal(theatre.services, this::open, () -> false).run();
        theatre.pin("a", "here", 40, 40, 240, 0);
        theatre.open();
        assertEquals("Field trip", theatre.stage.title());
    }
}
