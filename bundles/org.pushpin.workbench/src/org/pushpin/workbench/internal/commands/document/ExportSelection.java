// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;

import org.pushpin.content.Theme;
import org.pushpin.export.Exporter;
import org.pushpin.export.Format;
import org.pushpin.workbench.internal.DocumentEditor;

/** Writes what is selected to a file, as a picture. */
public final class ExportSelection extends SelectionHandler {

    private static final List<Format> DRAWN = Stream.of(Format.values()).filter(Format::isDrawn).sorted((one, other) ->
            Boolean.compare(other == Format.PNG, one == Format.PNG)).toList();

    @Override
    void execute(ExecutionEvent event, DocumentEditor editor) {
        Export.ask(event, editor, DRAWN, Exporter.Look.of(Theme.LIGHT).items(editor.selection()));
    }
}
