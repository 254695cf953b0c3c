// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pushpin.content.RenderContext;
import org.pushpin.content.Seed;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Status;
import org.pushpin.scene.internal.fixture.Theatre;

/** What is said of where a document is, from the first moment on. */
class StatusTest {

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void whatIsOnTheDiskIsOpenedAndNotWaitedFor() {
        theatre.stage = new OpenedStage(theatre.board, RenderContext.WORKSPACE, Theme.LIGHT, theatre.services, theatre);
        theatre.stage.resize(1200, 800, 1);
        assertEquals(Status.OPENING, theatre.stage.status());
        theatre.settle();
        assertEquals(Status.Place.HERE, theatre.stage.status().place());
    }

    @Test
    void whatIsNotHereIsWaitedForUntilItComes() {
        DocumentUrl url = theatre.repo.unknown("text");
        theatre.open(url);
        assertEquals(Status.Place.COMING, theatre.stage.status().place());
        theatre.repo.arrive(url, edit -> theatre.textType.create(edit, new Seed.Text("now")));
        theatre.settle();
        assertEquals(Status.Place.HERE, theatre.stage.status().place());
    }
}
