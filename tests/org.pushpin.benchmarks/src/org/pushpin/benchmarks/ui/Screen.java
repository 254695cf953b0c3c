// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Sprite;

/** A window's pixels: paints what differs of a frame into an image, as the window's painter does with its own images. */
final class Screen {

    private final BufferedImage pixels;
    private Frame shown;
    private Frame.Dots rowLook;
    private BufferedImage row;

    Screen(int width, int height) {
        pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    Frame shown() {
        return shown;
    }

    BufferedImage pixels() {
        return pixels;
    }

    void paint(Frame frame) {
        List<Rect> damage = frame.since(shown);
        shown = frame;
        for (Rect area : damage) {
            Graphics2D g = pixels.createGraphics();
            g.clipRect((int) area.x() - 1, (int) area.y() - 1, (int) area.width() + 3, (int) area.height() + 3);
            paint(g, frame, area);
            g.dispose();
        }
    }

    private void paint(Graphics2D g, Frame frame, Rect area) {
        g.setColor(frame.paper() instanceof Paint.Solid solid ? new Color(solid.color().argb()) : Color.WHITE);
        g.fillRect(0, 0, frame.width(), frame.height());
        frame.dots().ifPresent(dots -> dots(g, dots, area));
        frame.sprites().forEach(sprite -> sprite(g, sprite, area));
        frame.marks().forEach(mark -> mark(g, mark));
        frame.overlay().forEach(sprite -> sprite(g, sprite, area));
    }

    /** Row by row, each a picture that was painted once, as the window's painter does. */
    private void dots(Graphics2D g, Frame.Dots dots, Rect area) {
        Frame.Dots look = new Frame.Dots(0, 0, dots.step(), dots.size(), dots.color());
        if (!look.equals(rowLook)) {
            rowLook = look;
            row = row(dots);
        }
        int left = (int) Math.round(dots.originX() % dots.step() - dots.step());
        for (double y = dots.originY() % dots.step() - dots.step(); y < area.bottom(); y += dots.step()) {
            if (y >= area.y() - dots.size()) g.drawImage(row, left, (int) Math.round(y), null);
        }
    }

    private BufferedImage row(Frame.Dots dots) {
        BufferedImage image = new BufferedImage(pixels.getWidth() + 2 * (int) Math.ceil(dots.step()), 2, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(dots.color().argb(), true));
        for (double x = 0; x < image.getWidth(); x += dots.step()) {
            g.fillRect((int) Math.round(x), 0, 2, 2);
        }
        g.dispose();
        return image;
    }

    private static void sprite(Graphics2D g, Sprite sprite, Rect area) {
        if (!new Rect(sprite.x(), sprite.y(), sprite.width(), sprite.height()).intersects(area)) {
            return;
        }
        boolean whole = sprite.width() == sprite.image().getWidth() && sprite.height() == sprite.image().getHeight();
        if (whole) {
            g.drawImage(sprite.image(), (int) sprite.x(), (int) sprite.y(), null);
        } else {
            AffineTransform place = AffineTransform.getTranslateInstance(sprite.x(), sprite.y());
            place.scale(sprite.width() / sprite.image().getWidth(), sprite.height() / sprite.image().getHeight());
            g.drawImage(sprite.image(), place, null);
        }
    }

    private static void mark(Graphics2D g, Mark mark) {
        g.setColor(new Color(mark.color().argb(), true));
        switch (mark) {
            case Mark.Fill fill -> fill.areas().forEach(at -> g.fill(rectangle(at)));
            case Mark.Caret caret -> g.fill(rectangle(caret.area()));
            case Mark.Outline outline -> {
                g.setStroke(new BasicStroke((float) outline.thickness()));
                g.draw(rectangle(outline.area()));
            }
            case Mark.Line line -> {
                g.setStroke(new BasicStroke((float) line.thickness()));
                g.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
            }
            default -> g.setColor(Color.BLACK);
        }
    }

    private static Rectangle2D rectangle(Rect at) {
        return new Rectangle2D.Double(at.x(), at.y(), at.width(), at.height());
    }
}
