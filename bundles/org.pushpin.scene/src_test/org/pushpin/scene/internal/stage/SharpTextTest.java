// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.content.Rect;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.fixture.Theatre;

/** A text is laid out once: beginning to edit it moves no letter, and another zoom breaks no line elsewhere. */
class SharpTextTest {

    private static final String TEXT = "How fast does silt settle after rain? Who else measures here, and compare it with last year.";

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    private void open(double zoom) {
        theatre.pin("a", TEXT, 200, 150, 260, 0);
        theatre.open();
        theatre.stage.pinch(200, 150, zoom);
        theatre.pass(Duration.ofSeconds(1));
    }

    /** Pixels darker than paper, by row and column, of the card's own bitmap. */
    private List<int[]> ink() {
        Sprite sprite = theatre.sprite("a");
        List<int[]> dark = new ArrayList<>();
        for (int y = 0; y < sprite.image().getHeight(); y++) {
            for (int x = 0; x < sprite.image().getWidth(); x++) {
                int pixel = sprite.image().getRGB(x, y);
                boolean isDark = pixel >>> 24 == 255 && (pixel & 255) < 0xF0;
                if (isDark) dark.add(new int[] {(int) Math.round(sprite.x()) + x, (int) Math.round(sprite.y()) + y});
            }
        }
        return dark;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.35, 0.5, 0.84, 1, 1.25, 2.83})
    void beginningToEditMovesNoLetter(double zoom) {
        open(zoom);
        List<int[]> before = ink();
        assertTrue(before.size() > 50, before.size() + " dark pixels");
        theatre.doubleClick(200 + 40 * zoom, 150 + 24 * zoom);
        theatre.pass(Duration.ofSeconds(1));
        assertTrue(theatre.stage.editing());
        List<int[]> after = ink();
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i)[0], after.get(i)[0], 1);
            assertEquals(before.get(i)[1], after.get(i)[1], 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.35, 0.5, 0.84, 1.25, 2.83})
    void everyZoomHasTheSameLines(double zoom) {
        open(1);
        double shape = seen().height() / seen().width();
        theatre.stage.pinch(200, 150, zoom);
        theatre.pass(Duration.ofSeconds(1));
        assertEquals(shape, seen().height() / seen().width(), 1e-9);
    }

    private Rect seen() {
        return theatre.stage.accessible().children().getFirst().bounds();
    }
}
