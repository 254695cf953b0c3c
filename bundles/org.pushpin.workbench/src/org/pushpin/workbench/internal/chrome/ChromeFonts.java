// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;

/**
 * The system's font in the sizes of the window's own bars. Made when first asked for, disposed of with the display. Ui
 * thread.
 */
public final class ChromeFonts {

    private static final float POINTS_PER_PIXEL = 72f / 96;

    private record Key(int pixels, boolean strong) {}

    private final Display display;
    private final Map<Key, Font> made = new HashMap<>();

    public ChromeFonts(Display display) {
        this.display = display;
        display.addListener(SWT.Dispose, event -> made.values().forEach(Font::dispose));
    }

    /** @param pixels the size of the em square, in points of the screen */
    public Font regular(int pixels) {
        return made.computeIfAbsent(new Key(pixels, false), this::make);
    }

    public Font strong(int pixels) {
        return made.computeIfAbsent(new Key(pixels, true), this::make);
    }

    private Font make(Key key) {
        FontData[] faces = display.getSystemFont().getFontData();
        for (FontData face : faces) {
            face.height = key.pixels() * POINTS_PER_PIXEL; // the setter takes whole points only
            face.setStyle(key.strong() ? SWT.BOLD : SWT.NORMAL);
        }
        return new Font(display, faces);
    }
}
