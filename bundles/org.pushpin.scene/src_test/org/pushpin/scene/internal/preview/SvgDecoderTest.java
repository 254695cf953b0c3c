// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Preview;

class SvgDecoderTest {

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " viewBox='0 0 100 50'>";
    private static final int RED = 0xFFFF0000;

    private static PictureDecoder.Source source(String svg) {
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Decoded decode(String svg) throws IOException, UnsupportedPictureException {
        return PictureDecoder.decode(source(svg), 200);
    }

    private static Preview.Reason refused(String svg) {
        return assertThrows(UnsupportedPictureException.class, () -> decode(svg)).reason();
    }

    @Test
    void aDrawingIsSharpAtTheSizeThatIsWanted() throws Exception {
        String svg = OPEN + "<rect width='50' height='50' fill='red'/></svg>";
        Decoded small = decode(svg);
        assertEquals(200, small.image().getWidth());
        assertEquals(100, small.image().getHeight());
        assertEquals(RED, small.image().getRGB(98, 50));
        assertEquals(0, small.image().getRGB(101, 50));
        Decoded large = PictureDecoder.decode(source(svg), 4096);
        assertEquals(SvgDecoder.SIDE, large.image().getWidth());
        assertEquals(RED, large.image().getRGB(SvgDecoder.SIDE / 2 - 2, 50));
        assertEquals(new PictureDecoder.Header(PictureFormat.SVG, 2048, 1024), PictureDecoder.header(source(svg)));
    }

    @Test
    void prologsCommentsAndNamesAreNoObstacle() throws Exception {
        for (String start : List.of("<?xml version='1.0'?>\n<!-- x --> ", "\uFEFF", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:1/svg11.dtd'>")) {
            assertEquals(RED, decode(start + OPEN + "<rect width='100' height='50' fill='red'/></svg>").image().getRGB(9, 9));
        }
        assertEquals(Preview.Reason.UNKNOWN, refused("<html><svg/></html>"));
        assertEquals(Preview.Reason.DAMAGED, refused("<svg xmlns='http://www.w3.org/2000/svg'><g>"));
        assertEquals(Preview.Reason.DAMAGED, refused("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 100000'/>"));
    }

    @Test
    void picturesInsideTheFileAreShown() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        java.awt.image.BufferedImage red = new java.awt.image.BufferedImage(10, 10, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) red.setRGB(i % 10, i / 10, RED);
        javax.imageio.ImageIO.write(red, "png", png);
        assertEquals(RED, decode(OPEN + embedded(png.toByteArray()) + "</svg>").image().getRGB(50, 50));
        byte[] bomb = PictureDecoderTest.wide(40_000, 40_000, 0);
        assertEquals(0, decode(OPEN + embedded(bomb) + "</svg>").image().getRGB(50, 50), "too large inside, too");
    }

    private static String embedded(byte[] picture) {
        return "<image width='100' height='50' preserveAspectRatio='none' xlink:href='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(picture) + "'/>";
    }

    @Test
    void entitiesOfADtdAreNotExpanded() throws Exception {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 40; i++) laughs.append("<!ENTITY a").append(i).append(" '").append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
        laughs.append("]>").append(OPEN).append("<rect width='100' height='50' fill='red'/><text>&a39;</text></svg>");
        assertEquals(RED, decode(laughs.toString()).image().getRGB(9, 9));
        String secret = "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + OPEN + "<text y='20'>&x;</text></svg>";
        assertEquals(0, decode(secret).image().getRGB(20, 36));
    }

    @Test
    void useOfUseIsBounded() {
        StringBuilder bomb = new StringBuilder(OPEN).append("<defs><rect id='u0' width='1' height='1'/>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<g id='u").append(i).append("'>").append(("<use xlink:href='#u" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        refused(bomb + "</defs><use xlink:href='#u11'/></svg>");
        refused(OPEN + "<g id='a'><use xlink:href='#b'/></g><g id='b'><use xlink:href='#a'/></g></svg>");
        refused(OPEN + "<g>".repeat(50_000) + "</g>".repeat(50_000) + "</svg>");
    }

    @Test
    void oneElementThatTakesForeverIsGivenUpOrDrawnSimpler() throws Exception {
        decode(OPEN + "<path d='M0 0H100000000' stroke='red' stroke-dasharray='0.00001'/></svg>");
        decode(OPEN + "<filter id='f'><feTurbulence numOctaves='100000000'/></filter><rect filter='url(#f)' width='100' height='50'/></svg>");
        decode(OPEN + "<filter id='f'><feGaussianBlur stdDeviation='100000000'/></filter><rect filter='url(#f)' width='100' height='50'/></svg>");
        String heavy = "<rect filter='url(#f)' width='100' height='50'/>".repeat(15_000);
        assertEquals(Preview.Reason.TOO_COMPLEX, refused(OPEN + "<filter id='f'><feTurbulence numOctaves='6'/></filter>" + heavy + "</svg>"));
        assertEquals(Preview.Reason.TOO_LARGE, refused(OPEN + " ".repeat(SvgDecoder.MOST_BYTES) + "</svg>"));
    }

    @Test
    void damagedDrawingsAreRefusedInOneWay() {
        String good = OPEN + "<defs><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient></defs>"
                + "<path d='M0 0C1 2 3 4 5 6A1 1 0 0 0 9 9Z' fill='url(#g)' transform='rotate(3 4 5)'/><text x='1'>a</text></svg>";
        Random random = new Random(6);
        for (int i = 0; i < 150; i++) {
            StringBuilder bad = new StringBuilder(good);
            for (int k = 0; k < 3; k++) bad.setCharAt(OPEN.length() + random.nextInt(good.length() - OPEN.length()), "<>&'\"0-9e\u0000Zz "
                    .charAt(random.nextInt(13)));
            try {
                decode(bad.toString());
            } catch (IOException | UnsupportedPictureException refused) {
                assertTrue(refused.getMessage().length() < 500);
            }
        }
    }
}
