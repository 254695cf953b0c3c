// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Rect;
import org.pushpin.scene.Poster;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is drawn, as SVG: well-formed, complete, and no larger than it must be. */
final class SvgTest {

    @Test
    void fileShowsThePostersBounds() throws Exception {
        Element svg = svg(g -> {});
        assertEquals("-10 -20 300 200", svg.getAttribute("viewBox"));
        assertEquals("A <board> & \uFFFD", svg.getElementsByTagName("title").item(0).getTextContent());
    }

    @Test
    void shapesAreInTheFilesUnits() throws Exception {
        Element path = only("path", svg(g -> {
            g.translate(10, 5);
            g.scale(2, 2);
            g.setColor(new Color(0x2F6FDE));
            g.fill(new Rectangle2D.Double(1, 1, 3.333, 4));
        }));
        assertEquals("M12 7h6.67v8h-6.67z", path.getAttribute("d"));
        assertEquals("#2f6fde", path.getAttribute("fill"));
    }

    @Test
    void shapeFilledAndDrawnAlikeIsOneElement() throws Exception {
        Element path = only("path", svg(g -> {
            g.setStroke(new BasicStroke(0.3f));
            g.fill(new Ellipse2D.Double(0, 0, 10, 10));
            g.draw(new Ellipse2D.Double(0, 0, 10, 10));
        }));
        assertEquals("#000000", path.getAttribute("fill"));
        assertEquals("#000000", path.getAttribute("stroke"));
        assertEquals("0.3", path.getAttribute("stroke-width"));
    }

    @Test
    void linesKeepTheirDashesAndEnds() throws Exception {
        Element path = only("path", svg(g -> {
            g.scale(3, 3);
            g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0));
            g.drawLine(0, 0, 10, 0);
        }));
        assertEquals("none", path.getAttribute("fill"));
        assertEquals("4.5", path.getAttribute("stroke-width"));
        assertEquals("12 9", path.getAttribute("stroke-dasharray").strip());
        assertEquals("round", path.getAttribute("stroke-linecap"));
    }

    @Test
    void opacityMultiplies() throws Exception {
        Element path = only("path", svg(g -> {
            g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
            g.setColor(new Color(0, 0, 0, 128));
            g.fillRect(0, 0, 1, 1);
        }));
        assertEquals(0.25, Double.parseDouble(path.getAttribute("fill-opacity")), 0.01);
    }

    @Test
    void whatIsCutOffIsNotWritten() throws Exception {
        Element svg = svg(g -> {
            g.clip(new Rectangle2D.Double(0, 0, 50, 50));
            g.fillRect(10, 10, 10, 10);
            g.setColor(Color.BLUE);
            g.fillRect(100, 100, 10, 10);
            g.fillRect(40, 40, 20, 20);
            g.fillRect(45, 45, 20, 20);
        });
        assertEquals(1, svg.getElementsByTagName("clipPath").getLength());
        NodeList paths = svg.getElementsByTagName("path");
        assertEquals(3, paths.getLength(), "the clip, one inside, two cut in one element");
        assertEquals("", ((Element) paths.item(1)).getAttribute("clip-path"));
        assertEquals("url(#c1)", ((Element) paths.item(2)).getAttribute("clip-path"));
    }

    @Test
    void dotsOfAGridAreOneElement() throws Exception {
        Element path = only("path", svg(g -> {
            for (int i = 0; i < 3; i++) g.fill(new Rectangle2D.Double(20 * i - 0.5, -0.5, 1, 1));
        }));
        assertEquals("M-0.5 -0.5h1v1h-1zM19.5 -0.5h1v1h-1zM39.5 -0.5h1v1h-1z", path.getAttribute("d"));
    }

    @Test
    void copiesOfGraphicsDoNotDisturbEachOther() throws Exception {
        Element svg = svg(g -> {
            Graphics2D copy = (Graphics2D) g.create();
            copy.translate(100, 100);
            copy.setColor(Color.RED);
            copy.clip(new Rectangle2D.Double(0, 0, 1, 1));
            copy.dispose();
            g.fillRect(0, 0, 1, 1);
        });
        assertEquals("M0 0h1v1h-1z", only("path", svg).getAttribute("d"));
    }

    @Test
    void gradientsRunWhereTheyAreTold() throws Exception {
        Element gradient = only("linearGradient", svg(g -> {
            g.translate(5, 0);
            g.setPaint(new GradientPaint(0, 0, Color.WHITE, 0, 100, Color.BLACK));
            g.fillRect(0, 0, 10, 10);
        }));
        assertEquals("5", gradient.getAttribute("x1"));
        assertEquals("100", gradient.getAttribute("y2"));
    }

    @Test
    void pictureIsInsideTheFileOnce() throws Exception {
        BufferedImage picture = picture(20, 10, BufferedImage.TYPE_INT_ARGB);
        Element svg = svg(g -> {
            g.setPaint(new TexturePaint(picture, new Rectangle2D.Double(0, 0, 200, 100)));
            g.fill(new Rectangle2D.Double(0, 0, 200, 100));
            g.drawImage(picture, 0, 0, null);
        });
        BufferedImage back = decode(only("image", svg).getAttribute("xlink:href"), "png");
        assertEquals(picture.getRGB(7, 3), back.getRGB(7, 3));
        assertEquals(2, svg.getElementsByTagName("use").getLength());
        assertEquals("matrix(10 0 0 10 0 0)", ((Element) svg.getElementsByTagName("use").item(0)).getAttribute("transform"));
    }

    @Test
    void photographIsAJpeg() throws Exception {
        BufferedImage picture = picture(400, 300, BufferedImage.TYPE_INT_RGB);
        Element image = only("image", svg(g -> g.drawImage(picture, 0, 0, null)));
        assertEquals(400, decode(image.getAttribute("xlink:href"), "jpeg").getWidth());
    }

    @Test
    void textIsOutlines() throws Exception {
        Element svg = svg(g -> {
            g.setFont(new Font(Font.DIALOG, Font.PLAIN, 14));
            g.drawString("Board", 0, 20);
        });
        assertTrue(only("path", svg).getAttribute("d").length() > 100);
        assertEquals(0, svg.getElementsByTagName("text").getLength());
    }

    @Test
    void senselessShapesLeaveAReadableFile() throws Exception {
        svg(g -> {
            g.scale(0, 0);
            assertFalse(g.getClipBounds() == null);
            g.fillRect(0, 0, 1, 1);
            g.setTransform(new AffineTransform());
            g.fill(new Rectangle2D.Double(Double.NaN, 0, 1, 1));
            g.fill(new Rectangle2D.Double());
        });
    }

    private static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) picture.setRGB(i % width, i / width, 0xFF000000 | i * 7919);
        return picture;
    }

    private static BufferedImage decode(String uri, String kind) throws IOException {
        String head = "data:image/" + kind + ";base64,";
        assertTrue(uri.startsWith(head), uri.substring(0, Math.min(40, uri.length())));
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(head.length()))));
    }

    private static Element only(String tag, Element svg) {
        NodeList all = svg.getElementsByTagName(tag);
        assertEquals(1, all.getLength(), tag);
        return (Element) all.item(0);
    }

    private static Element svg(Consumer<Graphics2D> drawing) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Poster poster = new Poster() {
            @Override
            public String title() {
                return "A <board> & \u0000";
            }

            @Override
            public Rect bounds() {
                return new Rect(-10, -20, 300, 200);
            }

            @Override
            public void paint(Graphics2D graphics) {
                drawing.accept(graphics);
            }
        };
        SvgFormat.write(poster, out);
        byte[] bytes = out.toByteArray();
        assertTrue(new String(bytes, StandardCharsets.UTF_8).endsWith("</svg>\n"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    }
}
