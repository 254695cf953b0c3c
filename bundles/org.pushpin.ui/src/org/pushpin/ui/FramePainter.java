// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;

import org.pushpin.content.Paint;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Sprite;

/** Paints a frame: paper, dots, a bitmap per sprite, the marks above, and what does not move. Ui thread. */
final class FramePainter {

    private final SpriteImages images;
    private final DotRow dots;

    FramePainter(Device device) {
        this.images = new SpriteImages(device);
        this.dots = new DotRow(device);
    }

    /**
     * @param caretVisible whether the caret is in the visible half of its blinking
     * @return whether all bitmaps are those of the frame; otherwise the frame is to be painted once more
     */
    boolean paint(GC gc, Frame frame, boolean caretVisible) {
        images.begin();
        Rectangle clip = gc.getClipping();
        paintPaper(gc, frame, clip);
        gc.setAntialias(SWT.ON);
        paint(gc, frame, frame.sprites(), clip);
        for (Mark mark : frame.marks()) {
            paintMark(gc, mark, caretVisible);
        }
        gc.setAlpha(255);
        paint(gc, frame, frame.overlay(), clip);
        return images.end(frame);
    }

    private void paint(GC gc, Frame frame, List<Sprite> sprites, Rectangle clip) {
        for (Sprite sprite : sprites) {
            if (clip.intersects((int) sprite.x() - 1, (int) sprite.y() - 1, (int) sprite.width() + 3,
                    (int) sprite.height() + 3)) {
                paintSprite(gc, frame, sprite, sprites == frame.overlay());
            }
        }
    }

    void dispose() {
        images.dispose();
        dots.dispose();
    }

    private void paintSprite(GC gc, Frame frame, Sprite sprite, boolean now) {
        if (sprite.width() > 0 && sprite.height() > 0) {
            images.bitmap(sprite, frame.scale(), now).ifPresent(bitmap ->
                    bitmap.paint(gc, sprite.x(), sprite.y(), sprite.width(), sprite.height()));
        }
    }

    private void paintPaper(GC gc, Frame frame, Rectangle clip) {
        switch (frame.paper()) {
            case Paint.Solid solid -> {
                gc.setBackground(colour(solid.color()));
                gc.fillRectangle(clip);
            }
            case Paint.Gradient gradient -> {
                gc.setForeground(colour(gradient.from()));
                gc.setBackground(colour(gradient.to()));
                gc.fillGradientRectangle(0, 0, frame.width(), frame.height(), gradient.degrees() != 90);
            }
        }
        frame.dots().ifPresent(row -> dots.paint(gc, frame, row, clip));
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
            case Mark.Path path -> path(gc, path);
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

    private static void path(GC gc, Mark.Path mark) {
        Rect bounds = mark.bounds();
        if (!gc.getClipping().intersects((int) bounds.x() - 1, (int) bounds.y() - 1, (int) bounds.width() + 3,
                (int) bounds.height() + 3)) {
            return;
        }
        Path path = new Path(gc.getDevice());
        try {
            for (List<Point> line : mark.lines()) {
                for (int i = 0; i < line.size(); i++) {
                    float x = (float) line.get(i).x();
                    float y = (float) line.get(i).y();
                    if (i == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
            }
            gc.setForeground(colour(mark.color()));
            gc.setLineAttributes(new LineAttributes((float) mark.thickness(), SWT.CAP_ROUND, SWT.JOIN_ROUND,
                    mark.dashed() ? SWT.LINE_DASH : SWT.LINE_SOLID, null, 0, 10));
            gc.drawPath(path);
            gc.setLineAttributes(new LineAttributes(1));
        } finally {
            path.dispose();
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
