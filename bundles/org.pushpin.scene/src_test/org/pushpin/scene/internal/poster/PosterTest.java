// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Poster;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.text.Fonts;

class PosterTest {

    private final Theatre theatre = new Theatre();
    private final PosterMaker maker = new PosterMaker(theatre.repo, theatre.registry, theatre.guard, Runnable::run,
            new Fonts());

    @AfterEach
    void close() {
        theatre.close();
    }

    private Poster poster(Theme theme) {
        return maker.poster(theatre.board, theme).toCompletableFuture().join();
    }

    /** Part of the pixels that differ clearly from a colour. */
    private static double different(BufferedImage image, Rect in, int rgb) {
        int count = 0;
        for (int y = (int) in.y(); y < in.bottom(); y++) {
            for (int x = (int) in.x(); x < in.right(); x++) {
                int c = image.getRGB(x, y);
                int far = Math.abs((c >> 16 & 255) - (rgb >> 16 & 255)) + Math.abs((c >> 8 & 255) - (rgb >> 8 & 255))
                        + Math.abs((c & 255) - (rgb & 255));
                if (far > 60) count++;
            }
        }
        return count / (in.width() * in.height());
    }

    @Test
    void aPosterCoversAllCardsAndAMargin() {
        theatre.pin("a", "note", 100, 100, 200, 100);
        theatre.pin("b", "far", 900, 700, 200, 100);
        Poster poster = poster(Theme.LIGHT);
        assertEquals(new Rect(60, 60, 1080, 780), poster.bounds());
        assertEquals("Field trip", poster.title());
        assertEquals(800, maker.bottom(theatre.board));
    }

    @Test
    void groundsLinesAndLettersAreWhereTheyBelong() {
        theatre.pin("a", "WWWW MMMM WWWW", 100, 100, 300, 100);
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            BufferedImage image = maker.raster(poster(theme), 1);
            int card = theme.palette().card().argb();
            int paper = theme.palette().paper().argb();

            assertEquals(paper, image.getRGB(5, 5));
            assertEquals(card, image.getRGB(40 + 150, 40 + 80));
            assertEquals(theme.palette().line().argb(), image.getRGB(40 + 150, 40), "the border");
            double ink = different(image, new Rect(40 + 16, 40 + 14, 130, 19), card);
            assertTrue(ink > 0.1 && ink < 0.6, "letters cover a part of their line: " + ink);
            assertEquals(0, different(image, new Rect(45, 100, 200, 30), card), "nothing below the text");
        }
    }

    @Test
    void aPartShowsSomeCardsAndNothingElse() {
        theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.pin("b", "two", 320, 100, 200, 100);
        theatre.pin("over", "on one", 150, 120, 200, 60);
        Poster part = poster(Theme.LIGHT).part(Set.of("a"));
        assertEquals(new Rect(80, 80, 240, 140), part.bounds());
        assertEquals(Set.of("a"), part.places().keySet());
        BufferedImage image = maker.raster(part, 1);
        int card = Theme.LIGHT.palette().card().argb();
        assertEquals(0, different(image, new Rect(100, 45, 80, 60), card), "what lies on it is left out");
        assertEquals(Theme.LIGHT.palette().paper().argb(), image.getRGB(235, 60), "and what lies beside it");
        assertEquals(poster(Theme.LIGHT).bounds(), poster(Theme.LIGHT).part(Set.of("nothing")).bounds());
    }

    @Test
    void aPartTakesAlongWhatLiesInAFrameAndArrowsBetweenItsCards() {
        theatre.pin("a", "one", 100, 100, 200, 100);
        theatre.pin("b", "two", 500, 100, 200, 100);
        theatre.repo.handle(theatre.board).changeSilently(null, edit -> {
            theatre.boardType.perform(new Intent.Enclose("f", new Rect(60, 60, 300, 200), Set.of("a"), ""), edit);
            theatre.boardType.perform(new Intent.Connect("e", Edge.End.of("a", false), Edge.End.of("b", true)), edit);
        });
        Poster whole = poster(Theme.LIGHT);
        assertEquals(Set.of("a", "f"), whole.part(Set.of("f")).places().keySet());
        Rect between = new Rect(330, 60, 100, 80);
        int paper = Theme.LIGHT.palette().paper().argb();
        assertTrue(different(maker.raster(whole.part(Set.of("a", "b")), 1), between, paper) > 0, "the arrow");
        BufferedImage one = maker.raster(whole.part(Set.of("b")), 1);
        assertEquals(240, one.getWidth(), "no room for an arrow that has no other end");
    }

    @Test
    void aPosterKnowsWhereItsCardsAre() {
        theatre.pin("a", "note", 100, 120, 200, 100);
        assertEquals(List.of(new Rect(100, 120, 200, 100)), List.copyOf(poster(Theme.LIGHT).places().values()));
    }

    @Test
    void aScaleOfTwoHasTwiceThePixelsOfTheSamePicture() {
        theatre.pin("a", "note", 100, 100, 200, 100);
        BufferedImage one = maker.raster(poster(Theme.LIGHT), 1);
        BufferedImage two = maker.raster(poster(Theme.LIGHT), 2);
        assertEquals(2 * one.getWidth(), two.getWidth());
        assertEquals(one.getRGB(140, 120), two.getRGB(280, 240));
    }

    @Test
    void aHugeBoardIsReducedToABoundedPicture() {
        theatre.pin("a", "note", 0, 0, 200, 100);
        theatre.pin("b", "far", 90_000, 40_000, 200, 100);
        BufferedImage image = maker.raster(poster(Theme.LIGHT), 1);
        assertTrue((long) image.getWidth() * image.getHeight() <= 64_100_000);
    }

    @Test
    void anEmptyBoardAndANoteHavePostersToo() {
        assertTrue(maker.raster(poster(Theme.LIGHT), 1).getWidth() > 100);
        DocumentUrl note = theatre.pin("a", "note", 0, 0, 200, 100);
        Poster page = maker.poster(note, Theme.LIGHT).toCompletableFuture().join();
        assertEquals("note", page.title());
        assertTrue(page.bounds().width() > 400);
    }
}
