// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;

import org.pushpin.content.BoardColor;
import org.pushpin.content.Color;
import org.pushpin.content.Place;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.CursorShape;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.Transfer;

/** The host of a stage, as a canvas in a window can be one. */
final class CanvasHost implements StageHost {

    private static final Map<CursorShape, Integer> CURSORS = Map.of(CursorShape.ARROW, SWT.CURSOR_ARROW,
            CursorShape.HAND, SWT.CURSOR_HAND, CursorShape.TEXT, SWT.CURSOR_IBEAM, CursorShape.MOVE,
            SWT.CURSOR_SIZEALL, CursorShape.GRAB, SWT.CURSOR_HAND, CursorShape.GRABBING, SWT.CURSOR_SIZEALL,
            CursorShape.RESIZE_NW_SE, SWT.CURSOR_SIZENWSE, CursorShape.RESIZE_NE_SW, SWT.CURSOR_SIZENESW,
            CursorShape.RESIZE_N_S, SWT.CURSOR_SIZENS, CursorShape.RESIZE_E_W, SWT.CURSOR_SIZEWE);

    private final StageCanvas canvas;
    private final Display display;
    private final WindowHost window;
    private final TransferClipboard clipboard;

    CanvasHost(StageCanvas canvas, WindowHost window) {
        this.canvas = canvas;
        this.display = canvas.getDisplay();
        this.window = window;
        this.clipboard = new TransferClipboard(display);
    }

    @Override
    public void execute(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!canvas.isDisposed()) {
                    canvas.then(task);
                }
            });
        }
    }

    @Override
    public void damaged() {
        canvas.damage();
    }

    @Override
    public CompletionStage<Transfer> clipboard() {
        return CompletableFuture.completedFuture(clipboard.contents());
    }

    @Override
    public void clipboard(Transfer content) {
        clipboard.contents(content);
    }

    @Override
    public void open(DocumentUrl url, Place place) {
        window.open(url, place);
    }

    @Override
    public void browse(URI link) {
        window.browse(link);
    }

    @Override
    public CompletionStage<Optional<Color>> color(Color present) {
        ColorDialog dialog = new ColorDialog(canvas.getShell());
        dialog.setRGB(new RGB(present.red(), present.green(), present.blue()));
        dialog.setRGBs(Stream.of(BoardColor.values()).map(color -> color.paper(Theme.LIGHT))
                .map(color -> new RGB(color.red(), color.green(), color.blue())).toArray(RGB[]::new));
        Optional<RGB> chosen = Optional.ofNullable(dialog.open());
        return CompletableFuture.completedFuture(chosen.map(rgb ->
                new Color(0xFF000000 | rgb.red << 16 | rgb.green << 8 | rgb.blue)));
    }

    @Override
    public CompletionStage<Optional<Path>> saveAs(String name) {
        FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return CompletableFuture.completedFuture(new ChosenFolder(display).ask(dialog).map(Path::of));
    }

    @Override
    public boolean launch(Path file) {
        return Program.launch(file.toString());
    }

    @Override
    public void dragOut(Transfer content, Supplier<List<Path>> files) {
        canvas.drags().begin(content, files);
    }

    @Override
    public void cursor(CursorShape shape) {
        canvas.setCursor(display.getSystemCursor(CURSORS.get(shape)));
    }

    @Override
    public void notice(String text) {
        window.notice(text);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }
}
