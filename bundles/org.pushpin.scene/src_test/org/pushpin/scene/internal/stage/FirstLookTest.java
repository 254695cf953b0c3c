// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.fixture.Theatre;

/** Where a person looks when a board is opened, and when its first cards come. */
class FirstLookTest {

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    /** Of the only card, in points of the stage. */
    private Rect card() {
        theatre.settle();
        return theatre.stage.accessible().children().getFirst().bounds();
    }

    @Test
    void aBoardIsLookedAtWhereItBegins() {
        theatre.pin("far", "Far away", 5000, 3000, 200, 100);
        theatre.open();
        assertEquals(new Rect(40, 40, 200, 100), card());
    }

    @Test
    void aCardThatComesToAnEmptyBoardDoesNotMoveTheView() {
        theatre.open();
        theatre.pin("third", "Not the first", 740, 60, 200, 100);
        assertEquals(new Rect(740, 60, 200, 100), card());
    }

    @Test
    void aBoardThatOthersBringIsLookedAtWhereItBegins() {
        DocumentUrl url = theatre.repo.unknown("board");
        theatre.open(url);
        theatre.board = url;
        theatre.repo.arrive(url, edit -> theatre.boardType.create(edit, new Seed.Blank("Brought")));
        theatre.settle();
        theatre.pin("far", "Far away", 5000, 3000, 200, 100);
        assertEquals(new Rect(40, 40, 200, 100), card());
    }
}
