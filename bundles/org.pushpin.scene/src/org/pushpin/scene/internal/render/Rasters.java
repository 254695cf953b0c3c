// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Preview;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.paint.Pictures;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.render.SceneItem.Tile;
import org.pushpin.scene.internal.render.SceneItem.Tiles;

/**
 * Makes bitmaps of what is in sight and of a margin around it, in tiles, and keeps those that are still right. Costs
 * what has changed. One thread.
 */
final class Rasters {

    /** A high card's bitmap is cut into tiles of so many pixels, so that only those in sight are made. */
    private static final int TILE_PIXELS = 1024;
    /** Parts of the viewport around it that are made ready, and beyond which bitmaps are dropped. */
    private static final double READY = 0.3;
    private static final double KEPT = 1.5;

    private final Previews previews;
    private long versions;

    Rasters(Previews previews) {
        this.previews = previews;
    }

    /** The scene with bitmaps. @param previous the scene before, whose bitmaps may be taken over */
    Scene raster(Scene scene, Optional<Scene> previous, Request request) {
        Rect view = request.viewport().orElse(scene.bounds().orElse(new Rect(0, 0, 1, 1)));
        boolean sameLook = previous.isPresent() && previous.get().theme().equals(scene.theme());
        List<SceneItem> items = new ArrayList<>();
        for (SceneItem item : scene.items()) {
            Optional<SceneItem> old = sameLook ? previous.get().item(item.key()) : Optional.empty();
            items.add(item.with(tiles(item, old, view, request)));
        }
        Optional<SceneItem> hint = scene.hint().map(item -> item.with(tiles(item, Optional.empty(), item.at(), request)));
        return Scene.of(scene.number(), scene.root(), scene.canvas(), scene.actions(), items, hint, scene.theme(),
                scene.scale());
    }

    private Tiles tiles(SceneItem item, Optional<SceneItem> old, Rect view, Request request) {
        double scale = request.scale();
        int padding = (int) Math.ceil(Painter.SHADOW_REACH * scale);
        Tiles had = old.filter(o -> o.laid() == item.laid() && o.chrome().equals(item.chrome())
                && o.tiles().scale() == scale && o.tiles().complete()).map(SceneItem::tiles).orElse(Tiles.NONE);
        int height = (int) Math.ceil(item.at().height() * scale) + 2 * padding;
        List<Tile> tiles = new ArrayList<>();
        boolean complete = true;
        for (int number = 0; number * TILE_PIXELS < height; number++) {
            int top = number * TILE_PIXELS;
            int rows = Math.min(TILE_PIXELS, height - top);
            Optional<Tile> kept = kept(had, number);
            if (kept.isPresent() && near(item, top, rows, padding, view, scale, KEPT)) {
                tiles.add(kept.get());
            } else if (near(item, top, rows, padding, view, scale, READY)) {
                Tracking pictures = new Tracking();
                tiles.add(new Tile(number, ++versions, paint(item, top, rows, padding, request, pictures), top));
                complete &= pictures.complete;
            }
        }
        return new Tiles(scale, padding, complete, tiles);
    }

    private static Optional<Tile> kept(Tiles had, int number) {
        return had.list().stream().filter(tile -> tile.number() == number).findFirst();
    }

    private static boolean near(SceneItem item, int top, int rows, int padding, Rect view, double scale, double part) {
        Rect at = item.at();
        double from = at.y() + (top - padding) / scale;
        Rect tile = new Rect(at.x() - padding / scale, from, at.width() + 2 * padding / scale, rows / scale);
        double margin = Math.max(view.width(), view.height()) * part;
        return tile.intersects(view.grown(margin));
    }

    private static BufferedImage paint(SceneItem item, int top, int rows, int padding, Request request,
            Pictures pictures) {
        double scale = request.scale();
        int width = (int) Math.ceil(item.at().width() * scale) + 2 * padding;
        BufferedImage image = new BufferedImage(width, rows, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.translate(padding, padding - top);
        g.scale(scale, scale);
        Theme theme = request.theme();
        new Painter(g, theme, pictures, scale).card(item.laid(), item.chrome(), 0, 0, item.at().width(),
                item.at().height());
        g.dispose();
        return image;
    }

    /** Notes whether all pixels were there. */
    private final class Tracking implements Pictures {
        private boolean complete = true;

        @Override
        public Optional<Image> pixels(Preview.Ready picture, double width, double height) {
            Optional<Image> found = previews.pixels(picture, width, height);
            complete &= previews.complete(picture, width, height);
            return found;
        }
    }
}
