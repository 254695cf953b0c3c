// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import org.pushpin.content.Theme;
import org.pushpin.workbench.internal.accessible.SpokenLine;

/**
 * The title of a document, 17/24 semibold, with a quiet second text after it. A click or F2 makes it a text field;
 * Enter or leaving keeps what was typed, Esc does not. Ui thread.
 */
public final class TitleField extends Canvas {

    private static final int GAP = 12;

    private final Consumer<String> renamed;
    private final Font titleFont;
    private final Font hintFont;
    private Theme theme;
    private String title = "";
    private String subtitle = "";
    private boolean editable;
    private Text field;

    public TitleField(Composite parent, Theme theme, ChromeFonts fonts, Consumer<String> renamed) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.theme = theme;
        this.renamed = renamed;
        this.titleFont = fonts.strong(17);
        this.hintFont = fonts.regular(12);
        new SpokenLine(this, ACC.ROLE_HEADING, () -> subtitle.isEmpty() ? title : title + ", " + subtitle);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.MouseUp, event -> edit());
        addListener(SWT.Resize, event -> place());
    }

    public void show(String newTitle, String newSubtitle, boolean canEdit) {
        if (!newTitle.equals(title) || !newSubtitle.equals(subtitle) || canEdit != editable) {
            title = newTitle;
            subtitle = newSubtitle;
            editable = canEdit;
            setCursor(canEdit ? getDisplay().getSystemCursor(SWT.CURSOR_IBEAM) : null);
            redraw();
        }
    }

    public void theme(Theme next) {
        theme = next;
        redraw();
    }

    /** Puts the caret into the title. */
    public void edit() {
        if (!editable || field != null) {
            return;
        }
        field = new Text(this, SWT.SINGLE);
        field.setFont(titleFont);
        field.setText(title);
        field.selectAll();
        place();
        field.setFocus();
        field.addListener(SWT.DefaultSelection, event -> finish(true));
        field.addListener(SWT.FocusOut, event -> finish(true));
        field.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                finish(false);
            }
        });
    }

    private void finish(boolean keep) {
        if (field == null) {
            return;
        }
        Text done = field;
        field = null;
        String typed = done.getText().strip();
        getDisplay().asyncExec(done::dispose);
        if (keep && !typed.equals(title)) {
            renamed.accept(typed);
        }
        redraw();
    }

    private void place() {
        if (field != null) {
            int height = field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            field.setBounds(0, (getSize().y - height) / 2, Math.min(getSize().x, 480), height);
        }
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Point size = getSize();
        gc.setBackground(ChromeColours.of(theme.palette().chrome()));
        gc.fillRectangle(0, 0, size.x, size.y);
        boolean untitled = title.isEmpty();
        gc.setForeground(ChromeColours.of(untitled ? theme.palette().ink3() : theme.palette().ink()));
        gc.setFont(titleFont);
        String shown = fitted(gc, untitled && editable ? Messages.get("title.untitled") : title, size.x);
        Point extent = gc.textExtent(shown, SWT.NONE);
        gc.drawText(shown, 0, (size.y - extent.y) / 2, true);
        int baseline = (size.y - extent.y) / 2 + gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading();
        gc.setFont(hintFont);
        if (extent.x + GAP + gc.textExtent(subtitle).x <= size.x) {
            gc.setForeground(ChromeColours.of(theme.palette().ink2()));
            gc.drawText(subtitle, extent.x + GAP,
                    baseline - gc.getFontMetrics().getAscent() - gc.getFontMetrics().getLeading(), true);
        }
    }

    /** The title, or as much of its beginning as there is room for. */
    private String fitted(GC gc, String text, int width) {
        if (text.length() < 200 && gc.textExtent(text).x <= width) {
            return text;
        }
        TextLayout layout = new TextLayout(getDisplay());
        try {
            layout.setFont(titleFont);
            String start = text.substring(0, Math.min(text.length(), 400)).replaceAll("\\s+", " ");
            layout.setText(start);
            int end = layout.getOffset(Math.max(0, width - gc.textExtent("\u2026").x), 1, null);
            return end >= text.length() ? start : start.substring(0, end) + "\u2026";
        } finally {
            layout.dispose();
        }
    }
}
