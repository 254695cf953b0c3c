// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** What was asked for in a text and has not been done, in the order in which it came: some of it waits for lines. Ui thread. */
final class Errands {

    /**
     * @param lines whether it needs the lines of the present text
     * @param otherwise in its place, when the edit ends before there are any
     */
    private record Errand(boolean lines, Runnable task, Runnable otherwise) {}

    private final BooleanSupplier ready;
    private final Deque<Errand> waiting = new ArrayDeque<>();
    private boolean goingOn;

    /** @param ready whether the lines of the present text are there */
    Errands(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** Runs when the lines are there, after what waits already. @param otherwise what is done instead when the edit ends before */
    void onLines(Runnable task, Runnable otherwise) {
        Errand wanted = new Errand(true, task, otherwise);
        if ((waiting.isEmpty() || goingOn) && ready.getAsBoolean()) task.run();
        else if (goingOn) waiting.addFirst(wanted);
        else waiting.add(wanted);
    }

    /** Runs after what waits already. */
    void afterWaiting(Runnable task) {
        if (waiting.isEmpty() || goingOn) task.run();
        else waiting.add(new Errand(false, task, task));
    }

    /** Does what waits, as far as its lines are there. @param going whether the edit still goes on */
    void goOn(BooleanSupplier going) {
        goingOn = true;
        while (going.getAsBoolean() && !waiting.isEmpty() && (!waiting.peek().lines || ready.getAsBoolean())) {
            waiting.poll().task.run();
        }
        goingOn = false;
    }

    /** The edit ends: nothing that was typed is lost. */
    void finish() {
        goingOn = true;
        while (!waiting.isEmpty()) waiting.poll().otherwise.run();
        goingOn = false;
    }
}
