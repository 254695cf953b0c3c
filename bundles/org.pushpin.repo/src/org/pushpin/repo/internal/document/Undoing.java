// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Edit;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.undo.Aliases;
import org.pushpin.repo.internal.undo.History;
import org.pushpin.repo.internal.undo.Inverse;
import org.pushpin.repo.internal.undo.UndoStep;

/** Undo and redo of a document's own changes in this session. Any thread; two at once wait for each other. */
final class Undoing {

    private final AtomicReference<Shown> shown;
    private final Scheduler scheduler;
    private final Supplier<OwnWriter> writer;
    private final Consumer<UndoStep> changed;
    private final Aliases aliases = new Aliases();

    /** @param changed is told of every change that this makes, after it was made */
    Undoing(AtomicReference<Shown> shown, Scheduler scheduler, Supplier<OwnWriter> writer, Consumer<UndoStep> changed) {
        this.shown = shown;
        this.scheduler = scheduler;
        this.writer = writer;
        this.changed = changed;
    }

    boolean undo() {
        return takeBack(false);
    }

    boolean redo() {
        return takeBack(true);
    }

    private boolean takeBack(boolean redo) {
        synchronized (aliases) {
            while (true) {
                Shown before = shown.get();
                History history = before.history();
                Optional<History.Group> group = redo ? history.newestUndone() : history.newest();
                if (group.isEmpty()) {
                    return false;
                }
                OwnWriter own = writer.get();
                Edit edit = before.current().edit(own.actor());
                aliases.discard();
                Inverse inverse = Inverse.write(edit, own.actor(), group.get(), aliases);
                Optional<Commit> commit = edit.commit(null, scheduler.now());
                Optional<UndoStep> step = commit.map(made -> inverse.step(before.current(), made));
                History after = redo ? history.redone(step) : history.undone(step);
                Shown next = commit.map(made -> before.with(made, own, after)).orElseGet(() -> before.with(after));
                if (shown.compareAndSet(before, next) && step.isPresent()) {
                    aliases.keep();
                    changed.accept(step.get());
                    return true;
                }
            }
        }
    }

    /** The store refused changes: what they had brought back is gone again. */
    void refused(List<UndoStep> lost) {
        synchronized (aliases) {
            aliases.forget(op -> lost.stream().anyMatch(step -> step.made(op)));
        }
    }

    boolean canUndo() {
        return shown.get().history().newest().isPresent();
    }

    boolean canRedo() {
        return shown.get().history().newestUndone().isPresent();
    }

    DocHandle.UndoGroup group() {
        shown.updateAndGet(now -> now.with(now.history().opened()));
        AtomicReference<Shown> target = shown;
        return new DocHandle.UndoGroup() {
            private boolean open = true;

            @Override
            public synchronized void close() {
                if (open) {
                    open = false;
                    target.updateAndGet(now -> now.with(now.history().closed()));
                }
            }
        };
    }
}
