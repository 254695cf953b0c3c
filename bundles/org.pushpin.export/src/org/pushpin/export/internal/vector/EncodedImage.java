// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture inside a text file: PNG; JPEG where it is opaque and large, as photographs are. */
public final class EncodedImage {

    /** In pixels: below, PNG costs little and keeps every one of them. */
    private static final int LARGE = 128 * 128;
    private static final float QUALITY = 0.92f;

    private EncodedImage() {}

    /** Whether it is large and opaque. */
    public static boolean isPhotograph(BufferedImage image) {
        return image.getTransparency() == Transparency.OPAQUE && (long) image.getWidth() * image.getHeight() > LARGE;
    }

    public static String of(BufferedImage image) {
        boolean photograph = isPhotograph(image);
        try {
            byte[] file = photograph ? jpeg(image) : png(image);
            return "data:image/" + (photograph ? "jpeg" : "png") + ";base64," + Base64.getEncoder().encodeToString(file);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    public static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    public static byte[] jpeg(BufferedImage image) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        if (!writers.hasNext()) throw new IOException("this Java cannot write JPEG");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(rgb(image), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage rgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) return image;
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return copy;
    }
}
