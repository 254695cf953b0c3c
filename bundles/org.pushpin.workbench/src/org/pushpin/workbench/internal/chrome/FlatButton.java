// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleActionAdapter;
import org.eclipse.swt.accessibility.AccessibleActionEvent;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import org.pushpin.content.Color;
import org.pushpin.content.Theme;

/** A button of the title bar, drawn in the theme's tokens: a glyph on the bar, a quiet label on it, or a label on the accent. Ui thread. */
public final class FlatButton extends Canvas {

    private static final int HEIGHT = 28;
    private static final int ARC = (int) (Theme.RADIUS_CONTROL * 2);

    /** What a button shows. */
    public enum Face { BACK, FORWARD, QUIET, LABEL }

    private final Face face;
    private String label;
    private final Font font;
    private final Runnable pressed;
    private Theme theme;
    private boolean hovered;
    private boolean down;

    public FlatButton(Composite parent, Face face, String label, Theme theme, ChromeFonts fonts, Runnable pressed) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.face = face;
        this.font = face == Face.QUIET ? fonts.regular(12) : fonts.strong(13);
        this.label = label;
        this.theme = theme;
        this.pressed = pressed;
        setToolTipText(isLabelled() ? null : label);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.MouseDown, event -> press(event.button == 1));
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        speak();
    }

    public void theme(Theme next) {
        theme = next;
        redraw();
    }

    private boolean isLabelled() {
        return face == Face.LABEL || face == Face.QUIET;
    }

    /** Says something else from now on; who calls lays out. */
    public void label(String next) {
        label = next;
        redraw();
    }

    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != getEnabled()) {
            super.setEnabled(enabled);
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        if (!isLabelled()) {
            return new Point(HEIGHT, HEIGHT);
        }
        GC gc = new GC(this);
        try {
            gc.setFont(font);
            return new Point(gc.textExtent(label).x + 24, HEIGHT);
        } finally {
            gc.dispose();
        }
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        gc.setBackground(ChromeColours.of(theme.palette().chrome()));
        gc.fillRectangle(0, 0, size.x, size.y);
        if (face == Face.LABEL) {
            gc.setBackground(ChromeColours.of(down ? theme.palette().accent().mix(theme.palette().ink(), 0.2)
                    : hovered ? theme.palette().accent().mix(theme.palette().ink(), 0.08) : theme.palette().accent()));
            gc.fillRoundRectangle(0, 0, size.x, size.y, ARC, ARC);
            paintLabel(gc, size, theme.palette().onAccent());
        } else {
            if (hovered && getEnabled()) {
                gc.setBackground(ChromeColours.of(theme.palette().accentSoft()));
                gc.fillRoundRectangle(0, 0, size.x, size.y, ARC, ARC);
            }
            paintFace(gc, size);
        }
        if (isFocusControl()) {
            gc.setForeground(ChromeColours.of(theme.palette().ink()));
            gc.drawRoundRectangle(1, 1, size.x - 3, size.y - 3, ARC, ARC);
        }
    }

    private void paintFace(GC gc, Point size) {
        if (face == Face.QUIET) {
            paintLabel(gc, size, theme.palette().ink2());
        } else {
            paintArrow(gc, size);
        }
    }

    private void paintLabel(GC gc, Point size, Color color) {
        gc.setForeground(ChromeColours.of(color));
        gc.setFont(font);
        Point text = gc.textExtent(label);
        gc.drawText(label, (size.x - text.x) / 2, (size.y - text.y) / 2, true);
    }

    private void paintArrow(GC gc, Point size) {
        gc.setForeground(ChromeColours.of(getEnabled() ? theme.palette().ink2() : theme.palette().line()));
        gc.setLineWidth(2);
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineJoin(SWT.JOIN_ROUND);
        int x = size.x / 2 + (face == Face.BACK ? 2 : -2);
        int toX = size.x / 2 + (face == Face.BACK ? -3 : 3);
        int y = size.y / 2;
        gc.drawPolyline(new int[] {x, y - 5, toX, y, x, y + 5});
    }

    private void hover(boolean over) {
        hovered = over;
        redraw();
    }

    private void press(boolean is) {
        down = is;
        redraw();
    }

    private void release(Event event) {
        boolean inside = event.x >= 0 && event.y >= 0 && event.x < getSize().x && event.y < getSize().y;
        boolean clicked = down && inside;
        press(false);
        if (clicked && getEnabled()) {
            pressed.run();
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == ' ') {
            pressed.run();
        }
    }

    private void speak() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = label;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
        getAccessible().addAccessibleActionListener(new AccessibleActionAdapter() {
            @Override
            public void getActionCount(AccessibleActionEvent event) {
                event.count = 1;
            }

            @Override
            public void getName(AccessibleActionEvent event) {
                event.result = label;
            }

            @Override
            public void doAction(AccessibleActionEvent event) {
                if (getEnabled()) {
                    getDisplay().asyncExec(pressed);
                    event.result = ACC.OK;
                }
            }
        });
    }
}
