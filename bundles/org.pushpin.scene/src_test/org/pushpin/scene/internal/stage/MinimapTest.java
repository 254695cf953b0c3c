// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.fixture.Theatre;

class MinimapTest {

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    private void open(int cards) {
        for (int i = 0; i < cards; i++) theatre.pin("k" + i, "note", i * 400, i * 250, 260, 120);
        theatre.open();
    }

    private Optional<Sprite> map() {
        return theatre.stage.frame().overlay().stream().filter(sprite -> sprite.key().equals("minimap")).findFirst();
    }

    private void toggle() {
        theatre.stage.perform("minimap");
        theatre.settle();
    }

    private Rect seen(String key) {
        return theatre.stage.accessible().children().stream().filter(node -> node.key().equals(key)).findFirst()
                .orElseThrow().bounds();
    }

    @Test
    void aSmallBoardHasNoneUntilItIsAskedFor() {
        open(5);
        assertTrue(map().isEmpty());
        toggle();
        assertTrue(map().isPresent());
        theatre.stage.close();
        theatre.open();
        assertTrue(map().isPresent(), "what was chosen is remembered");
        toggle();
        assertTrue(map().isEmpty());
    }

    @Test
    void aLargeBoardHasOneUntilItIsRefused() {
        open(70);
        theatre.stage.wheel(10, 10, 1, 1, org.pushpin.scene.Modifiers.NONE);
        theatre.settle();
        assertTrue(map().isPresent());
        toggle();
        assertTrue(map().isEmpty());
    }

    @Test
    void itShowsTheCardsAndADragOnItTravels() {
        open(20);
        toggle();
        Sprite map = map().orElseThrow();
        int card = Theme.LIGHT.palette().frame().argb();
        boolean any = false;
        for (int x = 0; x < map.image().getWidth(); x++) {
            for (int y = 0; y < map.image().getHeight(); y++) any |= map.image().getRGB(x, y) == card;
        }
        assertTrue(any);
        theatre.drag(map.x() + 20, map.y() + 20, map.x() + map.width() / 2, map.y() + map.height() / 2);
        Rect middle = seen("k9").union(seen("k10"));
        assertEquals(600, middle.center().x(), 30);
        assertEquals(400, middle.center().y(), 30);
        assertTrue(theatre.stage.selection().isEmpty());
    }
}
