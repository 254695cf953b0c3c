// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Cursor;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DeviceId;
import org.pushpin.scene.Mark;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Parts;
import org.pushpin.scene.internal.render.Rendered;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * Others' carets, and what they have selected in texts: on the lines that are laid out here, wherever edits have moved what they stand at.
 * One that stands at what has not arrived yet is not shown. The name is beside a caret while it moves, and then leaves the text to
 * be read. Costs the lines that are in sight. Ui thread.
 */
final class Writers {

    private static final Duration NAMED = Duration.ofSeconds(3);
    private static final double CARET = 2;
    private static final double SELECTED = 0.22;
    private static final double FLAG = 22;

    private final Core core;
    private final Map<DeviceId, Moved> moved = new HashMap<>();

    private record Moved(Core.Writing to, Instant at) {}

    /** A text on the plane. @param x of its top left corner, in board units */
    private record Place(TextBlock block, Doc doc, Core.Writing at, double x, double y) {}

    Writers(Core core) {
        this.core = core;
    }

    /** What others say has changed. */
    void people(List<Somebody> people) {
        Map<DeviceId, Moved> before = new HashMap<>(moved);
        moved.clear();
        for (Somebody somebody : people) somebody.writing().ifPresent(to -> {
            Moved known = before.get(somebody.device());
            boolean same = known != null && known.to.equals(to);
            moved.put(somebody.device(), same ? known : new Moved(to, core.host.now()));
            if (!same) core.services.timer().at(core.host.now().plus(NAMED), () -> core.host.execute(core::damagedAbove));
        });
    }

    void marks(List<Mark> marks, Somebody somebody) {
        place(somebody).ifPresent(place -> {
            List<Rect> areas = areas(place);
            if (!areas.isEmpty()) marks.add(new Mark.Fill(areas, 0, somebody.color().withOpacity(SELECTED)));
            caret(place).ifPresent(at -> marks.add(new Mark.Fill(List.of(at), CARET / 2, somebody.color())));
        });
    }

    /** Where the name goes, if it is shown: the middle of its top, in points. */
    Optional<Point> label(Somebody somebody) {
        Moved last = moved.get(somebody.device());
        boolean named = last != null && core.host.now().isBefore(last.at.plus(NAMED));
        if (!named) return Optional.empty();
        return place(somebody).flatMap(this::caret).filter(this::isInSight).map(at -> new Point(at.center().x(), at.y() - FLAG));
    }

    private boolean isInSight(Rect points) {
        return points.intersects(new Rect(0, 0, core.width, core.height));
    }

    private Optional<Place> place(Somebody somebody) {
        return somebody.writing().flatMap(writing -> core.item(writing.item()).filter(SceneItem::near)
                .flatMap(item -> Parts.editor(item, writing.text()).flatMap(found -> place(writing, core.shown(item), found))));
    }

    private Optional<Place> place(Core.Writing writing, Rect card, Parts.Found found) {
        return found.owner().or(() -> core.scene().map(scene -> scene.root())).flatMap(Rendered::doc)
                .map(doc -> new Place(Parts.block(found), doc, writing, card.x() + found.x(), card.y() + found.y()));
    }

    /** In points, as wide as a caret; empty while what it stands at is not here. */
    private Optional<Rect> caret(Place place) {
        OptionalInt offset = offset(place, place.at.caret());
        if (offset.isEmpty()) return Optional.empty();
        Rect at = core.camera.points(place.block.caret(offset.getAsInt()).moved(place.x, place.y));
        return Optional.of(new Rect(Math.round((at.x() - CARET / 2) * core.scale) / core.scale, at.y(), CARET, at.height()));
    }

    /** What is in sight of the selection, in points. */
    private List<Rect> areas(Place place) {
        OptionalInt caret = offset(place, place.at.caret());
        OptionalInt anchor = offset(place, place.at.anchor());
        if (caret.isEmpty() || anchor.isEmpty() || caret.getAsInt() == anchor.getAsInt()) return List.of();
        Rect view = core.camera.viewport(core.width, core.height);
        int from = Math.min(caret.getAsInt(), anchor.getAsInt());
        int to = Math.max(caret.getAsInt(), anchor.getAsInt());
        return place.block.selection(from, to, view.y() - place.y, view.bottom() - place.y).stream()
                .map(area -> core.camera.points(area.moved(place.x, place.y))).toList();
    }

    /** On the block, which has what is being composed here in it. */
    private OptionalInt offset(Place place, Cursor cursor) {
        OptionalInt in = offset(place.doc, place.at.text(), cursor);
        if (in.isEmpty()) return in;
        int composed = core.composing().filter(c -> c.item().equals(place.at.item()) && c.text().equals(place.at.text()))
                .filter(c -> in.getAsInt() > c.at()).map(c -> c.preedit().length()).orElse(0);
        return OptionalInt.of(Math.min(in.getAsInt() + composed, place.block.plain().length()));
    }

    /** Right behind what a cursor stands at, also where that is deleted. */
    private static OptionalInt offset(Doc doc, ObjectId text, Cursor cursor) {
        if (cursor.equals(Cursor.START)) return OptionalInt.of(0);
        if (doc.type(text).isEmpty() || doc.position(text, cursor).isEmpty()) return OptionalInt.empty();
        return cursor.operation().map(element -> OptionalInt.of(doc.positionAfter(text, element))).orElseGet(() -> OptionalInt.of(doc.length(text)));
    }
}
