// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    /** Where they run while nothing moves. */
    private final Map<String, Resting> resting = new HashMap<>();

    private record Resting(Route route, Rect bounds) {

        static Resting of(Route route) {
            return new Resting(route, route.bounds());
        }
    }

    Arrows(Core core) {
        this.core = core;
    }

    /** Those whose ends are here. */
    public List<Edge> all() {
        return List.copyOf(edges());
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
        Scene before = known;
        known = scene;
        List<Edge> edges = edges(scene);
        if (scene != null && scene.hasKeysOf(before) && edges == edges(before)) {
            follow(edges, before);
            return;
        }
        resting.clear();
        shown.clear();
        for (Edge edge : edges) {
            if (core.item(edge.key()).filter(SceneItem::isLabel).isEmpty()) continue;
            shown.put(edge.key(), edge);
            rest(edge);
        }
    }

    private static List<Edge> edges(Scene scene) {
        return scene == null ? List.of() : scene.canvas().map(View.Canvas::edges).orElse(List.of());
    }

    /** The same arrows: only those at what lies elsewhere by now run otherwise. */
    private void follow(List<Edge> edges, Scene before) {
        if (edges.isEmpty()) return;
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < known.items().size(); i++) {
            SceneItem now = known.items().get(i);
            SceneItem was = before.items().get(i);
            if (now != was && !now.at().equals(was.at())) moved.add(now.key());
        }
        if (moved.isEmpty()) return;
        for (Edge edge : edges) {
            boolean runs = moved.contains(edge.from().item()) || moved.contains(edge.to().item());
            if (runs && shown.containsKey(edge.key())) rest(edge);
        }
    }

    private void rest(Edge edge) {
        resting.remove(edge.key());
        Routes.route(edge, key -> core.item(key).map(SceneItem::at).orElse(null))
                .ifPresent(route -> resting.put(edge.key(), Resting.of(route)));
    }

    /** Where an arrow runs now. */
    public Optional<Route> route(Edge edge) {
        learn();
        if (!moves(edge)) return Optional.ofNullable(resting.get(edge.key())).map(Resting::route);
        return Routes.route(edge, key -> core.item(key).map(core::shown).orElse(null));
    }

    private boolean moves(Edge edge) {
        Set<String> previewed = core.preview.keys();
        return !previewed.isEmpty() && (previewed.contains(edge.from().item()) || previewed.contains(edge.to().item()));
    }

    /** Where an arrow runs now, if that is near an area: cheap where it is not. */
    private Optional<Route> route(Edge edge, Rect area) {
        if (moves(edge)) return route(edge).filter(way -> way.bounds().intersects(area));
        Resting rests = resting.get(edge.key());
        return rests == null || !rests.bounds.intersects(area) ? Optional.empty() : Optional.of(rests.route);
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
        double far = reach + Routes.LABEL / 2;
        Optional<Route> route = route(edge, new Rect(board.x() - far, board.y() - far, 2 * far, 2 * far));
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
        Rect view = core.camera.viewport(core.width, core.height).grown(12);
        for (Edge edge : edges()) {
            Optional<Route> route = route(edge, view);
            Optional<SceneItem> label = route.isEmpty() ? Optional.empty() : core.item(edge.key()).filter(SceneItem::isLabel);
            if (label.isEmpty()) continue;
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
