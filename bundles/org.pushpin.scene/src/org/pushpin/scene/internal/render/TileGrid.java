// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.paint.Pictures;

/** How a card's padded bitmap is cut into tiles, so that of a large card only what is in sight is made. A value. */
record TileGrid(SceneItem item, double scale, int padding, int width, int height) {

    /** Side of a tile. */
    static final int TILE_PIXELS = 1024;

    TileGrid(SceneItem item, double scale) {
        this(item, scale, (int) Math.ceil(Painter.SHADOW_REACH * scale));
    }

    private TileGrid(SceneItem item, double scale, int padding) {
        this(item, scale, padding, (int) Math.ceil(item.at().width() * scale) + 2 * padding,
                (int) Math.ceil(item.at().height() * scale) + 2 * padding);
    }

    int columns() {
        return (width + TILE_PIXELS - 1) / TILE_PIXELS;
    }

    int rows() {
        return (height + TILE_PIXELS - 1) / TILE_PIXELS;
    }

    /** A tile's place, in board units. */
    Rect area(int column, int row) {
        Rectangle size = pixels(column, row);
        return new Rect(item.at().x() + (column * TILE_PIXELS - padding) / scale,
                item.at().y() + (row * TILE_PIXELS - padding) / scale, size.width / scale, size.height / scale);
    }

    /** A tile's size. */
    Rectangle pixels(int column, int row) {
        return new Rectangle(Math.min(TILE_PIXELS, width - column * TILE_PIXELS),
                Math.min(TILE_PIXELS, height - row * TILE_PIXELS));
    }

    /** Whole pixels of a tile that cover an area of the card. */
    Rectangle pixels(Rect area, int column, int row) {
        int left = (int) Math.floor(area.x() * scale) + padding - column * TILE_PIXELS;
        int top = (int) Math.floor(area.y() * scale) + padding - row * TILE_PIXELS;
        int right = (int) Math.ceil(area.right() * scale) + padding - column * TILE_PIXELS;
        int bottom = (int) Math.ceil(area.bottom() * scale) + padding - row * TILE_PIXELS;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    BufferedImage paint(int column, int row, Theme theme, Pictures pictures) {
        BufferedImage image = blank(column, row);
        Graphics2D g = image.createGraphics();
        g.clipRect(0, 0, image.getWidth(), image.getHeight()); // of a long text only these lines are drawn
        paint(g, column, row, theme, pictures);
        return image;
    }

    /** The same where a bitmap shows all but an area of it; that is left as it is. */
    BufferedImage paint(int column, int row, Theme theme, Pictures pictures, BufferedImage before, Rectangle damage) {
        BufferedImage image = blank(column, row);
        int[] pixels = ((DataBufferInt) before.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
        Graphics2D g = image.createGraphics();
        g.clip(damage);
        g.setComposite(AlphaComposite.Clear);
        g.fill(damage);
        g.setComposite(AlphaComposite.SrcOver);
        paint(g, column, row, theme, pictures);
        return image;
    }

    private BufferedImage blank(int column, int row) {
        Rectangle size = pixels(column, row);
        return new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private void paint(Graphics2D g, int column, int row, Theme theme, Pictures pictures) {
        g.translate(padding - column * TILE_PIXELS, padding - row * TILE_PIXELS);
        g.scale(scale, scale);
        new Painter(g, theme, pictures, scale).card(item.laid(), item.chrome(), 0, 0, item.at().width(),
                item.at().height());
        g.dispose();
    }
}
