// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

import org.pushpin.content.Theme;
import org.pushpin.export.Exporter;
import org.pushpin.export.Format;
import org.pushpin.ui.ChosenFolder;
import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.ServiceLookup;
import org.pushpin.workbench.internal.chrome.Messages;

/** Writes the document that is shown to a file, in the format that is chosen or that the name's ending says. */
public final class Export extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DocumentEditor editor) {
            ask(event, editor, List.of(Format.values()), Exporter.Look.of(Theme.LIGHT));
        }
        return null;
    }

    /** Asks where to, in one of the formats, and writes there. */
    static void ask(ExecutionEvent event, DocumentEditor editor, List<Format> formats, Exporter.Look look) {
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
        dialog.setText(Messages.get(look.items().isEmpty() ? "export.title" : "export.selection"));
        dialog.setFilterExtensions(formats.stream().map(format -> "*." + format.id()).toArray(String[]::new));
        dialog.setFilterNames(formats.stream().map(format -> Messages.get("export." + format.id())).toArray(String[]::new));
        dialog.setFileName(editor.getPartName().replaceAll("[/\\\\\u0000]", "-") + "." + formats.getFirst().id());
        dialog.setOverwrite(true);
        new ChosenFolder(dialog.getParent().getDisplay()).ask(dialog).map(Path::of).ifPresent(path -> {
            Format chosen = formats.get(Math.max(0, dialog.getFilterIndex()));
            write(event, editor, path, Format.of(path).orElse(chosen), look);
        });
    }

    private static void write(ExecutionEvent event, DocumentEditor editor, Path file, Format format, Exporter.Look look) {
        Exporter exporter = ServiceLookup.require(Exporter.class);
        Optional<Boolean> done = new Waiting(HandlerUtil.getActiveShell(event), Messages.get("export.title")).on(progress ->
                exporter.export(editor.document(), file, format, look, progress).thenApply(nothing -> true));
        done.ifPresent(yes -> editor.notice(Messages.get("export.done", file.getFileName())));
    }
}
