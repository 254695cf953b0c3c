// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a picture is turned and made smaller. @param exif 1 to 8: Exif 2.32, tag 0x0112 */
record Turn(int exif) {

    static final Turn NONE = new Turn(1);

    boolean onSide() {
        return exif >= 5;
    }

    /** Turned upright, no larger than wanted, in the one layout that is fast to draw; halved step by step. */
    BufferedImage upright(BufferedImage raw, int longest) {
        BufferedImage image = convert(raw, raw.getWidth(), raw.getHeight());
        while (Math.max(image.getWidth(), image.getHeight()) > longest) {
            double k = Math.max(0.5, (double) longest / Math.max(image.getWidth(), image.getHeight()));
            int width = Math.max(1, (int) Math.round(image.getWidth() * k));
            int height = Math.max(1, (int) Math.round(image.getHeight() * k));
            image = NONE.convert(image, width, height);
        }
        return image;
    }

    private BufferedImage convert(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(onSide() ? height : width, onSide() ? width : height,
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.transform(transform(width, height));
        g.drawImage(from, 0, 0, width, height, null);
        g.dispose();
        return to;
    }

    private AffineTransform transform(double w, double h) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
