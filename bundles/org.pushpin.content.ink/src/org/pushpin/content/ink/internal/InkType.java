// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Intent.Sample;
import org.pushpin.content.Messages;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Freehand drawings. */
@Component(property = "contentType=ink")
public final class InkType implements ContentType {

    static final Icon ICON = new Icon("M4 16L5 12L13.5 3.5L16.5 6.5L8 15ZM11.5 5.5L14.5 8.5");
    static final String TITLE = "title";
    /** How near an eraser must come, in board units. */
    private static final double REACH = 6;

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("ink", Messages.of(InkType.class, locale).get("label"), ICON,
                CardSize.cells(20, 14, 4, 4, 120, 120), List.of(), true, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        edit.putObject(ObjectId.ROOT, Ink.STROKES, ObjectType.LIST);
        if (seed instanceof Seed.Blank blank && !blank.title().isEmpty()) edit.put(ObjectId.ROOT, TITLE, blank.title());
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Stroke stroke when stroke.name().equals(Pen.ERASER) -> erase(edit, dense(Thinning.of(stroke.path())));
            case Intent.Stroke stroke -> Pen.of(stroke.name()).ifPresent(pen -> draw(edit, pen, Thinning.of(stroke.path())));
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, TITLE, Summary.oneLine(rename.title()));
            default -> { } // not for drawings
        }
    }

    private static void draw(Edit edit, Pen pen, List<Sample> path) {
        Optional<ObjectId> strokes = Ink.strokes(edit);
        if (path.isEmpty() || strokes.isEmpty()) return;
        ObjectId stroke = edit.insertObject(strokes.get(), edit.length(strokes.get()), ObjectType.MAP);
        edit.put(stroke, Ink.POINTS, Scalar.of(Points.pack(path)));
        edit.put(stroke, Ink.COLOR, pen.color().id());
        edit.put(stroke, Ink.WIDTH, pen.width());
    }

    /** With points as near to each other as the eraser reaches, so that a quick hand leaves nothing out. */
    private static List<Sample> dense(List<Sample> path) {
        List<Sample> dense = new ArrayList<>();
        for (int i = 0; i < path.size() && dense.size() < Points.MOST; i++) {
            Sample from = path.get(Math.max(0, i - 1));
            Sample to = path.get(i);
            double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
            int steps = (int) Math.clamp(Math.ceil(length / REACH), 1, 2000);
            for (int step = 1; step <= steps; step++) {
                double part = (double) step / steps;
                dense.add(new Sample(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part, 1, 0));
            }
        }
        return dense;
    }

    private static void erase(Edit edit, List<Sample> path) {
        if (path.isEmpty()) return;
        Rect area = new Line(ObjectId.ROOT, path, PenColor.INK, 2 * REACH).bounds();
        for (Line line : Ink.of(edit, null).lines()) {
            if (line.bounds().intersects(area) && line.touches(path, REACH)) edit.put(line.id(), Ink.REMOVED, true);
        }
    }

    @Override
    public Summary summarize(Doc document) {
        return new Summary(Fields.root(document).string(TITLE), "");
    }
}
