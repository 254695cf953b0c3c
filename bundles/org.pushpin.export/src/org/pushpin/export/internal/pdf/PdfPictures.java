// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.pdf;

import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

import org.pushpin.export.internal.vector.EncodedImage;

/** The pictures of a file, each once (ISO 32000-1, 8.9.5). One thread. */
final class PdfPictures {

    private final PdfFile file;
    private final Map<BufferedImage, Integer> objects = new IdentityHashMap<>();

    PdfPictures(PdfFile file) {
        this.file = file;
    }

    /** How a page calls a picture, which is written where it is new. */
    String name(BufferedImage image) throws IOException {
        Integer known = objects.get(image);
        if (known == null) objects.put(image, known = write(image));
        return "I" + known;
    }

    String dictionary() {
        StringBuilder dictionary = new StringBuilder("<< ");
        objects.values().forEach(number -> dictionary.append("/I").append(number).append(' ').append(number).append(" 0 R "));
        return dictionary.append(">>").toString();
    }

    private int write(BufferedImage image) throws IOException {
        String form = "/Type /XObject /Subtype /Image /Width " + image.getWidth() + " /Height " + image.getHeight()
                + " /BitsPerComponent 8 /Interpolate true";
        if (EncodedImage.isPhotograph(image)) return file.stream(form + " /ColorSpace /DeviceRGB /Filter /DCTDecode", EncodedImage.jpeg(image));
        String mask = "";
        if (image.getTransparency() != Transparency.OPAQUE) {
            mask = " /SMask " + file.compressed(form + " /ColorSpace /DeviceGray", samples(image, new int[] {24})) + " 0 R";
        }
        return file.compressed(form + " /ColorSpace /DeviceRGB" + mask, samples(image, new int[] {16, 8, 0}));
    }

    /** @param shifts of what is taken of each pixel */
    private static byte[] samples(BufferedImage image, int[] shifts) {
        byte[] samples = new byte[Math.multiplyExact(image.getWidth() * image.getHeight(), shifts.length)];
        int[] row = new int[image.getWidth()];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int argb : row) for (int shift : shifts) samples[at++] = (byte) (argb >> shift);
        }
        return samples;
    }
}
