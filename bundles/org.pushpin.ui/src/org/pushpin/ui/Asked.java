// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/**
 * What a control has been asked to paint and has not painted. The platform paints all of it together, and clips the
 * painting to it, but tells no more of it than the rectangle around it. Ui thread; bounded.
 */
final class Asked {

    /** From so many areas on, all is asked for. */
    private static final int MOST = 64;

    private final Control control;
    private final List<Rectangle> areas = new ArrayList<>();

    Asked(Control control) {
        this.control = control;
    }

    /** Has an area painted. */
    void ask(Rectangle area) {
        if (area.isEmpty()) {
            return;
        }
        Rectangle all = new Rectangle(0, 0, control.getSize().x, control.getSize().y);
        if (areas.size() < MOST) {
            areas.add(area);
            control.redraw(area.x, area.y, area.width, area.height, false);
        } else {
            areas.clear();
            areas.add(all);
            control.redraw();
        }
    }

    /**
     * The platform paints now. What is asked for from here on is painted next.
     *
     * @param around as the platform tells it
     * @return areas all of which are painted
     */
    List<Rectangle> painting(Rectangle around) {
        List<Rectangle> painted = areas.stream().filter(area -> holds(around, area)).toList();
        areas.removeAll(painted);
        return painted;
    }

    static boolean holds(Rectangle whole, Rectangle part) {
        return whole.union(part).equals(whole);
    }
}
