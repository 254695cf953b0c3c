// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.export.internal.fixture.Drawn;
import org.pushpin.export.internal.fixture.ReadPdf;
import org.pushpin.scene.Poster;

/** What is drawn, as PDF: text that says what was written, where it was drawn, and everything else as operators. */
final class PdfTest {

    private static ReadPdf pdf(Consumer<Graphics2D> drawing) throws IOException {
        return pdf(new Rect(-10, -20, 400, 300), drawing);
    }

    private static ReadPdf pdf(Rect bounds, Consumer<Graphics2D> drawing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfFormat.write(new Drawn("A (board) \u00e9\u05d0", bounds, drawing), out);
        return new ReadPdf(out.toByteArray());
    }

    @Test
    void aPageIsAsLargeAsTheBoardAndKnowsItsTitle() throws IOException {
        ReadPdf pdf = pdf(g -> { });
        assertTrue(pdf.page().contains("/MediaBox [0 0 300 225]"), pdf.page());
        assertTrue(pdf.object("/Title").contains("<FEFF004100200028"));
        assertTrue(pdf.content().startsWith("q 0.75 0 0 -0.75 7.5 210 cm\n"), pdf.content());
    }

    @Test
    void aHugeBoardIsReducedToWhatAPageCanBe() throws IOException {
        assertTrue(pdf(new Rect(0, 0, 144_000, 1000), g -> { }).page().contains("/MediaBox [0 0 14400 100]"));
    }

    @Test
    void textSaysWhatWasWrittenWhereItWasDrawn() throws IOException {
        ReadPdf.Shown shown = pdf(g -> {
            g.translate(5, 7);
            Drawn.line(g, "AVATAR office", 20, 50);
        }).shown().getFirst();
        assertEquals("AVATAR office", shown.text());
        assertEquals(25, shown.x(), 0.01);
        assertEquals(57, shown.y(), 0.01);
        assertEquals(20, shown.size());
    }

    @Test
    void rightToLeftTextIsItsCharactersFromLeftToRight() throws IOException {
        List<ReadPdf.Shown> shown = pdf(g -> Drawn.line(g, "abc \u05e9\u05dc\u05d5\u05dd 12", 0, 50)).shown();
        String all = shown.stream().map(ReadPdf.Shown::text).reduce("", String::concat);
        assertEquals("abc 12 \u05dd\u05d5\u05dc\u05e9", all, "as it is seen, which is what readers expect and turn around");
        for (int i = 1; i < shown.size(); i++) assertTrue(shown.get(i).x() > shown.get(i - 1).x());
    }

    @Test
    void whatIsNotShownIsNotSaid() throws IOException {
        String text = "**bold** end";
        ReadPdf pdf = pdf(g -> Drawn.line(g, text, 0, 50, 0, List.of(new Poster.Piece(0, 8, Drawn.INK, Optional.of("https://a.example/(x)"), true),
                new Poster.Piece(8, 12, org.pushpin.content.Color.of("#FF0000"), Optional.empty(), true))));
        assertEquals(List.of("**bold**", " end"), pdf.shown().stream().map(ReadPdf.Shown::text).toList());
        assertTrue(pdf.content().contains("1 0.000 0.000 rg"));
        String link = pdf.object("/Subtype /Link");
        assertTrue(link.contains("/URI (https://a.example/\\(x\\))"), link);
    }

    @Test
    void accentsBelongToTheirLetters() throws IOException {
        String shown = pdf(g -> Drawn.line(g, "e\u0301x\u0323\u0307y", 0, 50)).shown().getFirst().text();
        assertEquals("e\u0301x\u0323\u0307y", shown);
    }

    @Test
    void anEmojiIsSaidWhereItStands() throws IOException {
        String text = "a\u3012b";
        ReadPdf pdf = pdf(g -> {
            TextLayout layout = new TextLayout(text, Drawn.FONT, g.getFontRenderContext());
            List<Poster.Piece> pieces = List.of(new Poster.Piece(0, 1, Drawn.INK, Optional.empty(), true),
                    new Poster.Piece(1, 2, Drawn.INK, Optional.empty(), false), new Poster.Piece(2, 3, Drawn.INK, Optional.empty(), true));
            Poster.Emoji emoji = new Poster.Emoji("\ud83d\ude00", 12, 20);
            ((Poster.Surface) g).line(new Poster.Line(layout, text, 0, 50, pieces, "", 0, true, List.of(emoji)));
        });
        assertTrue(pdf.shown().stream().anyMatch(shown -> shown.text().equals("\ud83d\ude00") && shown.x() == 12), pdf.shown().toString());
    }

    @Test
    void aFontHoldsNoMoreThanWhatIsShown() throws IOException {
        int few = pdf(g -> Drawn.line(g, "aaaa", 0, 50)).program("F1").length;
        int more = pdf(g -> Drawn.line(g, "abcdefghijklmnopqrstuvwxyz", 0, 50)).program("F1").length;
        assertTrue(few < 800 && more > few, few + " " + more);
    }

    @Test
    void anOutlineSurvivesItsCharString() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(0, 0);
        shape.lineTo(10, -0.3);
        shape.quadTo(20, -20, 2, -15);
        shape.closePath();
        shape.append(new Ellipse2D.Double(-3, -4, 2, 2), false);
        Shape back = CharStringReader.outline(CharString.of(shape, 600, 50));
        Rectangle2D wanted = shape.getBounds2D();
        Rectangle2D bounds = back.getBounds2D();
        assertEquals(wanted.getX() * 50, bounds.getX(), 1);
        assertEquals(-wanted.getMaxY() * 50, bounds.getY(), 1);
        assertEquals(wanted.getWidth() * 50, bounds.getWidth(), 2);
        for (double x = -3; x < 12; x += 0.37) {
            for (double y = -16; y < 1; y += 0.41) {
                boolean edge = shape.contains(x - 0.1, y - 0.1) != shape.contains(x + 0.1, y + 0.1) || shape.contains(x - 0.1, y + 0.1) != shape.contains(x + 0.1, y - 0.1);
                if (!edge) assertEquals(shape.contains(x, y), back.contains(x * 50, -y * 50), x + " " + y);
            }
        }
    }

    @Test
    void shapesOpacitiesAndGradientsAreOperators() throws IOException {
        ReadPdf pdf = pdf(g -> {
            g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
            g.setColor(Color.RED);
            g.fillRect(1, 2, 3, 4);
            g.setPaint(new GradientPaint(0, 0, Color.WHITE, 0, 100, Color.BLACK));
            g.fillRect(0, 0, 10, 10);
            Path2D ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            ring.append(new Rectangle2D.Double(0, 0, 9, 9), false);
            g.fill(ring);
        });
        assertTrue(pdf.content().contains("/A128 gs\n1 0.000 0.000 rg\n1 2 3 4 re\nf\n"), pdf.content());
        assertTrue(pdf.content().contains("/Pattern cs /P1 scn"));
        assertTrue(pdf.content().contains("f*\n"));
        assertTrue(pdf.page().contains("/Coords [0 0 0 100]"), pdf.page());
    }

    @Test
    void whatIsCutOffIsNotWritten() throws IOException {
        String content = pdf(g -> {
            g.clip(new Rectangle2D.Double(0, 0, 50, 50));
            g.fillRect(100, 100, 10, 10);
            g.fillRect(40, 40, 20, 20);
        }).content();
        assertFalse(content.contains("100 100"));
        assertTrue(content.contains("0 0 50 50 re\nW n\n"), content);
    }

    @Test
    void picturesAreInTheFileOnceWithTheirTransparency() throws IOException {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(1, 1, 0x80123456);
        ReadPdf pdf = pdf(g -> {
            g.drawImage(picture, 10, 10, 30, 20, null);
            g.drawImage(picture, 60, 10, 30, 20, null);
        });
        String image = pdf.object("/DeviceRGB .*/SMask|/SMask.*/DeviceRGB");
        byte[] mask = pdf.stream(Integer.parseInt(ReadPdf.find("/SMask (\\d+) 0 R", image)));
        assertEquals((byte) 0x80, mask[4]);
        assertEquals(2, pdf.content().split(" Do ").length - 1);
        assertTrue(pdf.content().contains("q 30 0 0 -20 10 30 cm"), pdf.content());
    }

    @Test
    void numbersAreTheSameInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("a", pdf(g -> Drawn.line(g, "a", 1.5, 2.5)).shown().getFirst().text());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void senselessShapesLeaveAReadableFile() throws IOException {
        ReadPdf pdf = pdf(g -> {
            g.fill(new Rectangle2D.Double(Double.NaN, 0, 1, 1));
            g.clip(new Path2D.Double());
            g.fillRect(0, 0, 5, 5);
            g.scale(0, 0);
            g.fillRect(0, 0, 1, 1);
        });
        assertFalse(pdf.content().contains("NaN"));
    }
}
