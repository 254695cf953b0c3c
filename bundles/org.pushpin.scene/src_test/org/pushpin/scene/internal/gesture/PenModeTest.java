// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Ability;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Summary;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.scene.Mark;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

/** Drawing on a card, as a person does. */
class PenModeTest {

    /** A sheet that notes how many strokes there were. */
    private static final class Sheet implements ContentType, Renderer {
        private final List<Intent.Stroke> strokes = new ArrayList<>();

        @Override
        public Descriptor descriptor(Locale locale) {
            return new Descriptor("sheet", "Sheet", Icon.NONE, CardSize.cells(10, 10, 2, 2, 40, 40), List.of(), true, 1);
        }

        @Override
        public void create(Edit edit, Seed seed) {
            edit.put(ObjectId.ROOT, "strokes", 0);
        }

        @Override
        public void perform(Intent intent, Edit edit) {
            if (!(intent instanceof Intent.Stroke stroke)) return;
            strokes.add(stroke);
            edit.put(ObjectId.ROOT, "strokes", strokes.size());
        }

        @Override
        public Summary summarize(Doc document) {
            return new Summary("", "");
        }

        @Override
        public View render(Doc document, RenderContext in) {
            View.Pen pen = new View.Pen("pen", in.theme().palette().ink(), 3);
            return View.Box.column(Style.NONE, new View.Drawing(new Size(200, 200), List.of(), Set.of(Ability.DRAW),
                    Optional.of(pen)));
        }
    }

    private final Theatre theatre = new Theatre();
    private final Sheet sheet = new Sheet();

    @BeforeEach
    void open() {
        theatre.registry.addType(sheet, Types.named("sheet"));
        theatre.registry.addRenderer(sheet, Types.named("sheet"));
        theatre.pin("a", theatre.factory.create("sheet", Seed.blank()), 100, 100, 200, 200);
        theatre.open();
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private Optional<Mark.Path> trail() {
        return theatre.stage.frame().marks().stream().filter(mark -> mark instanceof Mark.Path).map(Mark.Path.class::cast)
                .findFirst();
    }

    @Test
    void afterADoubleClickEveryPressDrawsALine() {
        theatre.doubleClick(150, 150);
        theatre.drag(120, 130, 180, 150);
        theatre.drag(120, 230, 180, 250);
        assertEquals(2, sheet.strokes.size());
        Intent.Stroke first = sheet.strokes.getFirst();
        assertEquals("pen", first.name());
        assertEquals(new Intent.Sample(20, 30, 1, 0), first.path().getFirst());
        assertEquals(80, first.path().getLast().x());
        assertEquals(List.of("a"), theatre.stage.selection());
    }

    @Test
    void theLineIsSeenWhileItIsDrawnAndUntilTheDocumentShowsIt() {
        theatre.doubleClick(150, 150);
        theatre.down(120, 130, 1, org.pushpin.scene.Modifiers.NONE);
        theatre.move(140, 140);
        theatre.move(160, 130);
        assertEquals(3, trail().orElseThrow().lines().getFirst().size());
        theatre.up(160, 130);
        assertTrue(trail().isPresent());
        theatre.settle();
        assertTrue(trail().isEmpty());
    }

    @Test
    void escapeAndAPressElsewhereEndIt() {
        theatre.doubleClick(150, 150);
        theatre.key("Esc");
        theatre.drag(150, 150, 250, 150);
        assertEquals(0, sheet.strokes.size());
        theatre.key("Ctrl+Z");
        theatre.doubleClick(150, 150);
        theatre.click(700, 500);
        theatre.drag(150, 150, 250, 150);
        assertEquals(0, sheet.strokes.size());
    }

    @Test
    void aStrokeIsOneStepOfUndo() {
        theatre.doubleClick(150, 150);
        theatre.drag(120, 130, 180, 150);
        assertTrue(theatre.stage.commands().stream().anyMatch(c -> c.id().equals("undo") && c.enabled()));
        theatre.key("Ctrl+Z");
        assertTrue(theatre.stage.commands().stream().anyMatch(c -> c.id().equals("redo") && c.enabled()));
    }

    @Test
    void aNewSheetIsReadyToBeDrawnOn() {
        theatre.stage.menu(new org.pushpin.content.Point(600, 400));
        theatre.stage.perform("create:sheet");
        theatre.settle();
        theatre.drag(620, 410, 660, 430);
        assertEquals(1, sheet.strokes.size());
    }
}
