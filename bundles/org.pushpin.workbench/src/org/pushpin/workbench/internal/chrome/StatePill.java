// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import org.pushpin.content.Theme;
import org.pushpin.scene.Status;
import org.pushpin.workbench.internal.accessible.SpokenLine;

/** Where the document is, in words that an acknowledgement proves, with a dot of state. Ui thread. */
public final class StatePill extends Canvas {

    private static final int HEIGHT = 24;
    private static final int DOT = 8;

    private final Font font;
    private Theme theme;
    private Status status = Status.OPENING;
    private String notice = "";
    private final SpokenLine spoken;

    public StatePill(Composite parent, Theme theme, ChromeFonts fonts) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.font = fonts.regular(12);
        this.theme = theme;
        spoken = new SpokenLine(this, ACC.ROLE_STATUSBAR, this::text);
        addListener(SWT.Paint, this::paint);
    }

    public void show(Status next, String newNotice) {
        if (!next.equals(status) || !newNotice.equals(notice)) {
            status = next;
            notice = newNotice;
            getParent().layout(true);
            spoken.changed();
            redraw();
        }
    }

    public void theme(Theme next) {
        theme = next;
        redraw();
    }

    /** What it says now. */
    String text() {
        if (!notice.isEmpty()) {
            return notice;
        }
        if (status.place() == Status.Place.OPENING) {
            return Messages.get("state.opening");
        }
        if (status.place() == Status.Place.COMING) {
            return Messages.get(status.peersConnected() == 0 ? "state.waiting" : "state.fetching");
        }
        if (!status.saved()) {
            return Messages.get("state.saving");
        }
        if (status.peersConnected() > 0) {
            return Messages.get("state.peers", status.peersWithAll(), status.peersConnected());
        }
        return status.holders() == 0 ? Messages.get("state.only") : Messages.get("state.others", status.holders());
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(font);
            return new Point(gc.textExtent(text()).x + DOT + 28, HEIGHT);
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
        gc.setBackground(ChromeColours.of(theme.palette().card()));
        gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, HEIGHT, HEIGHT);
        gc.setForeground(ChromeColours.of(theme.palette().line()));
        gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, HEIGHT, HEIGHT);
        boolean settled = status.place() == Status.Place.HERE && status.saved();
        gc.setBackground(ChromeColours.of(!notice.isEmpty() ? theme.palette().accent()
                : settled ? theme.palette().ok() : theme.palette().warn()));
        gc.fillOval(10, (size.y - DOT) / 2, DOT, DOT);
        gc.setForeground(ChromeColours.of(theme.palette().ink2()));
        gc.setFont(font);
        String text = text();
        gc.drawText(text, 10 + DOT + 6, (size.y - gc.textExtent(text).y) / 2, true);
    }
}
