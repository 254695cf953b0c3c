// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Color;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.ObjectId;
import org.pushpin.scene.internal.layout.Difference;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.layout.Layouter;
import org.pushpin.scene.internal.text.Fonts;

/** A card of which only what differs is painted again looks like one that is painted anew. */
class PartialPaintTest {

    private static final Fonts FONTS = new Fonts();
    private static final double WIDTH = 220;
    private static final double HEIGHT = 400;
    private static final TextStyle BODY = TextStyle.of(14, 20, 400, Color.of("#202020"));
    private static final List<TextStyle> STYLES = List.of(BODY, BODY.weight(700), BODY.color(Color.of("#CC2200")),
            TextStyle.of(20, 28, 600, Color.of("#202020")));
    private static final List<String> WORDS = List.of("board", "a", "offline", "wonderfullylongword", "Äpfel", "fjord", "שלום", "123", "(f)",
            "🙂", "e\u0301te\u0301", "y", "=>");
    private static final List<Styled.Lead> LEADS = List.of(Styled.Lead.NONE, Styled.Lead.NONE, Styled.Lead.NONE, Styled.Lead.spaced(8, 4),
            new Styled.Lead(Styled.Sign.NONE, 8, 0, 0, Optional.of(Color.of("#EEEEEE")), Optional.empty(), ""),
            new Styled.Lead(Styled.Sign.NONE, 8, 0, 0, Optional.empty(), Optional.of(Color.of("#8888FF")), ""));
    private static final View.Writing WRITING = View.Writing.PLAIN;

    @Test
    void whateverIsWrittenLooksAsIfPaintedAnew() {
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            List<Styled.Paragraph> text = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) text.add(paragraph(random));
            Laid laid = lay(text, null);
            BufferedImage shown = whole(laid);
            for (int step = 0; step < 12; step++) {
                change(text, random);
                Laid next = lay(text, laid);
                shown = over(shown, laid, next);
                laid = next;
                assertSame(whole(laid), shown, "seed " + seed + ", step " + step);
            }
        }
    }

    @Test
    void aLetterIsItsLine() {
        String words = "The quick brown fox jumps over the lazy dog and then over all the other dogs that lie around there";
        Laid before = lay(List.of(plain(words)), null);
        Laid after = lay(List.of(plain(words + "x")), before);
        assertTrue(Difference.between(before, after).orElseThrow().height() <= 20 + 16);
        Laid first = lay(List.of(plain("i" + words)), before);
        assertTrue(Difference.between(before, first).orElseThrow().y() < 40);
        assertFalse(Difference.between(before, before).isPresent());
        assertFalse(Difference.between(before, lay(List.of(plain(words)), before)).isPresent());
    }

    private static Styled.Paragraph plain(String text) {
        return new Styled.Paragraph(Styled.Lead.NONE, BODY, List.of(new Styled.Run(text, BODY)));
    }

    private static Styled.Paragraph paragraph(Random random) {
        List<Styled.Run> runs = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            StringBuilder words = new StringBuilder();
            for (int w = 0; w < 1 + random.nextInt(6); w++) words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            runs.add(new Styled.Run(words.toString(), STYLES.get(random.nextInt(STYLES.size()))));
        }
        return new Styled.Paragraph(LEADS.get(random.nextInt(LEADS.size())), BODY, runs);
    }

    private static void change(List<Styled.Paragraph> text, Random random) {
        int at = random.nextInt(text.size());
        Styled.Paragraph old = text.get(at);
        switch (random.nextInt(8)) {
            case 0 -> text.add(at, paragraph(random));
            case 1 -> {
                if (text.size() > 1) text.remove(at);
            }
            case 2 -> text.set(at, new Styled.Paragraph(LEADS.get(random.nextInt(LEADS.size())), BODY, old.runs()));
            default -> text.set(at, typed(old, random));
        }
    }

    private static Styled.Paragraph typed(Styled.Paragraph old, Random random) {
        List<Styled.Run> runs = new ArrayList<>(old.runs());
        if (runs.isEmpty()) return paragraph(random);
        int at = random.nextInt(runs.size());
        Styled.Run run = runs.get(at);
        int where = random.nextInt(run.text().length() + 1);
        boolean delete = where < run.text().length() && random.nextInt(3) == 0;
        String text = run.text().substring(0, where) + (delete ? "" : WORDS.get(random.nextInt(WORDS.size())))
                + run.text().substring(delete ? where + 1 : where);
        TextStyle style = random.nextInt(6) == 0 ? STYLES.get(random.nextInt(STYLES.size())) : run.style();
        runs.set(at, new Styled.Run(text, style));
        return new Styled.Paragraph(old.lead(), old.style(), runs);
    }

    private static Laid lay(List<Styled.Paragraph> text, Laid before) {
        View.Editor editor = new View.Editor(ObjectId.ROOT, new Styled(List.copyOf(text)), Styled.of("", BODY), WRITING);
        View view = View.Box.column(Style.NONE.gap(6), new View.Text(Styled.of("Title", STYLES.get(3))), editor, new View.Text(Styled.of("below", BODY)));
        return new Layouter(FONTS, Theme.LIGHT, embed -> view, e -> before == null ? null : CardLayout.block(before, e))
                .lay(new View.Described(view, Role.DOCUMENT, "card", List.of()), WIDTH, OptionalDouble.of(HEIGHT));
    }

    private static TileGrid grid(Laid laid) {
        Item item = new Item("card", new Rect(0, 0, WIDTH, HEIGHT), false, 0, "", Set.of(), View.Text.of("", BODY));
        SceneItem shown = new SceneItem(item, new Rect(0, 0, WIDTH, HEIGHT), true, Rendered.standIn(null, item.view()), laid,
                Theme.LIGHT.card(), Optional.empty(), new SceneItem.Asked(WIDTH, HEIGHT, HEIGHT), SceneItem.Tiles.NONE);
        return new TileGrid(shown, 1.25);
    }

    private static BufferedImage whole(Laid laid) {
        return grid(laid).paint(0, 0, Theme.LIGHT, (picture, width, height) -> Optional.empty());
    }

    private static BufferedImage over(BufferedImage before, Laid was, Laid is) {
        TileGrid grid = grid(is);
        Optional<Rectangle> damage = Difference.between(was, is).map(area -> grid.pixels(area, 0, 0))
                .map(grid.pixels(0, 0)::intersection).filter(area -> !area.isEmpty());
        return damage.map(area -> grid.paint(0, 0, Theme.LIGHT, (picture, width, height) -> Optional.empty(), before, area)).orElse(before);
    }

    /** But for rounding at the edges of letters. */
    private static void assertSame(BufferedImage expected, BufferedImage actual, String what) {
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int a = expected.getRGB(x, y);
                int b = actual.getRGB(x, y);
                for (int shift = 0; shift < 32; shift += 8) {
                    int by = Math.abs((a >> shift & 255) - (b >> shift & 255));
                    assertTrue(by <= 3, what + " differs at " + x + ", " + y + ": " + Integer.toHexString(a) + " and " + Integer.toHexString(b));
                }
            }
        }
    }
}
