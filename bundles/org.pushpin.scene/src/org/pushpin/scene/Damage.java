// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.pushpin.content.Rect;

/** Gathers where two frames differ. One use. */
final class Damage {

    /** Smoothed edges reach a little farther than what they are the edges of. */
    private static final double EDGE = 2;
    /** More areas than these are not worth telling apart. */
    private static final int MOST_AREAS = 24;
    /** A part of the whole from which on the whole is painted. */
    private static final double MOST_PART = 0.6;

    private final Rect all;
    private final List<Rect> areas = new ArrayList<>();
    private double size;

    Damage(Rect all) {
        this.all = all;
    }

    List<Rect> between(Frame before, Frame after) {
        differing(before.sprites(), after.sprites(), Damage::sprite);
        differing(before.marks(), after.marks(), Damage::mark);
        differing(before.overlay(), after.overlay(), Damage::sprite);
        if (size > all.width() * all.height() * MOST_PART) return List.of(all);
        if (areas.size() <= MOST_AREAS) return List.copyOf(areas);
        return List.of(areas.stream().reduce(Rect::union).orElse(all));
    }

    /** Things in the same order are compared one by one; where some came or went, all between the common ends differ. */
    private <T> void differing(List<T> before, List<T> after, BiConsumer<Damage, T> damages) {
        if (before == after) return;
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) head++;
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) tail++;
        boolean paired = before.size() == after.size();
        for (int i = head; i < before.size() - tail; i++) {
            if (!paired || !before.get(i).equals(after.get(i))) damages.accept(this, before.get(i));
        }
        for (int i = head; i < after.size() - tail; i++) {
            if (!paired || !before.get(i).equals(after.get(i))) damages.accept(this, after.get(i));
        }
    }

    private void sprite(Sprite sprite) {
        add(new Rect(sprite.x(), sprite.y(), sprite.width(), sprite.height()));
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Fill fill -> fill.areas().forEach(this::add);
            case Mark.Outline outline -> frame(outline.area(), outline.thickness() / 2 + outline.radius() * 0.3);
            case Mark.Line line -> add(new Rect(Math.min(line.x1(), line.x2()), Math.min(line.y1(), line.y2()),
                    Math.abs(line.x2() - line.x1()), Math.abs(line.y2() - line.y1())).grown(line.thickness()));
            case Mark.Path path -> add(path.bounds());
            case Mark.Caret caret -> add(caret.area());
        }
    }

    /** The four sides of an outline, not what it is around. */
    private void frame(Rect at, double half) {
        double side = 2 * half;
        add(new Rect(at.x() - half, at.y() - half, at.width() + side, side));
        add(new Rect(at.x() - half, at.bottom() - half, at.width() + side, side));
        add(new Rect(at.x() - half, at.y(), side, at.height()));
        add(new Rect(at.right() - half, at.y(), side, at.height()));
    }

    private void add(Rect area) {
        Rect wide = area.grown(EDGE);
        if (!wide.intersects(all) || areas.contains(wide)) return;
        areas.add(wide);
        double width = Math.min(wide.right(), all.right()) - Math.max(wide.x(), all.x());
        double height = Math.min(wide.bottom(), all.bottom()) - Math.max(wide.y(), all.y());
        size += width * height;
    }
}
