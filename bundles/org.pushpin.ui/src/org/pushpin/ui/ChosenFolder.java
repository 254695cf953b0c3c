// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.Optional;

import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;

/**
 * Where a person looks for files: where one was chosen last while the program runs, and first at home. Without it dialogs open
 * where the program was started, among its own files. Ui thread.
 */
public record ChosenFolder(Display display) {

    private static final String KEY = ChosenFolder.class.getName();

    private String folder() {
        return display.getData(KEY) instanceof String last ? last : System.getProperty("user.home");
    }

    /** Shows a dialog there. @return the path of the file that was chosen, the first of several; empty if none was */
    public Optional<String> ask(FileDialog dialog) {
        dialog.setFilterPath(folder());
        Optional<String> chosen = Optional.ofNullable(dialog.open());
        if (chosen.isPresent()) {
            display.setData(KEY, dialog.getFilterPath());
        }
        return chosen;
    }

    /** The same for a folder. */
    public Optional<String> ask(DirectoryDialog dialog) {
        dialog.setFilterPath(folder());
        Optional<String> chosen = Optional.ofNullable(dialog.open());
        chosen.ifPresent(folder -> display.setData(KEY, folder));
        return chosen;
    }
}
