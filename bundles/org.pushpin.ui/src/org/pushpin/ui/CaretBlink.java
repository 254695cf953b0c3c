// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import org.eclipse.swt.widgets.Display;

/** The rhythm of the caret: visible at once when it moves, then by the platform's blinking. Ui thread. */
final class CaretBlink {

    /** GTK's and Windows's default half period. */
    private static final int PERIOD_MILLIS = 530;

    private final Display display;
    private final Runnable changed;
    private final Runnable beat = this::beat;
    private boolean visible = true;
    private boolean running;

    CaretBlink(Display display, Runnable changed) {
        this.display = display;
        this.changed = changed;
    }

    boolean visible() {
        return visible;
    }

    /** @param shown whether there is a caret now; begins the rhythm anew */
    void restart(boolean shown) {
        visible = true;
        running = shown;
        display.timerExec(shown ? PERIOD_MILLIS : -1, beat);
    }

    private void beat() {
        if (running) {
            visible = !visible;
            changed.run();
            display.timerExec(PERIOD_MILLIS, beat);
        }
    }

    void stop() {
        running = false;
        display.timerExec(-1, beat);
    }
}
