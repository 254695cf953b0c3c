// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.scene.internal.layout.Difference;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.render.SceneItem.Tile;
import org.pushpin.scene.internal.render.SceneItem.Tiles;

/**
 * Makes bitmaps of what is in sight and of a margin around it, the nearest to the focus first, within a budget of time.
 * What is not there yet is shown as it was, at another zoom or of an older version. While the zoom moves, nothing is
 * made that can be stretched meanwhile. One thread.
 */
final class Rasters {

    /** Parts of the viewport around it that are made ready, and beyond which cards forget their bitmaps. */
    private static final double READY = 0.15;
    private static final double KEPT = 1.5;
    /** Bytes of bitmaps in sight; beyond that, as where thousands of cards lie upon each other, they stay blocks. */
    private static final long MOST_IN_SIGHT = TileCache.BUDGET_BYTES * 3 / 4;

    private static final Duration MAP_REST = Duration.ofMillis(500);

    private record Key(String item, int column, int row, double scale) {}

    /** A tile and what it was made from. */
    private record Made(Tile tile, Laid laid, Style chrome, Theme theme, TrackedPictures.State pictures) {}

    private final Previews previews;
    private final Overviews overviews;
    private final TileCache<Key, Made> cache = new TileCache<>(TileCache.BUDGET_BYTES);
    /** Keys of items that have bitmaps. */
    private final Set<String> painted = new HashSet<>();
    private long versions;
    private long inSight;
    private Mapped mapped;
    private Optional<Minimap> map = Optional.empty();
    private Instant mapMade = Instant.MIN;
    private Optional<Instant> mapDue = Optional.empty();

    Rasters(Previews previews) {
        this.previews = previews;
        overviews = new Overviews(previews);
    }

    /** The scene with bitmaps, as far as the budget goes. */
    Scene raster(Scene scene, Request request, Budget budget) {
        SceneItem[] shown = scene.items().toArray(SceneItem[]::new);
        Overview overview = overviews.make(scene, request, budget);
        inSight = 0;
        boolean complete = true;
        for (int number : wanted(scene, request)) {
            Tiles tiles = tiles(shown[number], request, budget);
            shown[number] = shown[number].with(tiles);
            complete &= tiles.complete();
            if (!tiles.list().isEmpty()) painted.add(shown[number].key());
        }
        forget(scene, shown, request);
        Optional<SceneItem> hint = scene.hint().map(item -> item.with(tiles(item, request, Budget.unlimited())));
        return scene.with(Scene.items(shown), hint, overview, minimap(scene, request), 
                complete && (overview.complete() || !request.sight().far() || request.sight().moving()));
    }

    /** The map is made anew when the board is another; where somebody changes it all the time, twice a second. */
    private Optional<Minimap> minimap(Scene scene, Request request) {
        if (!request.minimap() || scene.canvas().isEmpty() || scene.items().isEmpty()) {
            mapped = null;
            return map = Optional.empty();
        }
        Mapped wanted = new Mapped(scene.plan(), request.theme(), request.sight().device());
        mapDue = Optional.empty();
        if (wanted.same(mapped)) return map;
        Instant next = mapMade.plus(MAP_REST);
        boolean waits = map.isPresent() && mapped != null && mapped.looksLike(wanted) && request.now().isBefore(next);
        if (waits) {
            mapDue = Optional.of(next);
            return map;
        }
        map = Optional.of(Minimap.of(scene, request.sight().device(), ++versions));
        mapMade = request.now();
        mapped = wanted;
        return map;
    }

    /** When time alone will change what is shown. */
    Optional<Instant> due() {
        return mapDue;
    }

    /** What a map was made from. @param device pixels per point */
    private record Mapped(Plan plan, Theme theme, double device) {
        boolean same(Mapped other) {
            return other != null && plan == other.plan && looksLike(other);
        }

        boolean looksLike(Mapped other) {
            return theme.equals(other.theme) && device == other.device;
        }
    }

    /** What is to have bitmaps: what a gesture holds, then what is in sight, the nearest to the focus first. */
    private static List<Integer> wanted(Scene scene, Request request) {
        Request.Sight sight = request.sight();
        Set<Integer> wanted = new java.util.LinkedHashSet<>();
        request.lifted().forEach(key -> scene.plan().number(key).ifPresent(wanted::add));
        if (sight.far()) return new ArrayList<>(wanted);
        Rect area = sight.around(READY);
        java.util.Arrays.stream(scene.plan().places().touching(area)).boxed()
                .filter(number -> scene.items().get(number).at().intersects(area.grown(Painter.SHADOW_REACH)))
                .sorted(Comparator.comparingDouble(number -> sight.distance(scene.items().get(number).at())))
                .forEach(wanted::add);
        return new ArrayList<>(wanted);
    }

    private void forget(Scene scene, SceneItem[] shown, Request request) {
        Rect kept = request.sight().around(KEPT);
        painted.removeIf(key -> {
            Integer number = scene.plan().numbers().get(key);
            if (number == null) return true;
            boolean gone = !shown[number].at().intersects(kept) && !request.lifted().contains(key);
            if (gone) shown[number] = shown[number].with(Tiles.NONE);
            return gone;
        });
    }

    private Tiles tiles(SceneItem item, Request request, Budget budget) {
        if (!item.near() || inSight > MOST_IN_SIGHT) return new Tiles(true, item.tiles().list());
        boolean first = request.lifted().contains(item.key());
        boolean stretched = request.sight().moving() && !item.tiles().list().isEmpty();
        TileGrid grid = new TileGrid(item, request.scale());
        List<Tile> tiles = new ArrayList<>();
        boolean missing = false;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (!grid.area(column, row).intersects(request.sight().around(READY))) continue;
                Key key = new Key(item.key(), column, row, grid.scale());
                Optional<Made> made = cache.get(key).filter(m -> holds(m, item, request));
                boolean waits = !first && (stretched || budget.spent());
                if (made.isEmpty() && !waits) made = Optional.of(make(key, grid, item, request, cache.get(key)));
                made.ifPresent(m -> tiles.add(m.tile));
                made.ifPresent(m -> inSight += TileCache.size(m.tile.image()));
                missing |= made.isEmpty();
            }
        }
        if (missing) tiles.addAll(0, item.tiles().list());
        return new Tiles(!missing || stretched, tiles.stream().distinct().toList());
    }

    /** Whether a bitmap is still right: of the same layout, and without pictures that have come since. */
    private boolean holds(Made made, SceneItem item, Request request) {
        return made.laid == item.laid() && made.chrome.equals(item.chrome()) && made.theme.equals(request.theme())
                && made.pictures.holds(previews);
    }

    /** @param before what the tile showed; where only some of the card differs, only that is painted again */
    private Made make(Key key, TileGrid grid, SceneItem item, Request request, Optional<Made> before) {
        Rectangle damage = before.map(was -> damage(was, grid, key, item, request)).orElse(null);
        if (damage != null && damage.isEmpty()) return keep(key, before.get(), item);
        TrackedPictures pictures = new TrackedPictures(previews);
        BufferedImage image = damage == null ? grid.paint(key.column, key.row, request.theme(), pictures)
                : grid.paint(key.column, key.row, request.theme(), pictures, before.get().tile.image(), damage);
        Tile tile = new Tile(key.row * grid.columns() + key.column, ++versions, image, grid.scale(),
                key.column * TileGrid.TILE_PIXELS, key.row * TileGrid.TILE_PIXELS, grid.padding());
        return keep(key, new Made(tile, item.laid(), item.chrome(), request.theme(), pictures.state()), item);
    }

    /** What is painted stands for a layout that looks like it. */
    private Made keep(Key key, Made painted, SceneItem item) {
        Made made = new Made(painted.tile, item.laid(), painted.chrome, painted.theme, painted.pictures);
        cache.put(key, made, made.tile.image());
        return made;
    }

    /** Where a tile differs from what it showed, in its pixels; null where all of it has to be painted. */
    private static Rectangle damage(Made before, TileGrid grid, Key key, SceneItem item, Request request) {
        boolean sameGround = before.laid.size().equals(item.laid().size()) && before.chrome.equals(item.chrome())
                && before.theme.equals(request.theme()) && before.pictures.whole();
        if (!sameGround) return null;
        Rectangle all = grid.pixels(key.column, key.row);
        Rectangle pixels = Difference.between(before.laid, item.laid()).map(area -> grid.pixels(area, key.column, key.row))
                .map(all::intersection).orElse(new Rectangle());
        boolean small = 2L * Math.max(0, pixels.width) * Math.max(0, pixels.height) < (long) all.width * all.height;
        return small ? pixels : null;
    }
}
