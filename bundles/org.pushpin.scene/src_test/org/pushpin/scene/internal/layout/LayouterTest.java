// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Action;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Preview;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.internal.fixture.FakeRepo;
import org.pushpin.scene.internal.text.Fonts;

class LayouterTest {

    private static final Fonts FONTS = new Fonts();
    private static final Theme THEME = Theme.LIGHT;

    private static Laid.Group lay(View view, double width, OptionalDouble height) {
        return assertInstanceOf(Laid.Group.class,
                new Layouter(FONTS, THEME, embed -> null, editor -> null).lay(view, width, height));
    }

    private static Laid.Group lay(View view, double width) {
        return lay(view, width, OptionalDouble.empty());
    }

    private static View line(String text) {
        return View.Text.line(text, THEME.body());
    }

    private static View box(double width, double height) {
        return View.Box.column(Style.NONE.width(width).height(height));
    }

    @Test
    void aColumnIsAsHighAsItsChildrenWithGapsAndPadding() {
        Laid.Group group = lay(View.Box.column(Style.NONE.padding(Insets.of(14, 16)).gap(6), line("a"), line("b")), 200);
        assertEquals(new Size(200, 14 + 20 + 6 + 20 + 14), group.size());
        assertEquals(List.of(14.0, 40.0), group.children().stream().map(Laid.Placed::y).toList());
        assertEquals(168, group.children().getFirst().part().size().width());
    }

    @Test
    void growingChildrenShareWhatIsLeft() {
        View grow1 = View.Box.column(Style.NONE.grow(1));
        View grow3 = View.Box.column(Style.NONE.grow(3));
        Laid.Group column = lay(View.Box.column(Style.NONE, line("x"), grow1, grow3), 100, OptionalDouble.of(100));
        assertEquals(List.of(20.0, 20.0, 60.0), column.children().stream().map(c -> c.part().size().height()).toList());
        Laid.Group row = lay(View.Box.row(Style.NONE.gap(10), box(30, 10), grow1, grow3), 200);
        assertEquals(List.of(30.0, 37.5, 112.5), row.children().stream().map(c -> c.part().size().width()).toList());
    }

    @Test
    void aRowCutsItsTextsBeforeItsIcons() {
        Laid.Group row = lay(View.Box.row(Style.NONE.gap(8), new View.Glyph(Icon.FILE, 20, THEME.palette().ink()),
                line("a rather long name that cannot fit")), 100);
        assertEquals(20, row.children().getFirst().part().size().width());
        assertEquals(72, row.children().getLast().part().size().width(), 0.01);
        assertEquals(20, row.size().height());
    }

    @Test
    void alignmentAndJustification() {
        Laid.Group center = lay(View.Box.column(Style.NONE.align(Style.Align.CENTER).justify(Style.Justify.CENTER),
                box(20, 20)), 100, OptionalDouble.of(100));
        assertEquals(new Laid.Placed(40, 40, center.children().getFirst().part()), center.children().getFirst());
        Laid.Group between = lay(View.Box.row(Style.NONE.justify(Style.Justify.BETWEEN).align(Style.Align.END),
                box(20, 20), box(20, 40)), 100);
        assertEquals(80, between.children().getLast().x());
        assertEquals(20, between.children().getFirst().y());
    }

    @Test
    void aStackIsAsLargeAsItsLargest() {
        Laid.Group stack = lay(View.Box.stack(Style.NONE, line("below"), box(10, 50)), 100);
        assertEquals(50, stack.size().height());
        assertEquals(0, stack.children().getLast().y());
    }

    @Test
    void picturesKeepTheirShape() {
        Preview.Ready ready = new Preview.Ready(new BlobRef(FakeRepo.FakeBlobs.id(1), 1, "image/png", ""),
                Preview.IMAGE, new Size(800, 400));
        Laid.Group column = lay(View.Box.column(Style.NONE, new View.Picture(ready, View.Fit.COVER, "")), 300);
        assertEquals(150, column.size().height());
    }

    @Test
    void aButtonIsAsWideAsItsLabel() {
        View button = new View.Button(new Action("a", "Go", Icon.NONE, new Intent.Rename("")));
        Laid.Group row = lay(View.Box.row(Style.NONE, button), 300);
        Size size = row.children().getFirst().part().size();
        assertEquals(28, size.height());
        assertTrue(size.width() > 35 && size.width() < 60, String.valueOf(size));
    }

    @Test
    void aNaturalWidthIsEnoughForTheText() {
        for (String text : List.of("4 votes", "AVATAR To We", "river-bend.jpg", "Wafer Typo 11 Yes")) {
            Laid.Group row = lay(View.Box.row(Style.NONE, View.Text.line(text, THEME.body())), 500);
            Laid.Lines lines = assertInstanceOf(Laid.Lines.class, row.children().getFirst().part());
            assertEquals(text, lines.block().plain());
        }
    }

    @Test
    void layoutIsTheSameEveryTime() {
        View view = View.Box.column(Style.NONE.padding(Insets.all(10)).gap(4), line("one"),
                View.Text.of("a text of several lines, which are broken alike whenever it is laid out", THEME.cardText()));
        Size first = lay(view, 130).size();
        for (int i = 0; i < 5; i++) assertEquals(first, lay(view, 130).size());
    }

    @Test
    void tooMuchIsRefused() {
        View text = line("x");
        View many = new View.Box(View.Axis.COLUMN, java.util.Collections.nCopies(Layouter.MOST_PARTS + 1, text), Style.NONE);
        assertThrows(TooMuchException.class, () -> lay(many, 100));
        View deep = text;
        for (int i = 0; i < Layouter.DEEPEST + 1; i++) deep = View.Box.column(Style.NONE, deep);
        View deepest = deep;
        assertThrows(TooMuchException.class, () -> lay(deepest, 100));
    }
}
