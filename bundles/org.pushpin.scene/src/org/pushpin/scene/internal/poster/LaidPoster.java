// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.poster;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.pushpin.content.Edge;
import org.pushpin.content.Paint;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;
import org.pushpin.content.View;
import org.pushpin.scene.Poster;
import org.pushpin.scene.internal.edges.Route;
import org.pushpin.scene.internal.edges.Routes;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.paint.Pictures;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** A scene without a window. @param items those that are shown, labels left aside */
record LaidPoster(Scene scene, Rect bounds, Pictures pictures, List<SceneItem> items) implements Poster {

    private static final double MARGIN = 40;
    private static final double PART_MARGIN = 20;
    private static final Rect EMPTY = new Rect(0, 0, 640, 400);

    static LaidPoster of(Scene scene, Pictures pictures) {
        Rect all = scene.bounds().map(bounds -> bounds.grown(MARGIN)).orElse(EMPTY);
        return new LaidPoster(scene, all, pictures, scene.items().stream().filter(item -> !item.isLabel()).toList());
    }

    @Override
    public Poster part(Set<String> keys) {
        List<SceneItem> some = scene.canvas().isEmpty() ? List.of() : items.stream().filter(item -> within(item, keys)).toList();
        Optional<Rect> all = some.stream().map(SceneItem::at).reduce(Rect::union);
        return all.<Poster>map(bounds -> new LaidPoster(scene, bounds.grown(PART_MARGIN), pictures, some)).orElse(this);
    }

    /** Frames may lie in frames; those that hold each other in a circle end it. */
    private boolean within(SceneItem item, Set<String> keys) {
        Set<String> seen = new HashSet<>();
        String key = item.key();
        while (!key.isEmpty() && seen.add(key)) {
            if (keys.contains(key)) return true;
            key = scene.item(key).map(SceneItem::frame).orElse("");
        }
        return false;
    }

    /** Of a part, those between its items. */
    private Predicate<Edge> edges() {
        Set<String> keys = items.stream().map(SceneItem::key).collect(Collectors.toSet());
        boolean whole = scene.items().stream().allMatch(item -> item.isLabel() || keys.contains(item.key()));
        return edge -> whole || keys.contains(edge.from().item()) && keys.contains(edge.to().item());
    }

    @Override
    public String title() {
        return scene.root().title();
    }

    @Override
    public Map<String, Rect> places() {
        if (scene.canvas().isEmpty()) return Map.of();
        return items.stream().collect(Collectors.toUnmodifiableMap(SceneItem::key, SceneItem::at));
    }

    @Override
    public void paint(Graphics2D graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        double scale = Math.max(0.1, Math.abs(g.getTransform().getScaleX()));
        Painter painter = new Painter(g, scene.theme(), pictures, scale);
        g.setColor(paper());
        g.fill(new Rectangle2D.Double(bounds.x(), bounds.y(), bounds.width(), bounds.height()));
        scene.canvas().ifPresent(canvas -> dots(g, canvas));
        for (SceneItem item : items) {
            Rect at = item.at();
            if (g instanceof Surface surface) surface.begin(new Part(Role.DOCUMENT, item.rendered().title()));
            painter.card(item.laid(), item.chrome(), at.x(), at.y(), at.width(), at.height());
            if (g instanceof Surface surface) surface.end();
        }
        scene.canvas().map(View.Canvas::edges).orElse(List.of()).stream().filter(edges()).forEach(edge -> arrow(g, painter, edge));
        scene.hint().ifPresent(hint -> painter.card(hint.laid(), hint.chrome(),
                bounds.center().x() - hint.at().width() / 2, bounds.center().y() - hint.at().height() / 2,
                hint.at().width(), hint.at().height()));
        g.dispose();
    }

    private void arrow(Graphics2D g, Painter painter, Edge edge) {
        Optional<Route> way = Routes.route(edge, key -> scene.item(key).map(SceneItem::at).orElse(null));
        Optional<SceneItem> label = scene.item(edge.key()).filter(SceneItem::isLabel);
        if (way.isEmpty() || label.isEmpty()) return;
        Route route = way.get();
        Rect size = label.get().at();
        Rect at = new Rect(route.middle().x() - size.width() / 2, route.middle().y() - size.height() / 2, size.width(),
                size.height());
        boolean blank = Routes.blank(edge.label());
        Rect gap = blank ? new Rect(at.x(), at.y(), 0, 0) : text(label.get().laid(), at.x(), at.y()).grown(4);
        g.setColor(new Color(edge.stroke().color().argb(), true));
        g.setStroke(new BasicStroke((float) edge.stroke().width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        for (List<Point> line : route.lines(gap, edge.from().arrow(), edge.to().arrow())) {
            path.moveTo(line.getFirst().x(), line.getFirst().y());
            for (Point point : line.subList(1, line.size())) path.lineTo(point.x(), point.y());
        }
        g.draw(path);
        if (!blank) painter.card(label.get().laid(), label.get().chrome(), at.x(), at.y(), at.width(), at.height());
    }

    /** Where the first text in a layout lies. */
    private static Rect text(Laid laid, double x, double y) {
        for (Laid.Placed part : laid.parts()) {
            Rect found = text(part.part(), x + part.x(), y + part.y());
            if (found.width() > 0) return found;
        }
        boolean lines = laid instanceof Laid.Lines;
        return new Rect(x, y, lines ? laid.size().width() : 0, lines ? laid.size().height() : 0);
    }

    private Color paper() {
        Paint paper = scene.canvas().map(View.Canvas::paper).orElse(Paint.of(scene.theme().palette().paper()));
        org.pushpin.content.Color color = switch (paper) {
            case Paint.Solid solid -> solid.color();
            case Paint.Gradient gradient -> gradient.from().mix(gradient.to(), 0.5);
        };
        return new Color(color.argb(), true);
    }

    private void dots(Graphics2D g, View.Canvas canvas) {
        double step = canvas.grid().step();
        double count = bounds.width() / step * (bounds.height() / step);
        if (step < 4 || count > 1_000_000) return;
        g.setColor(new Color(canvas.grid().dot().argb(), true));
        for (double y = Math.ceil(bounds.y() / step) * step; y < bounds.bottom(); y += step) {
            for (double x = Math.ceil(bounds.x() / step) * step; x < bounds.right(); x += step) {
                g.fill(new Ellipse2D.Double(x - 1, y - 1, 2, 2));
            }
        }
    }
}
