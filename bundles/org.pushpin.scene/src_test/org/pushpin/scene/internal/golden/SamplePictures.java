// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/** Small pictures of every kind, of which one sees whether they are upright. */
final class SamplePictures {

    private static final byte[] TURNED = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
        1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};

    private SamplePictures() {
    }

    /** A hill under the sun. */
    static byte[] png() {
        return encoded(landscape(), "png");
    }

    /** The same by a camera that was turned by 90 degrees. */
    static byte[] turnedJpeg() {
        BufferedImage upright = landscape();
        BufferedImage lying = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = lying.createGraphics();
        g.rotate(-Math.PI / 2);
        g.drawImage(upright, -upright.getWidth(), 0, null);
        g.dispose();
        byte[] jpeg = encoded(lying, "jpeg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(TURNED);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static byte[] svg() {
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 120'><rect width='160' height='120' fill='#f6efe0'/>"
                + "<path d='M10 100 L60 30 L100 80 L120 55 L150 100Z' fill='#7a9c6a' stroke='#2f4a2a' stroke-width='3'/>"
                + "<circle cx='125' cy='28' r='14' fill='#e0a030'/></svg>").getBytes(StandardCharsets.UTF_8);
    }

    /** With parts that are seen through. */
    static byte[] webp() {
        try (InputStream in = SamplePictures.class.getResourceAsStream("/org/pushpin/scene/internal/preview/alpha.webp")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static BufferedImage landscape() {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xBFD9EA));
        g.fillRect(0, 0, 160, 120);
        g.setColor(new Color(0xF2C14E));
        g.fill(new Ellipse2D.Double(112, 14, 30, 30));
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, 120);
        hill.curveTo(20, 40, 80, 50, 100, 90);
        hill.curveTo(120, 70, 150, 80, 160, 120);
        g.setColor(new Color(0x5B8C5A));
        g.fill(hill);
        g.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) throw new AssertionError(format);
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
    }
}
