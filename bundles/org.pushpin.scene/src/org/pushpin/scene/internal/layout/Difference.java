// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.layout;

import java.util.Optional;

import org.pushpin.content.Rect;
import org.pushpin.content.Size;
import org.pushpin.scene.internal.text.TextBlock;

/** Where a layout looks otherwise than the one before it: what need not be painted again lies outside. */
public final class Difference {

    /** How far letters and borders reach beyond their part, in board units. */
    private static final double REACH = 8;

    /** Null while there is none. */
    private Rect area;

    private Difference() {
    }

    /** An area outside which both look alike, from their top left corners; empty where there is no difference. */
    public static Optional<Rect> between(Laid before, Laid after) {
        Difference difference = new Difference();
        difference.compare(before, 0, 0, after, 0, 0);
        return Optional.ofNullable(difference.area);
    }

    private void compare(Laid before, double x, double y, Laid after, double toX, double toY) {
        boolean stays = x == toX && y == toY;
        if (stays && before == after) return;
        boolean known = stays && switch (after) {
            case Laid.Group group -> before instanceof Laid.Group was && groups(was, group, x, y);
            case Laid.Part part -> before instanceof Laid.Part was && inside(was.child(), part.child(), x, y);
            case Laid.Nested nested -> before instanceof Laid.Nested was && inside(was.child(), nested.child(), x, y);
            case Laid.Lines lines -> before instanceof Laid.Lines was && lines(was.block(), lines.block(), x, y);
            case Laid.Image image -> image.equals(before);
            case Laid.Symbol symbol -> symbol.equals(before);
            case Laid.Press press -> false;
            case Laid.Bar bar -> false;
            case Laid.Figure figure -> false;
            case Laid.Plane plane -> false;
        };
        if (known) return;
        add(x, y, before.size());
        add(toX, toY, after.size());
    }

    private boolean inside(Laid before, Laid after, double x, double y) {
        compare(before, x, y, after, x, y);
        return true;
    }

    private boolean groups(Laid.Group before, Laid.Group after, double x, double y) {
        boolean alike = before.size().equals(after.size()) && before.style().equals(after.style())
                && before.children().size() == after.children().size();
        if (!alike) return false;
        for (int i = 0; i < before.children().size(); i++) {
            Laid.Placed was = before.children().get(i);
            Laid.Placed is = after.children().get(i);
            compare(was.part(), x + was.x(), y + was.y(), is.part(), x + is.x(), y + is.y());
        }
        return true;
    }

    private boolean lines(TextBlock before, TextBlock after, double x, double y) {
        if (before == after) return true;
        if (before.width() != after.width()) return false;
        Rect differs = after.differs(before);
        if (differs.height() > 0) add(x, y + differs.y(), new Size(differs.width(), differs.height()));
        return true;
    }

    private void add(double x, double y, Size size) {
        Rect at = new Rect(x, y, size.width(), size.height()).grown(REACH);
        area = area == null ? at : area.union(at);
    }
}
