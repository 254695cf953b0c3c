// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.pushpin.repo.DocHandle;

/**
 * A stage's history over all the documents that it changed: one entry per gesture, whichever documents it touched. A
 * document keeps its own steps; an entry says in whose. Used on the ui thread.
 */
public final class Undo {

    /** Typing goes into one step until there is a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST = 1000;

    private final Deque<List<DocHandle>> done = new ArrayDeque<>();
    private final Deque<List<DocHandle>> undone = new ArrayDeque<>();
    private DocHandle runHandle;
    private String runKind = "";
    private Instant runLast = Instant.MIN;
    private DocHandle.UndoGroup run;
    private boolean runIsEntry;

    /** A gesture changed these documents, one step each. */
    void did(List<DocHandle> handles) {
        endRun();
        push(handles);
    }

    private void push(List<DocHandle> handles) {
        done.push(List.copyOf(handles));
        undone.clear();
        if (done.size() > MOST) done.removeLast();
    }

    /** Before a change that continues a run of the same kind, such as typing: makes it a part of the run's step. */
    public void continueRun(DocHandle handle, String kind, Instant now) {
        boolean same = run != null && runHandle == handle && runKind.equals(kind)
                && Duration.between(runLast, now).compareTo(PAUSE) < 0;
        runLast = now;
        if (same) return;
        endRun();
        run = handle.group();
        runHandle = handle;
        runKind = kind;
        runIsEntry = false;
    }

    /** The run's change was made. */
    public void ran() {
        if (!runIsEntry) push(List.of(runHandle));
        runIsEntry = true;
        undone.clear();
    }

    public void endRun() {
        if (run != null) run.close();
        run = null;
        runHandle = null;
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /** Undoes the newest entry that still has something to undo. */
    public void undo() {
        endRun();
        while (!done.isEmpty()) {
            List<DocHandle> entry = done.pop();
            boolean any = false;
            for (DocHandle handle : entry.reversed()) any |= handle.undo();
            if (!any) continue;
            undone.push(entry);
            return;
        }
    }

    public void redo() {
        endRun();
        while (!undone.isEmpty()) {
            List<DocHandle> entry = undone.pop();
            boolean any = false;
            for (DocHandle handle : entry) any |= handle.redo();
            if (!any) continue;
            done.push(entry);
            return;
        }
    }
}
