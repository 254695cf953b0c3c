// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/** The files that picture cards show. */
final class Pictures {

    private Pictures() {
    }

    /** A JPEG, another for each number. */
    static byte[] picture(int number) throws IOException {
        return file("jpeg", new GradientPaint(0, 0, Color.getHSBColor(number / 12f, 0.5f, 0.9f), 0, Cards.PICTURE_HEIGHT, Color.DARK_GRAY));
    }

    /** A PNG of the colour that {@link Sight} finds. */
    static byte[] marker() throws IOException {
        return file("png", Color.MAGENTA);
    }

    private static byte[] file(String format, java.awt.Paint paint) throws IOException {
        BufferedImage image = new BufferedImage(Cards.PICTURE_WIDTH, Cards.PICTURE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(paint);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
