// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.types;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ListDialog;

import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.install.CardTypeFeature;
import org.pushpin.workbench.internal.install.InstallException;

/** What installing asks and tells a person: progress with cancel, a choice, consent, the end. */
final class ProvisioningDialogs {

    private final Shell shell;

    ProvisioningDialogs(Shell shell) {
        this.shell = shell;
    }

    /** Something that takes time and may fail with a message for people. */
    interface Work<T> {
        T run(IProgressMonitor monitor) throws InstallException;
    }

    /** Runs aside with progress; empty when it was cancelled or failed (the person has been told). */
    <T> Optional<T> run(Work<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        try {
            new ProgressMonitorDialog(shell).run(true, true, monitor -> {
                try {
                    result.set(work.run(monitor));
                } catch (InstallException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof OperationCanceledException)) {
                MessageDialog.openError(shell, Messages.get("install.title"), e.getCause().getMessage());
            }
        } catch (InterruptedException | OperationCanceledException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(result.get());
    }

    Optional<CardTypeFeature> choose(List<CardTypeFeature> features, String question) {
        if (features.isEmpty()) {
            return Optional.empty();
        }
        ListDialog dialog = new ListDialog(shell);
        dialog.setTitle(Messages.get("install.title"));
        dialog.setMessage(question);
        dialog.setContentProvider(ArrayContentProvider.getInstance());
        dialog.setLabelProvider(LabelProvider.createTextProvider(
                element -> element instanceof CardTypeFeature feature
                        ? feature.name() + "  " + feature.version() + "  " + feature.provider() : ""));
        dialog.setInput(features);
        dialog.setInitialSelections(features.getFirst());
        if (dialog.open() != Window.OK || dialog.getResult().length == 0) {
            return Optional.empty();
        }
        return Optional.of((CardTypeFeature) dialog.getResult()[0]);
    }

    /** Says plainly what a plug-in can do, and asks. */
    boolean trusts(CardTypeFeature feature) {
        return MessageDialog.open(MessageDialog.WARNING, shell, Messages.get("install.title"),
                Messages.get("install.trust", feature.name()), 0, Messages.get("install.yes"),
                IDialogConstants.CANCEL_LABEL) == 0;
    }

    void done(String message) {
        MessageDialog.openInformation(shell, Messages.get("install.title"), message);
    }
}
