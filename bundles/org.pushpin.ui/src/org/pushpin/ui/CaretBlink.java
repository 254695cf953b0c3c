// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.Optional;

import org.eclipse.swt.widgets.Display;

import org.pushpin.content.Rect;

/** The rhythm of the caret: visible at once when it moves, then by the platform's blinking. Ui thread. */
final class CaretBlink {

    /** GTK's and Windows's default half period. */
    private static final int PERIOD_MILLIS = 530;

    private final Display display;
    private final Runnable changed;
    private final Runnable beat = this::beat;
    private boolean visible = true;
    private Optional<Rect> caret = Optional.empty();

    CaretBlink(Display display, Runnable changed) {
        this.display = display;
        this.changed = changed;
    }

    boolean visible() {
        return visible;
    }

    /**
     * Begins the rhythm anew where the caret is another; else it goes on, whatever else changes.
     *
     * @param now where the caret is, in points; empty if there is none
     */
    void follow(Optional<Rect> now) {
        if (now.equals(caret)) {
            return;
        }
        caret = now;
        if (!visible) {
            visible = true;
            changed.run();
        }
        display.timerExec(now.isPresent() ? PERIOD_MILLIS : -1, beat);
    }

    private void beat() {
        if (caret.isPresent()) {
            visible = !visible;
            changed.run();
            display.timerExec(PERIOD_MILLIS, beat);
        }
    }

    void stop() {
        caret = Optional.empty();
        display.timerExec(-1, beat);
    }
}
