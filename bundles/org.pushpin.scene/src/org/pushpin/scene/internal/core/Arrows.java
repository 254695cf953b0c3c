// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.content.Ability;
import org.pushpin.content.Edge;
import org.pushpin.content.Palette;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.View;
import org.pushpin.scene.Mark;
import org.pushpin.scene.internal.edges.Route;
import org.pushpin.scene.internal.edges.Routes;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * The arrows of a board as they run now, also while what they lead to is dragged. Routes are kept for a scene; only those
 * at something that moves are made anew, step by step.
 */
public final class Arrows {

    private static final double REACH = 6;
    private static final double SELECTED = 2.5;

    private final Core core;
    private Scene known;
    private final Map<String, Edge> shown = new LinkedHashMap<>();
    private final Map<String, Route> resting = new HashMap<>();

    Arrows(Core core) {
        this.core = core;
    }

    private Collection<Edge> edges() {
        learn();
        return shown.values();
    }

    /** The arrow that an item is the label of. */
    public Optional<Edge> edge(SceneItem label) {
        learn();
        return label.isLabel() ? Optional.ofNullable(shown.get(label.key())) : Optional.empty();
    }

    private void learn() {
        Scene scene = core.scene().orElse(null);
        if (scene == known) return;
        known = scene;
        resting.clear();
        shown.clear();
        for (Edge edge : core.scene().flatMap(Scene::canvas).map(View.Canvas::edges).orElse(List.of())) {
            if (core.item(edge.key()).filter(SceneItem::isLabel).isEmpty()) continue;
            shown.put(edge.key(), edge);
            Routes.route(edge, key -> core.item(key).map(SceneItem::at).orElse(null))
                    .ifPresent(route -> resting.put(edge.key(), route));
        }
    }

    /** Where an arrow runs now. */
    public Optional<Route> route(Edge edge) {
        learn();
        boolean moves = core.previewed().contains(edge.from().item()) || core.previewed().contains(edge.to().item());
        if (!moves) return Optional.ofNullable(resting.get(edge.key()));
        return Routes.route(edge, key -> core.item(key).map(core::shown).orElse(null));
    }

    /** Where an arrow's label lies now. */
    Rect label(SceneItem item) {
        Point middle = edge(item).flatMap(this::route).map(Route::middle).orElse(item.at().center());
        return new Rect(middle.x() - item.at().width() / 2, middle.y() - item.at().height() / 2, item.at().width(),
                item.at().height());
    }

    /** Whether an arrow's label has nothing to show. */
    public boolean blank(SceneItem label) {
        return label.isLabel() && Routes.blank(label.source().view()) && !core.edited.equals(label.key());
    }

    /** What a label covers of its arrow; of no size where it says nothing. */
    Rect gap(SceneItem item) {
        Rect at = core.shown(item);
        if (blank(item)) return new Rect(at.center().x(), at.center().y(), 0, 0);
        return Parts.firstEditor(item).map(text -> text.at().moved(at.x(), at.y()))
                .map(text -> new Rect(text.x() - 5, text.y() - 1, text.width() + 10, text.height() + 2)).orElse(at);
    }

    /** The arrow at a place: what stands for it is its label. */
    Optional<SceneItem> at(Point board) {
        double reach = REACH / core.camera.zoom();
        return edges().stream().filter(edge -> isAt(edge, board, reach)).flatMap(edge -> core.item(edge.key()).stream())
                .reduce((lower, upper) -> upper);
    }

    private boolean isAt(Edge edge, Point board, double reach) {
        Optional<Route> route = route(edge).filter(way -> way.bounds().grown(reach + Routes.LABEL / 2).contains(board));
        if (route.isEmpty()) return false;
        boolean near = route.get().bounds().grown(reach).contains(board) && route.get().distance(board) <= reach;
        return near || core.item(edge.key()).filter(label -> gap(label).contains(board)).isPresent();
    }

    /** The keys of the arrows that run within an area. */
    public List<String> within(Rect area) {
        return edges().stream().filter(edge -> edge.can().contains(Ability.SELECT)
                && route(edge).filter(route -> area.contains(route.from()) && area.contains(route.to())).isPresent())
                .map(Edge::key).toList();
    }

    // painting

    public void marks(List<Mark> marks, Palette palette) {
        Rect view = core.camera.viewport(core.width, core.height);
        for (Edge edge : edges()) {
            Optional<SceneItem> label = core.item(edge.key()).filter(SceneItem::isLabel);
            Optional<Route> route = route(edge).filter(way -> way.bounds().grown(12).intersects(view));
            if (label.isEmpty() || route.isEmpty()) continue;
            boolean selected = core.selection.contains(edge.key());
            double width = (selected ? SELECTED : edge.stroke().width()) * Math.max(0.6, Math.min(core.camera.zoom(), 2));
            List<List<Point>> lines = route.get().lines(gap(label.get()), edge.from().arrow(), edge.to().arrow());
            marks.add(new Mark.Path(lines.stream().map(this::points).toList(), width, edge.stroke().dashed(),
                    selected ? palette.accent() : edge.stroke().color()));
        }
    }

    private List<Point> points(List<Point> line) {
        double zoom = core.camera.zoom();
        List<Point> points = new ArrayList<>(line.size());
        for (Point p : line) points.add(new Point((p.x() - core.camera.x()) * zoom, (p.y() - core.camera.y()) * zoom));
        return points;
    }

    /** An arrow that is being drawn. */
    public Mark drawn(Route route, Palette palette) {
        Rect none = new Rect(route.from().x(), route.from().y(), 0, 0);
        return new Mark.Path(route.lines(none, false, true).stream().map(this::points).toList(), 2, false, palette.accent());
    }
}
