// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * A window that does next to nothing: a bar grows with each key, a rectangle follows the pointer, and another, elsewhere, moves fifty
 * times a second. What is left is the toolkit's share.
 */
final class BareWindow {

    private static final int LETTER = 12;
    private static final int BEAT_MILLIS = 20;

    private final Canvas canvas;
    private final Rectangle bar = new Rectangle(-Cards.LEFT, -Cards.TOP + Cards.HEIGHT, 4, 20);
    private final Rectangle marker = new Rectangle(-Cards.LEFT, -Cards.TOP, Cards.CARD_WIDTH, Cards.MARKER_HEIGHT);
    private final Rectangle other = new Rectangle(1000, marker.y, marker.width, marker.height);
    private int held = -1;

    private BareWindow(Shell shell) {
        canvas = new Canvas(shell, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.MouseDown, event -> held = marker.contains(event.x, event.y) ? event.x - marker.x : -1);
        canvas.addListener(SWT.MouseUp, event -> held = -1);
        canvas.addListener(SWT.MouseMove, this::follow);
        shell.getDisplay().timerExec(BEAT_MILLIS, this::wander);
    }

    public static void main(String[] arguments) {
        Display display = new Display();
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setText("Bare");
        BareWindow window = new BareWindow(shell);
        shell.setSize(1440, 900);
        shell.open();
        window.canvas.setFocus();
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private void paint(Event event) {
        Display display = event.display;
        event.gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
        event.gc.fillRectangle(event.gc.getClipping());
        event.gc.setBackground(display.getSystemColor(SWT.COLOR_MAGENTA));
        event.gc.fillRectangle(marker);
        event.gc.setBackground(display.getSystemColor(SWT.COLOR_BLACK));
        event.gc.fillRectangle(bar);
        event.gc.fillRectangle(other);
    }

    private void wander() {
        if (!canvas.isDisposed()) {
            canvas.redraw(other.x, other.y, other.width, other.height, false);
            other.y = marker.y + (other.y + 7) % 90;
            canvas.redraw(other.x, other.y, other.width, other.height, false);
            canvas.getDisplay().timerExec(BEAT_MILLIS, this::wander);
        }
    }

    private void key(Event event) {
        int before = bar.width;
        if (event.keyCode == SWT.BS) {
            bar.width = Math.max(4, bar.width - LETTER);
        } else if (event.character >= ' ') {
            bar.width += LETTER;
        }
        canvas.redraw(bar.x, bar.y, Math.max(before, bar.width), bar.height, false);
    }

    private void follow(Event event) {
        if (held >= 0) {
            canvas.redraw(marker.x, marker.y, marker.width, marker.height, false);
            marker.x = event.x - held;
            canvas.redraw(marker.x, marker.y, marker.width, marker.height, false);
        }
    }
}
