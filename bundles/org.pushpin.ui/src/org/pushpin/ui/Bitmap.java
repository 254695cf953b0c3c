// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/**
 * An image that is painted often. It is filled as a pattern: on GTK, {@code GC.drawImage} reads all of an image's
 * pixels back each time it draws it. Ui thread.
 */
final class Bitmap {

    private final Image image;
    private final Pattern pattern;
    private final Rectangle size;

    /** @param image is disposed of with this */
    Bitmap(Image image) {
        this.image = image;
        this.pattern = new Pattern(image.getDevice(), image);
        this.size = image.getBounds();
    }

    /** Paints it at a place, in its own size. */
    void paint(GC gc, double x, double y) {
        paint(gc, x, y, size.width, size.height);
    }

    /** Paints it at a place, stretched to a size, in points and parts of them. */
    void paint(GC gc, double x, double y, double width, double height) {
        Transform place = new Transform(gc.getDevice(), (float) (width / size.width), 0, 0,
                (float) (height / size.height), (float) x, (float) y);
        try {
            gc.setTransform(place);
            gc.setBackgroundPattern(pattern);
            gc.fillRectangle(0, 0, size.width, size.height);
            gc.setBackgroundPattern(null);
            gc.setTransform(null);
        } finally {
            place.dispose();
        }
    }

    void dispose() {
        pattern.dispose();
        image.dispose();
    }
}
