// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.export.internal.fixture.Drawn;
import org.pushpin.scene.Poster;

/** A page that needs nothing but itself, and says what it shows. */
final class HtmlTest {

    private static String html(Consumer<Graphics2D> drawing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Drawn poster = new Drawn("A <board> \"&", new Rect(0, 0, 400, 300), drawing);
        HtmlFormat.write(poster, poster, "#ffffff", "#101010", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsLoadedAndNothingRuns() throws IOException {
        String html = html(g -> Drawn.line(g, "<script>alert(1)</script> url(http://x.example)", 0, 50));
        assertTrue(html.contains("content=\"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'\""));
        assertFalse(html.contains("<script"));
        assertFalse(Pattern.compile("(src|href)=\"(?!#|data:)").matcher(html).find());
        assertTrue(html.contains("<title>A &lt;board&gt; \"&amp;</title>"));
        assertTrue(html.contains("aria-label=\"A &lt;board&gt; &quot;&amp;\""));
    }

    @Test
    void textIsTextAsWideAsItWasLaidOut() throws IOException {
        String html = html(g -> Drawn.line(g, "Some text", 20, 50));
        assertTrue(Pattern.compile("<text><tspan x=\"20\" y=\"50\" textLength=\"[0-9.]+\"[^>]*>Some text</tspan></text>").matcher(html).find(), html);
        assertEquals(2, html.split("Some text", -1).length - 1, "in light and in dark colours");
    }

    @Test
    void headingsCardsAndLinksSayWhatTheyAre() throws IOException {
        String html = html(g -> {
            ((Poster.Surface) g).begin(new Poster.Part(Role.DOCUMENT, "Card"));
            Drawn.line(g, "Title", 20, 50, 2, List.of(new Poster.Piece(0, 5, Drawn.INK, Optional.of("https://a.example/?a=1&b=2"), true)));
            ((Poster.Surface) g).end();
        });
        assertTrue(html.contains("<g role=\"article\" aria-label=\"Card\">"));
        assertTrue(html.contains("<text role=\"heading\" aria-level=\"2\"><a rel=\"noopener noreferrer\" href=\"https://a.example/?a=1&amp;b=2\"><tspan"));
    }

    @Test
    void rightToLeftTextIsInItsOrder() throws IOException {
        String html = html(g -> Drawn.line(g, "\u05e9\u05dc\u05d5\u05dd", 20, 50));
        assertTrue(html.contains(">\u05e9\u05dc\u05d5\u05dd</tspan>"));
        assertTrue(html.contains("direction=\"rtl\""));
    }

    @Test
    void aPictureIsInThePageOnce() throws IOException {
        String html = html(g -> g.drawImage(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), 0, 0, null));
        assertEquals(1, html.split("data:image/png", -1).length - 1);
        assertEquals(2, html.split("<use ", -1).length - 1);
    }

    @Test
    void aPackedFontHasItsTables() throws IOException {
        byte[] otf = Poster.class.getResourceAsStream("/fonts/Inter-Regular.otf").readAllBytes();
        byte[] packed = Woff.of(otf);
        ByteBuffer woff = ByteBuffer.wrap(packed);
        assertEquals(packed.length, woff.getInt(8));
        assertEquals(ByteBuffer.wrap(otf).getShort(4), woff.getShort(12));
        assertEquals(0, packed.length % 4);
        assertTrue(packed.length < otf.length);
    }
}
