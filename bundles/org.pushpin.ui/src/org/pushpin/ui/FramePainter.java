// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Sprite;

/** Paints a frame: paper and dots from one cached picture, a bitmap per sprite, and the marks above. Ui thread. */
final class FramePainter {

    private record Ground(int width, int height, Paint paper, Optional<Frame.Dots> dots) {}

    private final Device device;
    private final SpriteImages images;
    private Ground ground;
    private Bitmap groundBitmap;

    FramePainter(Device device) {
        this.device = device;
        this.images = new SpriteImages(device);
    }

    /** @param caretVisible whether the caret is in the visible half of its blinking */
    void paint(GC gc, Frame frame, boolean caretVisible) {
        paintPaper(gc, frame);
        gc.setAntialias(SWT.ON);
        Rectangle clip = gc.getClipping();
        for (Sprite sprite : frame.sprites()) {
            if (clip.intersects((int) sprite.x() - 1, (int) sprite.y() - 1, (int) sprite.width() + 3,
                    (int) sprite.height() + 3)) {
                paintSprite(gc, frame, sprite);
            }
        }
        images.retain(frame.sprites());
        for (Mark mark : frame.marks()) {
            paintMark(gc, mark, caretVisible);
        }
        gc.setAlpha(255);
    }

    void dispose() {
        images.dispose();
        if (groundBitmap != null) {
            groundBitmap.dispose();
        }
    }

    private void paintSprite(GC gc, Frame frame, Sprite sprite) {
        int width = (int) Math.round(sprite.width());
        int height = (int) Math.round(sprite.height());
        if (width > 0 && height > 0) {
            images.bitmap(sprite, frame.scale()).paint(gc, (int) Math.round(sprite.x()), (int) Math.round(sprite.y()),
                    width, height);
        }
    }

    private void paintPaper(GC gc, Frame frame) {
        double step = frame.dots().map(Frame.Dots::step).orElse(0.0);
        int margin = (int) Math.ceil(step);
        Ground wanted = new Ground(frame.width() + margin, frame.height() + margin, frame.paper(),
                frame.dots().map(dots -> new Frame.Dots(0, 0, dots.step(), dots.size(), dots.color())));
        if (!wanted.equals(ground)) {
            renew(wanted);
        }
        groundBitmap.paint(gc, (int) Math.round(frame.dots().map(dots -> offset(dots.originX(), step)).orElse(0.0)),
                (int) Math.round(frame.dots().map(dots -> offset(dots.originY(), step)).orElse(0.0)));
    }

    /** Where the first dot left of the area is: in (−step, 0]. */
    private static double offset(double origin, double step) {
        double first = origin % step;
        return first > 0 ? first - step : first;
    }

    private void renew(Ground wanted) {
        if (groundBitmap != null) {
            groundBitmap.dispose();
        }
        ground = wanted;
        Image image = new Image(device, Math.max(1, wanted.width()), Math.max(1, wanted.height()));
        groundBitmap = new Bitmap(image);
        GC gc = new GC(image);
        try {
            switch (wanted.paper()) {
                case Paint.Solid solid -> {
                    gc.setBackground(colour(solid.color()));
                    gc.fillRectangle(0, 0, wanted.width(), wanted.height());
                }
                case Paint.Gradient gradient -> {
                    gc.setForeground(colour(gradient.from()));
                    gc.setBackground(colour(gradient.to()));
                    gc.fillGradientRectangle(0, 0, wanted.width(), wanted.height(), gradient.degrees() != 90);
                }
            }
            wanted.dots().ifPresent(dots -> paintDots(gc, wanted, dots));
        } finally {
            gc.dispose();
        }
    }

    private static void paintDots(GC gc, Ground ground, Frame.Dots dots) {
        gc.setBackground(colour(dots.color()));
        gc.setAlpha(dots.color().alpha());
        int size = (int) Math.max(1, Math.round(dots.size()));
        for (double y = 0; y < ground.height(); y += dots.step()) {
            for (double x = 0; x < ground.width(); x += dots.step()) {
                gc.fillRectangle((int) Math.round(x), (int) Math.round(y), size, size);
            }
        }
    }

    private static void paintMark(GC gc, Mark mark, boolean caretVisible) {
        gc.setAlpha(mark.color().alpha());
        switch (mark) {
            case Mark.Fill fill -> {
                gc.setBackground(colour(fill.color()));
                fill.areas().forEach(area -> fill(gc, area, fill.radius()));
            }
            case Mark.Outline outline -> outline(gc, outline);
            case Mark.Line line -> {
                stroke(gc, line.color(), line.thickness(), false);
                gc.drawLine((int) Math.round(line.x1()), (int) Math.round(line.y1()), (int) Math.round(line.x2()),
                        (int) Math.round(line.y2()));
            }
            case Mark.Caret caret -> {
                if (caretVisible) {
                    gc.setBackground(colour(caret.color()));
                    fill(gc, caret.area(), 0);
                }
            }
        }
    }

    private static void fill(GC gc, Rect area, double radius) {
        int x = (int) Math.round(area.x());
        int y = (int) Math.round(area.y());
        int width = (int) Math.max(1, Math.round(area.x() + area.width()) - x);
        int height = (int) Math.max(1, Math.round(area.y() + area.height()) - y);
        int arc = (int) Math.round(radius * 2);
        if (arc > 0) {
            gc.fillRoundRectangle(x, y, width, height, arc, arc);
        } else {
            gc.fillRectangle(x, y, width, height);
        }
    }

    private static void outline(GC gc, Mark.Outline outline) {
        stroke(gc, outline.color(), outline.thickness(), outline.dashed());
        int x = (int) Math.round(outline.area().x());
        int y = (int) Math.round(outline.area().y());
        int width = (int) Math.round(outline.area().width());
        int height = (int) Math.round(outline.area().height());
        int arc = (int) Math.round(outline.radius() * 2);
        if (arc > 0) {
            gc.drawRoundRectangle(x, y, width, height, arc, arc);
        } else {
            gc.drawRectangle(x, y, width, height);
        }
    }

    private static void stroke(GC gc, org.pushpin.content.Color color, double thickness, boolean dashed) {
        gc.setForeground(colour(color));
        gc.setLineWidth((int) Math.max(1, Math.round(thickness)));
        gc.setLineStyle(dashed ? SWT.LINE_DASH : SWT.LINE_SOLID);
    }

    /** Colours of SWT are plain values; alpha goes by the GC. */
    static Color colour(org.pushpin.content.Color color) {
        return new Color(color.red(), color.green(), color.blue());
    }
}
