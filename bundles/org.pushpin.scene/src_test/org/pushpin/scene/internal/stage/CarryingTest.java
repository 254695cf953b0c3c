// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.transfer.Clip;

/** Cards dragged out of the window, and back. */
class CarryingTest {

    private final Theatre theatre = new Theatre();
    private DocumentUrl note;

    @BeforeEach
    void open() {
        note = theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private void out() {
        theatre.down(150, 150, 1, Modifiers.NONE);
        theatre.move(600, 150);
        theatre.move(1199, 150);
        assertTrue(theatre.draggedOut.isEmpty());
        theatre.move(1250, 150);
        theatre.settle();
    }

    @Test
    void beyondTheEdgeCardsGoOnAsADragOfThePlatform() {
        out();
        assertEquals(note, Clip.read(theatre.draggedOut.cards()).cards().getFirst().url());
        assertEquals("one", theatre.draggedOut.text());
        assertNull(theatre.filesOut);
        theatre.up(1300, 150);
        theatre.settle();
        assertTrue(theatre.performed().isEmpty());
    }

    @Test
    void whatComesBackIsMoved() {
        out();
        theatre.stage.carry(700, 300, false);
        theatre.stage.carry(750, 350, true);
        theatre.settle();
        Intent.Arrange move = (Intent.Arrange) theatre.performed().getFirst();
        assertEquals(new Point(700, 300), move.items().get("a").position().orElseThrow());
    }

    @Test
    void whatComesBackAndLeavesAgainStaysWhereItWas() {
        out();
        theatre.stage.carry(700, 300, false);
        theatre.stage.carryEnd();
        theatre.settle();
        assertTrue(theatre.performed().isEmpty());
        assertEquals(88, theatre.sprite("a").x());
    }

    @Test
    void namesOfStrangersAreNamesAndNoPaths() {
        assertEquals("_.._etc_passwd", Carrying.name("../../etc/passwd"));
        assertEquals("file", Carrying.name(""));
        assertEquals("file", Carrying.name("..."));
        assertEquals("a_b.png", Carrying.name("a\nb.png"));
        assertTrue(Carrying.name("x".repeat(500) + ".png").endsWith("x.png"));
    }
}
