// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/**
 * Paints a canvas without waiting for the platform. GTK holds back what has changed until its frame clock's next beat, up
 * to a sixtieth of a second, and when it has painted, for as long again. On X11 a window can be painted at any time: areas
 * are painted beside it and copied whole, so that nothing half painted is seen. It rests between two paintings for as long
 * as one takes, in which the platform's clock serves; elsewhere that serves always. Ui thread.
 */
final class EarlyPaint {

    private final Canvas canvas;
    private final boolean possible = isX11();
    private Image back;
    private Bitmap whole;
    /** Of the monitor that it is made for, in percent. */
    private int zoom;
    private long restUntil = System.nanoTime();

    EarlyPaint(Canvas canvas) {
        this.canvas = canvas;
    }

    /** SWT does not say which of GTK's backends is at work: the way in which GTK chooses. */
    private static boolean isX11() {
        String wanted = System.getenv("GDK_BACKEND");
        boolean x11 = wanted == null ? System.getenv("WAYLAND_DISPLAY") == null : wanted.startsWith("x11");
        return x11 && "gtk".equals(SWT.getPlatform());
    }

    /**
     * Paints areas, if that can be done now.
     *
     * @param painting paints all that the clipping of a graphics lets through. @return whether it is to be painted once more
     * @return the areas that the platform has to paint
     */
    List<Rectangle> paint(List<Rectangle> areas, Predicate<GC> painting) {
        long begun = System.nanoTime();
        if (!possible || areas.isEmpty() || begun - restUntil < 0 || !canvas.isVisible()) {
            return areas;
        }
        prepare();
        List<Rectangle> again = areas.stream().filter(area -> paint(area, painting)).toList();
        restUntil = 2 * System.nanoTime() - begun;
        return again;
    }

    private boolean paint(Rectangle area, Predicate<GC> painting) {
        GC beside = new GC(back);
        beside.setClipping(area);
        boolean again = painting.test(beside);
        beside.dispose();
        GC window = new GC(canvas);
        window.setClipping(area);
        whole.paint(window, 0, 0);
        window.dispose();
        return again;
    }

    private void prepare() {
        Point size = canvas.getSize();
        int now = canvas.getMonitor().getZoom();
        boolean fits = back != null && zoom == now && back.getBounds().width >= size.x && back.getBounds().height >= size.y;
        if (!fits) {
            dispose();
            zoom = now;
            ImageDataProvider pixels = asked -> asked == now || asked == 100 ? blank(size, asked) : null;
            back = zoom == 100 ? new Image(canvas.getDisplay(), Math.max(1, size.x), Math.max(1, size.y))
                    : new Image(canvas.getDisplay(), pixels);
            whole = new Bitmap(back);
        }
    }

    private static ImageData blank(Point size, int zoom) {
        return new ImageData(Math.max(1, size.x * zoom / 100), Math.max(1, size.y * zoom / 100), 24,
                new PaletteData(0xFF0000, 0xFF00, 0xFF));
    }

    void dispose() {
        if (whole != null) {
            whole.dispose();
        }
    }
}
