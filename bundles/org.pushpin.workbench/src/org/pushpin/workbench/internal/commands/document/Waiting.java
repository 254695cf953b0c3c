// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.swt.widgets.Shell;

import org.pushpin.export.Progress;

/** Exports and imports that a person waits for, or stops. Ui thread; the work is done on others. */
final class Waiting {

    private static final int STEPS = 1000;

    private final Shell shell;
    private final String title;

    Waiting(Shell shell, String title) {
        this.shell = shell;
        this.title = title;
    }

    /** Shows how far it is; empty when it was stopped, or failed, which the person has been told. */
    <T> Optional<T> on(Function<Progress, CompletionStage<T>> work) {
        AtomicReference<T> done = new AtomicReference<>();
        try {
            new ProgressMonitorDialog(shell).run(true, true, monitor -> {
                monitor.beginTask(title, STEPS);
                try {
                    done.set(work.apply(new Shown(monitor)).toCompletableFuture().join());
                } catch (CancellationException e) {
                    throw new InterruptedException();
                } catch (CompletionException e) {
                    throw new InvocationTargetException(e.getCause());
                }
            });
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof CancellationException)) {
                MessageDialog.openError(shell, title, e.getCause().getMessage() == null ? e.getCause().toString() : e.getCause().getMessage());
            }
        } catch (InterruptedException stopped) {
            return Optional.empty();
        }
        return Optional.ofNullable(done.get());
    }

    /** Tells a monitor. */
    private static final class Shown implements Progress {

        private final IProgressMonitor monitor;
        private int told;

        Shown(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public synchronized void at(double part) {
            int now = (int) (part * STEPS);
            if (now > told) {
                monitor.worked(now - told);
                told = now;
            }
        }

        @Override
        public boolean cancelled() {
            return monitor.isCanceled();
        }
    }
}
