// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.Intent.Sample;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.content.View;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.testkit.Documents;

/** Drawings: drawn and erased by three at once, shown, and broken. */
final class InkTypeTest {

    private static final ActorId CAT = ActorId.parse("cc");
    private static final List<Renderer> RENDERERS = List.of(new InkCard(), new InkRow());
    private static final List<String> CONTEXTS = List.of(RenderContext.BOARD, RenderContext.WORKSPACE, RenderContext.LIST,
            RenderContext.TITLE_BAR);

    private final InkType type = new InkType();

    private static Intent line(String pen, double x, double y, double toX, double toY) {
        return new Intent.Stroke(pen, List.of(new Sample(x, y, 1, 0), new Sample(toX, toY, 1, 9)));
    }

    private static List<Line> lines(Doc doc) {
        return Ink.of(doc, null).lines();
    }

    @Test
    void strokesOfThreeStandSideBySide() {
        Doc base = Documents.create(type, Seed.blank());
        Doc ann = Documents.perform(type, base, Documents.ANN, line("red/3", 0, 0, 50, 50));
        Doc ben = Documents.perform(type, base, Documents.BEN, line("blue/6", 50, 0, 0, 50));
        Doc cat = Documents.perform(type, base, CAT, line("ink/1.5", 10, 10, 10, 90));
        Doc one = ann.merge(ben).merge(cat);
        Doc other = cat.merge(ann).merge(ben);
        assertEquals(3, lines(one).size());
        assertEquals(lines(one), lines(other));
        assertEquals(List.of(1.5, 3.0, 6.0), lines(one).stream().map(Line::width).sorted().toList());
    }

    @Test
    void eraserTakesWholeStrokesAndOnlyThoseThatItTouches() {
        Doc doc = Documents.perform(type, Documents.create(type, Seed.blank()), Documents.ANN, line("ink/3", 0, 0, 100, 0));
        doc = Documents.perform(type, doc, Documents.ANN, line("red/3", 0, 60, 100, 60));
        Doc left = Documents.perform(type, doc, Documents.BEN, line(Pen.ERASER, 40, -10, 40, 5));
        assertEquals(List.of(PenColor.RED), lines(left).stream().map(Line::color).toList());
        assertEquals(2, lines(Documents.perform(type, doc, Documents.BEN, line(Pen.ERASER, 40, 25, 60, 30))).size());
    }

    @Test
    void quickEraserTakesWhatItCrosses() {
        Doc doc = Documents.perform(type, Documents.create(type, Seed.blank()), Documents.ANN, line("ink/3", 0, 100, 300, 110));
        assertEquals(List.of(), lines(Documents.perform(type, doc, Documents.BEN, line(Pen.ERASER, 150, 0, 160, 400))));
    }

    @Test
    void whatIsDrawnWhileOthersEraseStays() {
        Doc base = Documents.perform(type, Documents.create(type, Seed.blank()), Documents.ANN, line("ink/3", 0, 0, 9, 9));
        Doc ann = Documents.perform(type, base, Documents.ANN, line(Pen.ERASER, 0, 0, 9, 9));
        Doc ben = Documents.perform(type, base, Documents.BEN, line("red/3", 0, 0, 9, 9));
        Doc cat = Documents.perform(type, base, CAT, line(Pen.ERASER, 0, 0, 9, 9));
        assertEquals(List.of(PenColor.RED), lines(ann.merge(ben).merge(cat)).stream().map(Line::color).toList());
    }

    @Test
    void pointsAreKeptWithinASixteenthAndPressureWithThem() {
        Random random = new Random(3);
        List<Sample> path = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            path.add(new Sample(random.nextDouble(-90_000, 90_000), random.nextDouble(-500, 500), random.nextDouble(), 0));
        }
        List<Sample> back = Points.unpack(Points.pack(path)).orElseThrow();
        for (int i = 0; i < path.size(); i++) {
            assertEquals(path.get(i).x(), back.get(i).x(), 1 / 32.0);
            assertEquals(path.get(i).y(), back.get(i).y(), 1 / 32.0);
            assertEquals(path.get(i).pressure(), back.get(i).pressure(), 1 / 500.0);
        }
    }

    @Test
    void brokenPointsAreNoPoints() {
        byte[] good = Points.pack(List.of(new Sample(1, 2, 0.5, 0), new Sample(300, -200, 1, 0)));
        assertTrue(Points.unpack(good).isPresent());
        for (int length = 0; length < good.length; length++) assertEquals(Optional.empty(), Points.unpack(Arrays.copyOf(good, length)));
        assertEquals(Optional.empty(), Points.unpack(Arrays.copyOf(good, good.length + 1)));
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 1) bytes[0] = 1;
            Points.unpack(bytes).ifPresent(points -> assertTrue(points.size() <= 40));
        }
    }

    @Test
    void thinningKeepsCornersAndDropsWhatLiesBetween() {
        List<Sample> drawn = new ArrayList<>();
        for (int i = 0; i <= 100; i++) drawn.add(new Sample(i, 0, 1, i));
        for (int i = 1; i <= 100; i++) drawn.add(new Sample(100, i, 1, i));
        assertEquals(List.of(new Sample(0, 0, 1, 0), new Sample(100, 0, 1, 100), new Sample(100, 100, 1, 100)),
                Thinning.of(drawn));
        assertEquals(1, Thinning.of(List.of(new Sample(Double.NaN, 0, 1, 0), new Sample(4, 4, 1, 0))).size());
    }

    @Test
    void penIsTheWindowsAndEveryColorHasAKey() {
        View.Described card = (View.Described) new InkCard().render(Documents.create(type, Seed.blank()),
                FixedContext.of(RenderContext.BOARD));
        View.Drawing drawing = (View.Drawing) ((View.Box) card.view()).children().getFirst();
        assertEquals("ink/3.0", drawing.pen().orElseThrow().stroke());
        assertTrue(card.actions().stream().anyMatch(action -> action.key().equals("Alt+0")));
        assertTrue(card.actions().stream().allMatch(action -> action.intent() instanceof Intent.Local));
    }

    private List<Doc> hostile() {
        Doc good = Documents.perform(type, Documents.create(type, Seed.blank()), Documents.ANN, line("ink/3", 0, 0, 9, 9));
        List<Doc> bad = new ArrayList<>(Documents.hostile(good, ObjectId.ROOT, Ink.STROKES, InkType.TITLE));
        bad.addAll(Documents.hostile(good, lines(good).getFirst().id(), Ink.POINTS, Ink.COLOR, Ink.WIDTH, Ink.REMOVED));
        bad.add(Documents.change(good, Documents.BEN, edit -> edit.insert(Ink.strokes(edit).orElseThrow(), 0, Scalar.of(7))));
        return bad;
    }

    @Test
    void anyDocumentHasAView() {
        for (Doc doc : hostile()) {
            for (Renderer renderer : RENDERERS) {
                for (String context : CONTEXTS) renderer.render(doc, FixedContext.of(context));
            }
            assertTrue(type.summarize(doc).title().length() <= Summary.TITLE_LIMIT);
        }
    }

    @Test
    void anyIntentIsSurvivedByAnyDocument() {
        List<Intent> intents = new ArrayList<>(Documents.intents());
        for (String pen : List.of("", "/", "ink/", "ink/NaN", "ink/-3", "x/1e99", Pen.ERASER)) intents.add(line(pen, 0, 0, 1e300, -1));
        for (Doc doc : hostile()) {
            for (Intent intent : intents) Documents.perform(type, doc, Documents.BEN, intent);
        }
    }
}
