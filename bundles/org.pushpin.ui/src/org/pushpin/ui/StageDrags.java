// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DragSourceListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Transfer;

/** Carries cards out of a canvas to other canvases and programs. The stage says when. Ui thread. */
final class StageDrags implements DragSourceListener {

    private final StageCanvas canvas;
    private final DragSource source;
    private Transfer content = Transfer.NOTHING;
    private Supplier<List<Path>> files;
    private boolean dragging;

    StageDrags(StageCanvas canvas) {
        this.canvas = canvas;
        canvas.setDragDetect(false); // what is dragged inside is the stage's own
        source = new DragSource(canvas, DND.DROP_COPY | DND.DROP_LINK);
        source.addDragListener(this);
    }

    /** Whether what hovers anywhere now comes from this canvas. */
    boolean dragging() {
        return dragging;
    }

    /** The pointer has left the canvas with the button down. */
    void begin(Transfer carried, Supplier<List<Path>> carriedFiles) {
        content = carried;
        files = carriedFiles;
        List<org.eclipse.swt.dnd.Transfer> flavours = new ArrayList<>(List.of(new CardsTransfer()));
        if (files != null) {
            flavours.add(FileTransfer.getInstance());
        } else if (links(content).isPresent()) {
            flavours.add(new UriListTransfer());
        }
        flavours.add(TextTransfer.getInstance());
        flavours.add(HTMLTransfer.getInstance());
        source.setTransfer(flavours.toArray(org.eclipse.swt.dnd.Transfer[]::new));
        Point at = canvas.toControl(canvas.getDisplay().getCursorLocation());
        Event event = new Event();
        event.x = at.x;
        event.y = at.y;
        event.button = 1;
        event.stateMask = SWT.BUTTON1;
        canvas.notifyListeners(SWT.DragDetect, event);
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        event.doit = !content.isEmpty();
        dragging = event.doit;
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        if (new CardsTransfer().isSupportedType(event.dataType)) {
            event.data = content.cards();
        } else if (files == null && new UriListTransfer().isSupportedType(event.dataType)) {
            event.data = links(content).orElse(List.of());
        } else if (FileTransfer.getInstance().isSupportedType(event.dataType)) {
            String[] names = files.get().stream().map(Path::toString).toArray(String[]::new);
            event.data = names;
            event.doit = names.length > 0;
        } else if (HTMLTransfer.getInstance().isSupportedType(event.dataType)) {
            event.data = content.html();
        } else {
            event.data = content.text();
        }
    }

    /** Where what is carried is nothing but documents. */
    private static Optional<List<String>> links(Transfer content) {
        List<String> lines = UriListTransfer.lines(content.text());
        return lines.isEmpty() || !lines.stream().allMatch(line -> line.startsWith(DocumentUrl.SCHEME)) ? Optional.empty() : Optional.of(lines);
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        dragging = false;
        content = Transfer.NOTHING;
        canvas.stage().carryEnd();
    }
}
