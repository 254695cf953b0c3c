// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Paint;
import org.pushpin.content.Rect;
import org.pushpin.content.Stroke;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.preview.Previews;

/**
 * Paints squares of the plane for a look from afar: cards with bars for their texts, and farther away as blocks of their
 * colour. However many cards there are, a frame then has a dozen bitmaps. A square is painted again when one of its
 * cards differs. One thread.
 */
final class Overviews {

    /** Side of a square, in pixels. */
    private static final int SIDE = 512;
    private static final double READY = 0.05;
    /** How deep in a frame's view its border is looked for. */
    private static final int DEEPEST = 4;

    private record Key(int column, int row, double scale) {}

    /** A square and what it was made from. */
    private record Made(Overview.Square square, List<Look> content, Paint paper, Theme theme,
            TrackedPictures.State pictures) {}

    /** What is seen of a card. @param laid null for a place only */
    private record Look(Rect at, Style chrome, Laid laid) {

        static Look of(SceneItem item) {
            boolean frame = !item.near() && item.holds();
            return new Look(item.at(), frame ? framed(item.source().view(), 0) : item.chrome(), item.near() ? item.laid() : null);
        }

        /** What a frame draws of itself: the outermost of its parts that has a border. */
        private static Style framed(View view, int depth) {
            return switch (view) {
                case View.Described described when depth < DEEPEST -> framed(described.view(), depth + 1);
                case View.Box box when box.style().border().isPresent() || depth == DEEPEST -> box.style();
                case View.Box box -> box.children().stream().map(child -> framed(child, depth + 1))
                        .filter(style -> style.border().isPresent()).findFirst().orElse(Style.NONE);
                default -> Style.NONE;
            };
        }

        boolean same(Look other) {
            return laid == other.laid && at.equals(other.at) && chrome.equals(other.chrome);
        }
    }

    private final Previews previews;
    private final TileCache<Key, Made> cache = new TileCache<>(TileCache.BUDGET_BYTES / 4);
    private List<Overview.Square> last = List.of();
    private long versions;

    Overviews(Previews previews) {
        this.previews = previews;
    }

    /** What is shown now; nothing when near. */
    Overview make(Scene scene, Request request, Budget budget) {
        Optional<View.Canvas> canvas = scene.canvas();
        boolean needed = canvas.isPresent() && request.sight().far();
        if (!needed) return new Overview(last = inSight(last, request), false);
        List<Overview.Square> squares = new ArrayList<>();
        boolean complete = true;
        for (Key key : wanted(request)) {
            Optional<Made> made = cache.get(key);
            List<Look> content = content(key, scene, request);
            boolean holds = made.filter(m -> same(m.content, content) && m.paper.equals(canvas.get().paper())
                    && m.theme.equals(request.theme()) && m.pictures.holds(previews)).isPresent();
            boolean stretched = request.sight().moving() && isCovered(area(key));
            if (!holds && !stretched && !budget.spent()) {
                made = Optional.of(paint(key, content, canvas.get().paper(), request, made));
                holds = true;
            }
            made.ifPresent(m -> squares.add(m.square));
            complete &= holds;
        }
        if (!complete) {
            List<Overview.Square> all = new ArrayList<>(inSight(last, request));
            all.removeIf(old -> squares.stream().anyMatch(now -> now.key().equals(old.key())));
            all.addAll(squares);
            squares.clear();
            squares.addAll(all);
        }
        last = List.copyOf(squares);
        return new Overview(last, complete);
    }

    private static List<Overview.Square> inSight(List<Overview.Square> squares, Request request) {
        Rect view = request.sight().around(READY);
        return squares.stream().filter(square -> square.area().intersects(view)).toList();
    }

    private static List<Key> wanted(Request request) {
        double side = SIDE / request.scale();
        Rect view = request.sight().around(READY);
        List<Key> keys = new ArrayList<>();
        for (int row = (int) Math.floor(view.y() / side); row * side < view.bottom(); row++) {
            for (int column = (int) Math.floor(view.x() / side); column * side < view.right(); column++) {
                keys.add(new Key(column, row, request.scale()));
            }
        }
        keys.sort(Comparator.comparingDouble(key -> request.sight().distance(area(key))));
        return keys;
    }

    private static Rect area(Key key) {
        double side = SIDE / key.scale;
        return new Rect(key.column * side, key.row * side, side, side);
    }

    /** Whether what was shown before shows nearly all of an area, at whatever scale. */
    private boolean isCovered(Rect area) {
        double covered = 0;
        for (Overview.Square square : last) {
            Rect at = square.area();
            double width = Math.min(at.right(), area.right()) - Math.max(at.x(), area.x());
            double height = Math.min(at.bottom(), area.bottom()) - Math.max(at.y(), area.y());
            if (width > 0 && height > 0) covered += width * height;
        }
        return covered > 0.98 * area.width() * area.height();
    }

    private static boolean same(List<Look> a, List<Look> b) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++) if (!a.get(i).same(b.get(i))) return false;
        return true;
    }

    private static List<Look> content(Key key, Scene scene, Request request) {
        return scene.in(area(key)).stream().filter(item -> !request.lifted().contains(item.key())).map(Look::of).toList();
    }

    /** @param before what the square showed; where only some cards differ, only these places are painted again */
    private Made paint(Key key, List<Look> content, Paint paper, Request request, Optional<Made> before) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Rect area = area(key);
        Graphics2D g = image.createGraphics();
        g.clipRect(0, 0, SIDE, SIDE);
        g.scale(key.scale, key.scale);
        g.translate(-area.x(), -area.y());
        TrackedPictures pictures = new TrackedPictures(previews);
        Rect damage = before.filter(m -> m.paper.equals(paper) && m.theme.equals(request.theme()) && m.pictures.whole())
                .map(m -> damage(m.content, content)).filter(differs -> isSmall(differs, area)).orElse(area);
        if (damage != area) {
            copy(before.orElseThrow().square.image(), image);
            damage = onPixels(damage.grown(Painter.SHADOW_REACH), key, area);
            g.clip(new Rectangle2D.Double(damage.x(), damage.y(), damage.width(), damage.height()));
        }
        Painter painter = new Painter(g, request.theme(), pictures, key.scale);
        painter.fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()), Overview.flat(paper));
        for (Look card : content) {
            Rect at = card.at;
            if (!at.grown(Painter.SHADOW_REACH).intersects(damage)) continue;
            if (card.laid == null) block(painter, card, request.theme(), key.scale);
            else painter.card(card.laid, card.chrome, at.x(), at.y(), at.width(), at.height());
        }
        g.dispose();
        String name = "plane/" + key.column + "/" + key.row + "/" + key.scale;
        Made made = new Made(new Overview.Square(name, ++versions, image, area), content, paper, request.theme(),
                pictures.state());
        cache.put(key, made, image);
        return made;
    }

    /** A frame without a ground. */
    private static void outline(Painter painter, Rect at, Color color, double width) {
        painter.fill(new Rectangle2D.Double(at.x(), at.y(), at.width(), width), color);
        painter.fill(new Rectangle2D.Double(at.x(), at.bottom() - width, at.width(), width), color);
        painter.fill(new Rectangle2D.Double(at.x(), at.y(), width, at.height()), color);
        painter.fill(new Rectangle2D.Double(at.right() - width, at.y(), width, at.height()), color);
    }

    /** Where the looks of a square differ: of those that are not in both, or not in the same order. */
    private static Rect damage(List<Look> before, List<Look> after) {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).same(after.get(head))) head++;
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).same(after.get(after.size() - 1 - tail))) tail++;
        boolean paired = before.size() == after.size();
        Rect all = null;
        for (int i = head; i < Math.max(before.size(), after.size()) - tail; i++) {
            Look was = i < before.size() - tail ? before.get(i) : null;
            Look is = i < after.size() - tail ? after.get(i) : null;
            if (paired && was.same(is)) continue;
            if (was != null) all = all == null ? was.at : all.union(was.at);
            if (is != null) all = all == null ? is.at : all.union(is.at);
        }
        return all;
    }

    private static boolean isSmall(Rect damage, Rect area) {
        double width = Math.min(damage.right(), area.right()) - Math.max(damage.x(), area.x());
        double height = Math.min(damage.bottom(), area.bottom()) - Math.max(damage.y(), area.y());
        return width * height < area.width() * area.height() / 2;
    }

    /** Grown to whole pixels of a square, so that its edge is not smoothed. */
    private static Rect onPixels(Rect at, Key key, Rect area) {
        double left = Math.floor((at.x() - area.x()) * key.scale) - 1;
        double top = Math.floor((at.y() - area.y()) * key.scale) - 1;
        double right = Math.ceil((at.right() - area.x()) * key.scale) + 1;
        double bottom = Math.ceil((at.bottom() - area.y()) * key.scale) + 1;
        return new Rect(area.x() + left / key.scale, area.y() + top / key.scale, (right - left) / key.scale,
                (bottom - top) / key.scale);
    }

    private static void copy(BufferedImage from, BufferedImage to) {
        int[] pixels = ((DataBufferInt) from.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, ((DataBufferInt) to.getRaster().getDataBuffer()).getData(), 0, pixels.length);
    }

    private static void block(Painter painter, Look item, Theme theme, double scale) {
        Rect at = item.at;
        if (item.chrome.background().isEmpty()) {
            item.chrome.border().ifPresent(line -> outline(painter, at, line.color(), 1 / scale));
            return;
        }
        Color ground = item.chrome.background().map(Overview::flat).orElse(theme.palette().card());
        Rectangle2D block = new Rectangle2D.Double(at.x(), at.y(), at.width(), at.height());
        boolean edged = Math.min(at.width(), at.height()) * scale > 6;
        if (edged) painter.fill(block, item.chrome.border().map(Stroke::color).orElse(theme.palette().line()));
        double inset = edged ? 1 / scale : 0;
        painter.fill(new Rectangle2D.Double(at.x() + inset, at.y() + inset, at.width() - 2 * inset,
                at.height() - 2 * inset), ground);
    }
}
