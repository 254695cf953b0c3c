// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

import org.pushpin.content.Color;
import org.pushpin.scene.Frame;

/**
 * One row of a grid's dots as a picture, painted once for each row: so a grid costs its rows and not its dots, and none
 * of it is made again while the board is dragged. Ui thread.
 */
final class DotRow {

    private record Look(int width, double step, int size, Color color, double scale) {}

    private final Device device;
    private Look look;
    private Bitmap bitmap;

    DotRow(Device device) {
        this.device = device;
    }

    /** Paints the rows that a clip touches. */
    void paint(GC gc, Frame frame, Frame.Dots dots, Rectangle clip) {
        int size = (int) Math.max(1, Math.round(dots.size()));
        Look wanted = new Look((int) Math.ceil(frame.width() + dots.step()), dots.step(), size, dots.color(),
                frame.scale());
        if (!wanted.equals(look)) {
            dispose();
            look = wanted;
            bitmap = new Bitmap(picture(wanted));
        }
        int x = (int) Math.round(before(dots.originX(), dots.step()));
        double first = before(dots.originY(), dots.step());
        int from = (int) Math.max(0, Math.floor((clip.y - size - first) / dots.step()));
        for (double y = first + from * dots.step(); y < clip.y + clip.height; y += dots.step()) {
            bitmap.paint(gc, x, (int) Math.round(y));
        }
    }

    /** Where the first dot left of the area is: in (−step, 0]. */
    private static double before(double origin, double step) {
        double first = origin % step;
        return first > 0 ? first - step : first;
    }

    private Image picture(Look wanted) {
        ImageData points = data(wanted, 1);
        int zoom = (int) Math.round(wanted.scale * 100);
        if (zoom == 100) {
            return new Image(device, points);
        }
        ImageData pixels = data(wanted, wanted.scale);
        return new Image(device,
                (org.eclipse.swt.graphics.ImageDataProvider) asked -> asked == 100 ? points : asked == zoom ? pixels : null);
    }

    private static ImageData data(Look wanted, double scale) {
        int width = (int) Math.round(wanted.width * scale);
        int side = (int) Math.max(1, Math.round(wanted.size * scale));
        ImageData data = new ImageData(width, side, 32, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        data.alphaData = new byte[width * side];
        int color = wanted.color.argb() & 0xFFFFFF;
        for (double left = 0; left < wanted.width; left += wanted.step) {
            int from = (int) Math.round(left * scale);
            for (int x = from; x < Math.min(width, from + side); x++) {
                for (int y = 0; y < side; y++) {
                    data.setPixel(x, y, color);
                    data.alphaData[y * width + x] = (byte) wanted.color.alpha();
                }
            }
        }
        return data;
    }

    void dispose() {
        if (bitmap != null) {
            bitmap.dispose();
        }
        bitmap = null;
        look = null;
    }
}
