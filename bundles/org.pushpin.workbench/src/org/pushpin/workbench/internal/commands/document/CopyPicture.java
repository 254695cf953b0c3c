// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.commands.document;

import java.awt.image.BufferedImage;
import java.util.Set;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;

import org.pushpin.content.Rect;
import org.pushpin.scene.Poster;
import org.pushpin.scene.Posters;
import org.pushpin.workbench.internal.DocumentEditor;
import org.pushpin.workbench.internal.ServiceLookup;
import org.pushpin.workbench.internal.chrome.Messages;

/** Copies what is selected as a picture, as it looks now and twice as sharp, for programs that take no cards. Drawn on another thread. */
public final class CopyPicture extends SelectionHandler {

    private static final double SHARP = 2;
    private static final double MOST_PIXELS = 16_000_000;

    @Override
    void execute(ExecutionEvent event, DocumentEditor editor) {
        Display display = Display.getCurrent();
        Set<String> selected = Set.copyOf(editor.selection());
        Posters posters = ServiceLookup.require(Posters.class);
        posters.poster(editor.document(), editor.theme()).thenApply(poster -> poster.part(selected))
                .thenApplyAsync(part -> data(posters.raster(part, scale(part)))).whenComplete((image, problem) -> display.asyncExec(() -> {
                    if (problem == null) {
                        copy(display, image);
                    }
                    editor.notice(Messages.get(problem == null ? "picture.copied" : "picture.failed"));
                }));
    }

    private static double scale(Poster poster) {
        Rect bounds = poster.bounds();
        return Math.min(SHARP, Math.sqrt(MOST_PIXELS / (bounds.width() * bounds.height())));
    }

    private static ImageData data(BufferedImage image) {
        int width = image.getWidth();
        ImageData data = new ImageData(width, image.getHeight(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] row = new int[width];
        for (int y = 0; y < data.height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            data.setPixels(0, y, width, row, 0);
        }
        return data;
    }

    private static void copy(Display display, ImageData image) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {image}, new Transfer[] {ImageTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
