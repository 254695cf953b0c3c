// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.fixture.Theatre;

/** Boards larger than the window: only what is near is opened, and from afar a few squares show it all. */
class LargeBoardTest {

    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    /** So many rows and columns of notes, 300 × 200 apart. */
    private void grid(int side) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                theatre.pin(row + "/" + column, "Note " + row + "/" + column, column * 300, row * 200, 260, 120);
            }
        }
        theatre.open();
    }

    private Set<String> cards() {
        Set<String> keys = new HashSet<>();
        for (Sprite sprite : theatre.stage.frame().sprites()) keys.add(sprite.key().replaceAll("#.*", ""));
        return keys;
    }

    private boolean isOpen(String key) {
        return theatre.repo.handle(urls(key)).listeners() > 0;
    }

    private DocumentUrl urls(String key) {
        var cards = org.pushpin.content.Fields.root(theatre.repo.handle(theatre.board).current()).map("cards").orElseThrow();
        try {
            return DocumentUrl.parse(cards.map(key).orElseThrow().string("url"));
        } catch (org.pushpin.crypto.FormatException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void rest() {
        theatre.pass(Duration.ofSeconds(1));
    }

    @Test
    void onlyCardsNearTheViewportAreOpened() {
        grid(16);
        assertTrue(isOpen("0/0") && isOpen("3/3"));
        assertFalse(isOpen("15/15"));
        assertTrue(cards().contains("0/0") && !cards().contains("15/15"));

        theatre.stage.wheel(600, 400, 3600, 2400, Modifiers.NONE);
        theatre.settle();
        assertTrue(isOpen("15/15") && cards().contains("15/15"));
        assertFalse(isOpen("0/0"));
        assertFalse(cards().contains("0/0"));
    }

    @Test
    void whatIsFarAwayKeepsItsPlaceInSelectionAndReadingOrder() {
        grid(12);
        theatre.key("Ctrl+A");
        assertEquals(144, theatre.stage.selection().size());
        assertEquals("0/0", theatre.stage.selection().getFirst());
        assertEquals("11/11", theatre.stage.selection().getLast());
        assertEquals(144, theatre.stage.accessible().children().size());
    }

    @Test
    void beforeSquaresAreThereOnePictureShowsAllCardsAsBlocks() {
        grid(16);
        theatre.stage.pinch(0, 0, 0.2);
        List<Sprite> sprites = theatre.stage.frame().sprites();
        assertEquals(1, sprites.size());
        for (String key : List.of("0/0", "7/9", "15/15")) {
            Rect at = seen(key);
            assertEquals(Theme.LIGHT.palette().card().argb(), pixel(at.center().x(), at.center().y()), key);
            assertEquals(0, pixel(at.center().x(), at.bottom() + 6) >>> 24, key);
        }
    }

    @Test
    void fromAfarSquaresOfThePlaneShowAllCards() {
        grid(16);
        theatre.key("Shift+1");
        rest();
        List<Sprite> sprites = theatre.stage.frame().sprites();
        assertTrue(sprites.size() <= 12, sprites.size() + " sprites");
        for (String key : List.of("0/0", "7/9", "15/15")) {
            Rect at = seen(key);
            assertEquals(Theme.LIGHT.palette().card().argb(), pixel(at.center().x(), at.y() + at.height() * 0.8), key);
            assertEquals(Theme.LIGHT.palette().paper().argb(), pixel(at.center().x(), at.bottom() + 4), key);
        }
    }

    private Rect seen(String key) {
        return theatre.stage.accessible().children().stream().filter(node -> node.key().equals(key)).findFirst()
                .orElseThrow().bounds();
    }

    /** The colour of what lies uppermost at a point. */
    private int pixel(double x, double y) {
        for (Sprite s : theatre.stage.frame().sprites().reversed()) {
            if (x < s.x() || y < s.y() || x >= s.x() + s.width() || y >= s.y() + s.height()) continue;
            int column = (int) ((x - s.x()) / s.width() * s.image().getWidth());
            int row = (int) ((y - s.y()) / s.height() * s.image().getHeight());
            return s.image().getRGB(column, row);
        }
        return 0;
    }

    @Test
    void aSquareFollowsWhatLiesOnIt() {
        grid(16);
        theatre.key("Shift+1");
        rest();
        Rect at = seen("3/3");
        theatre.click(at.center().x(), at.center().y());
        assertEquals(List.of("3/3"), theatre.stage.selection());
        assertEquals(Theme.LIGHT.palette().card().argb(), pixel(at.x() + 3, at.y() + 3));
        theatre.key("Delete");
        rest();
        assertEquals(Theme.LIGHT.palette().paper().argb(), pixel(at.x() + 3, at.y() + 3));
        theatre.key("Ctrl+Z");
        rest();
        assertEquals(Theme.LIGHT.palette().card().argb(), pixel(at.x() + 3, at.y() + 3));
    }

    /** Only the place of a change is painted again, and nobody can tell. */
    @Test
    void aSquareThatWasMendedIsTheSameAsANewOne() {
        grid(16);
        theatre.key("Shift+1");
        rest();
        Rect at = seen("3/3");
        theatre.click(at.center().x(), at.center().y());
        theatre.key("Delete");
        theatre.drag(seen("5/6").center().x(), seen("5/6").center().y(), seen("6/7").center().x() + 9, seen("6/7").center().y() - 7);
        theatre.key("Esc");
        rest();
        Map<String, int[]> mended = squares();
        theatre.stage.close();
        theatre.open();
        rest();
        Map<String, int[]> fresh = squares();
        assertEquals(mended.keySet(), fresh.keySet());
        fresh.forEach((key, pixels) -> assertArrayEquals(pixels, mended.get(key), key));
    }

    private Map<String, int[]> squares() {
        Map<String, int[]> squares = new TreeMap<>();
        for (Sprite sprite : theatre.stage.frame().sprites()) {
            if (!sprite.key().startsWith("plane/")) continue;
            squares.put(sprite.key(), sprite.image().getRGB(0, 0, sprite.image().getWidth(), sprite.image().getHeight(), null, 0,
                    sprite.image().getWidth()));
        }
        assertFalse(squares.isEmpty());
        return squares;
    }

    @Test
    void whatIsDraggedFromAfarIsAPictureOfItsOwn() {
        grid(16);
        theatre.key("Shift+1");
        rest();
        Rect at = seen("3/3");
        theatre.down(at.center().x(), at.center().y(), 1, Modifiers.NONE);
        theatre.move(at.center().x() + 20, at.center().y());
        theatre.move(at.center().x() + 200, at.center().y() + 40);
        theatre.settle();
        assertTrue(cards().contains("3/3"));
        assertEquals(Theme.LIGHT.palette().paper().argb(), pixel(at.x() + 3, at.y() + 3));
        theatre.up(at.center().x() + 200, at.center().y() + 40);
        theatre.settle();
        assertFalse(cards().contains("3/3"));
    }

    @Test
    void farthestAwayNoDocumentIsOpened() {
        for (int i = 0; i < 30; i++) theatre.pin("k" + i, "far", i * 800, i * 600, 260, 120);
        theatre.open();
        theatre.key("Shift+1");
        rest();
        assertFalse(isOpen("k20"));
        theatre.stage.theme(Theme.DARK);
        theatre.settle();
        Rect at = seen("k20");
        assertEquals(Theme.DARK.palette().card().argb(), pixel(at.center().x(), at.center().y()));
    }

    @Test
    void whileZoomingBitmapsAreStretchedAndThenSharp() {
        grid(6);
        Sprite before = theatre.sprite("1/1");
        for (int i = 0; i < 4; i++) {
            theatre.stage.wheel(300, 200, 0, -48, new Modifiers(true, false, false));
            theatre.settle();
        }
        Sprite during = theatre.sprite("1/1");
        assertEquals(before.version(), during.version());
        assertEquals(2 * before.width(), during.width(), 1e-6);
        rest();
        assertTrue(theatre.sprite("1/1").version() > before.version());
        assertEquals(theatre.sprite("1/1").image().getWidth(), theatre.sprite("1/1").width(), 1e-6);

        theatre.key("Ctrl+0");
        rest();
        assertEquals(before.version(), theatre.sprite("1/1").version(), "the bitmap of a zoom that was left is kept");
    }

    @Test
    void aCardLargerThanTheWindowIsPaintedInPieces() {
        theatre.pin("big", "word ".repeat(2000), 0, 0, 700, 700);
        theatre.open();
        for (int i = 0; i < 12; i++) theatre.stage.wheel(300, 200, 0, -48, new Modifiers(true, false, false));
        rest();
        List<Sprite> sprites = theatre.stage.frame().sprites();
        assertTrue(sprites.stream().allMatch(s -> s.image().getWidth() <= 1024 && s.image().getHeight() <= 1024));
        double pixels = sprites.stream().mapToDouble(s -> s.image().getWidth() * (double) s.image().getHeight()).sum();
        assertTrue(pixels < 1200 * 800 * 5, pixels + " pixels");
    }
}
