// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.export.Importer;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.ui.ChosenFolder;
import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.ServiceLookup;
import org.pushpin.workbench.internal.chrome.Messages;

/** Pins files that the person chooses on the board that is shown; canvases, and with {@code :folder} a folder, as boards. */
public final class ImportFiles extends AbstractHandler implements IExecutableExtension {

    private static final int MOST_PROBLEMS = 20;

    private boolean folder;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        folder = "folder".equals(data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            Shell shell = HandlerUtil.getActiveShell(event);
            List<Path> chosen = folder ? folder(shell) : files(shell);
            List<Path> plain = chosen.stream().filter(path -> !folder && !isRead(path)).toList();
            if (!plain.isEmpty()) {
                editor.importFiles(plain);
            }
            chosen.stream().filter(path -> !plain.contains(path)).forEach(path -> read(shell, editor, path));
        }
        return null;
    }

    private static List<Path> files(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.get("import.title"));
        if (new ChosenFolder(shell.getDisplay()).ask(dialog).isEmpty()) {
            return List.of();
        }
        Path from = Path.of(dialog.getFilterPath());
        return Arrays.stream(dialog.getFileNames()).map(from::resolve).toList();
    }

    private static List<Path> folder(Shell shell) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText(Messages.get("import.folder.title"));
        dialog.setMessage(Messages.get("import.folder.message"));
        return new ChosenFolder(shell.getDisplay()).ask(dialog).map(Path::of).stream().toList();
    }

    /** What is more than its bytes: a canvas and its files, a note with what stands before it. */
    private static boolean isRead(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(canvas|md|markdown)");
    }

    private static void read(Shell shell, DocumentEditor editor, Path path) {
        Importer importer = ServiceLookup.require(Importer.class);
        DocumentFactory factory = ServiceLookup.require(DocumentFactory.class);
        new Waiting(shell, Messages.get("import.title")).on(progress -> importer.read(path, progress).thenCompose(imported ->
                factory.place(editor.document(), List.of(imported.url()), null).thenApply(placed -> imported)))
                .ifPresent(imported -> tell(shell, editor, path, imported.problems()));
    }

    private static void tell(Shell shell, DocumentEditor editor, Path path, List<String> problems) {
        editor.notice(Messages.get("import.done", path.getFileName()));
        if (!problems.isEmpty()) {
            String shown = String.join("\n", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
            MessageDialog.openWarning(shell, Messages.get("import.title"), Messages.get("import.problems", problems.size(), shown));
        }
    }
}
