// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Color;
import org.pushpin.content.Paint;
import org.pushpin.content.Palette;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Mark;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.arrange.Guide;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.editing.TextEditing;
import org.pushpin.scene.internal.gesture.Handle;
import org.pushpin.scene.internal.gesture.Pointing;
import org.pushpin.scene.internal.gesture.Port;
import org.pushpin.scene.internal.paint.Painter;
import org.pushpin.scene.internal.people.People;
import org.pushpin.scene.internal.render.Overview;
import org.pushpin.scene.internal.render.Request;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;

/** Puts together what is painted now: cheap, and without laying anything out. */
final class FrameMaker {

    /** From here on the dots fade, and here they are gone: nearer together they would be a grey veil. */
    private static final double DOTS_FADE = 0.5;
    private static final double DOTS_GONE = 0.3;
    private static final double DOT = 2;
    /** Half of the stroke at the end of a guide that measures a gap. */
    private static final double END = 4;
    private static final int MANY = 100;

    private final Core core;
    private final Pointing pointing;
    private final TextEditing editing;
    private final Overlay overlay;
    private final People people;
    /** What stands for cards whose bitmaps are not ready. */
    private final Blocks blocks = new Blocks();
    private final Backdrop backdrop;

    FrameMaker(Core core, Pointing pointing, TextEditing editing, Overlay overlay, People people) {
        this.core = core;
        this.people = people;
        this.pointing = pointing;
        this.editing = editing;
        this.overlay = overlay;
        backdrop = new Backdrop(core);
    }

    /** @param drop where something that hovers would land, in points */
    Frame make(Optional<Rect> drop) {
        Optional<Scene> scene = core.scene();
        Palette palette = core.theme.palette();
        Optional<View.Canvas> canvas = scene.flatMap(Scene::canvas);
        Paint paper = canvas.map(View.Canvas::paper).orElse(Paint.of(palette.paper()));
        List<Sprite> sprites = new ArrayList<>();
        plane(sprites);
        scene.flatMap(Scene::hint).ifPresent(hint -> add(sprites, hint, new Rect((core.width - hint.at().width()) / 2,
                (core.height - hint.at().height()) / 2, hint.at().width(), hint.at().height())));
        return new Frame(core.width, core.height, core.scale, paper, canvas.flatMap(this::dots), sprites,
                marks(palette, drop), overlay.sprites());
    }

    /** The same with all anew that lies above the cards. */
    Frame above(Frame before, Optional<Rect> drop) {
        return new Frame(before.width(), before.height(), before.scale(), before.paper(), before.dots(), before.sprites(),
                marks(core.theme.palette(), drop), overlay.sprites());
    }

    private Optional<Frame.Dots> dots(View.Canvas canvas) {
        double step = canvas.grid().step() * core.camera.zoom();
        double opacity = Math.min(1, (core.camera.zoom() - DOTS_GONE) / (DOTS_FADE - DOTS_GONE));
        if (opacity <= 0 || step < 4) return Optional.empty();
        Color dot = canvas.grid().dot();
        double x = device(Math.IEEEremainder(-core.camera.x() * core.camera.zoom(), step) - DOT / 2);
        double y = device(Math.IEEEremainder(-core.camera.y() * core.camera.zoom(), step) - DOT / 2);
        return Optional.of(new Frame.Dots(x, y, step, DOT, dot.withOpacity(dot.alpha() / 255.0 * opacity)));
    }

    /** On a whole device pixel. */
    private double device(double points) {
        return Math.round(points * core.scale) / core.scale;
    }

    // sprites

    /** From afar the squares of the plane, else a picture of each card; until the ones are ready, the others below. */
    private void plane(List<Sprite> sprites) {
        Overview overview = core.scene().map(Scene::overview).orElse(Overview.NONE);
        boolean far = core.isCanvas() && Request.Sight.isFar(core.scale * core.camera.zoom());
        if (far) {
            backdrop.sprite(overview).ifPresent(sprites::add);
            overview.tiles().forEach(square -> add(sprites, square));
            core.lifted.items().forEach(item -> add(sprites, item));
            return;
        }
        List<SceneItem> items = core.shownIn(core.camera.viewport(core.width, core.height).grown(Painter.SHADOW_REACH));
        boolean covered = items.stream().allMatch(item -> item.tiles().complete());
        if (!covered) overview.tiles().forEach(square -> add(sprites, square));
        boolean below = !covered && !overview.tiles().isEmpty();
        items.stream().filter(item -> !below || !item.tiles().list().isEmpty()).forEach(item -> add(sprites, item));
    }

    private void add(List<Sprite> sprites, Overview.Square square) {
        Rect at = core.camera.points(square.area());
        double left = device(at.x());
        double top = device(at.y());
        if (left >= core.width || top >= core.height || at.right() <= 0 || at.bottom() <= 0) return;
        sprites.add(new Sprite(square.key(), square.version(), square.image(), left, top, device(at.right()) - left,
                device(at.bottom()) - top));
    }

    private void add(List<Sprite> sprites, SceneItem item) {
        Rect points = core.camera.points(core.shown(item));
        if (core.arrows.blank(item)) return;
        boolean ready = !item.tiles().list().isEmpty() || item.tiles().complete();
        if (!ready && item.chrome().background().isPresent()) sprites.add(block(item, points));
        else add(sprites, item, points);
    }

    /** A card whose bitmap is still being made. */
    private Sprite block(SceneItem item, Rect points) {
        Color ground = item.chrome().background().map(Overview::flat).orElse(core.theme.palette().card());
        return blocks.sprite(ground, device(points.x()), device(points.y()), points.width(), points.height());
    }

    private void add(List<Sprite> sprites, SceneItem item, Rect points) {
        for (SceneItem.Tile tile : item.tiles().list()) {
            double point = tile.scale() / core.camera.zoom();
            double width = tile.image().getWidth() / point;
            double height = tile.image().getHeight() / point;
            double x = device(points.x()) + (tile.left() - tile.padding()) / point;
            double y = device(points.y()) + (tile.top() - tile.padding()) / point;
            boolean seen = x < core.width && y < core.height && x + width > 0 && y + height > 0;
            if (seen) sprites.add(new Sprite(item.key() + "#" + tile.number(), tile.version(), tile.image(), x, y, width, height));
        }
    }

    // marks

    private List<Mark> marks(Palette palette, Optional<Rect> drop) {
        List<Mark> marks = new ArrayList<>();
        core.arrows.marks(marks, palette);
        people.marks(marks);
        for (String key : core.taking) core.item(key).ifPresent(frame -> taking(marks, frame, palette));
        chosen().forEach(item -> selected(marks, item, palette));
        pointing.resizable().ifPresent(item -> handles(marks, item, palette));
        pointing.connectable().ifPresent(card -> ports(marks, card, palette));
        pointing.ends().forEach(end -> dot(marks, end, palette));
        marks.addAll(pointing.marks(palette));
        pointing.guides().forEach(guide -> guide(marks, guide, palette));
        text(marks, palette);
        pointing.pen.mark().ifPresent(marks::add);
        pointing.marquee().map(core.camera::points).ifPresent(area -> {
            marks.add(new Mark.Fill(List.of(area), 0, palette.accent().withOpacity(0.08)));
            marks.add(new Mark.Outline(area, 0, 1, false, palette.accent().withOpacity(0.7)));
        });
        drop.ifPresent(area -> marks.add(new Mark.Outline(area, Theme.RADIUS_CARD, 2, true, palette.accent())));
        return marks;
    }

    /** What is selected; of very much, what is in sight. */
    private List<SceneItem> chosen() {
        if (core.selection.size() <= MANY) return core.selection.stream().flatMap(key -> core.item(key).stream()).toList();
        return core.shownIn(core.camera.viewport(core.width, core.height)).stream()
                .filter(item -> core.selection.contains(item.key())).toList();
    }

    /** A hair line; a gap has ends. */
    private void guide(List<Mark> marks, Guide guide, Palette palette) {
        Rect line = core.camera.points(new Rect(guide.from().x(), guide.from().y(), guide.to().x() - guide.from().x(),
                guide.to().y() - guide.from().y()));
        double x = device(line.x());
        double y = device(line.y());
        double right = device(line.right());
        double bottom = device(line.bottom());
        marks.add(new Mark.Line(x, y, right, bottom, 1, palette.accent()));
        if (!guide.gap()) return;
        double across = guide.upright() ? END : 0;
        double along = guide.upright() ? 0 : END;
        marks.add(new Mark.Line(x - across, y - along, x + across, y + along, 1, palette.accent()));
        marks.add(new Mark.Line(right - across, bottom - along, right + across, bottom + along, 1, palette.accent()));
    }

    private void selected(List<Mark> marks, SceneItem item, Palette palette) {
        Rect edge = edge(item);
        boolean edited = editing.active(item.key());
        if (item.isLabel() && !edited) return;
        Color color = edited ? palette.accent().withOpacity(0.55) : palette.accent();
        marks.add(new Mark.Outline(edge, Theme.RADIUS_CARD, 2, item.locked(), color));
    }

    /** A frame that would take what is dragged. */
    private void taking(List<Mark> marks, SceneItem frame, Palette palette) {
        marks.add(new Mark.Fill(List.of(edge(frame)), Theme.RADIUS_POPOVER, palette.accent().withOpacity(0.08)));
        marks.add(new Mark.Outline(edge(frame), Theme.RADIUS_POPOVER, 2, true, palette.accent()));
    }

    private void ports(List<Mark> marks, SceneItem item, Palette palette) {
        Rect card = edge(item);
        for (Port port : Port.values()) if (port.shown(card)) dot(marks, port.on(card), palette);
    }

    private static void dot(List<Mark> marks, Rect at, Palette palette) {
        marks.add(new Mark.Fill(List.of(at), Port.SIZE / 2, palette.card()));
        marks.add(new Mark.Outline(at, Port.SIZE / 2, 1.5, false, palette.accent()));
    }

    /** A card's edge in points, where its bitmap is. */
    private Rect edge(SceneItem item) {
        Rect points = core.camera.points(core.shown(item));
        return new Rect(device(points.x()), device(points.y()), points.width(), points.height());
    }

    private void handles(List<Mark> marks, SceneItem item, Palette palette) {
        if (pointing.busy()) return;
        Rect card = edge(item);
        for (Handle handle : Handle.values()) {
            boolean crowded = !handle.corner() && (handle.dx == 0 ? card.width() : card.height()) < 60;
            if (crowded) continue;
            Rect square = handle.on(card);
            marks.add(new Mark.Fill(List.of(square), 2, palette.card()));
            marks.add(new Mark.Outline(square, 2, 1.5, false, palette.accent()));
        }
    }

    private void text(List<Mark> marks, Palette palette) {
        List<Rect> areas = editing.selectionAreas().stream().map(core.camera::points).toList();
        if (!areas.isEmpty()) marks.add(new Mark.Fill(areas, 0, palette.accent().withOpacity(0.25)));
        if (!core.focused) return;
        caret().ifPresent(at -> marks.add(new Mark.Caret(at, palette.ink())));
    }

    /** The caret in points. */
    Optional<Rect> caret() {
        return editing.caret().map(core.camera::points)
                .map(at -> new Rect(device(at.x()), device(at.y()), 1.5, at.height()));
    }
}
