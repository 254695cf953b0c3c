// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import org.pushpin.content.Palette;
import org.pushpin.content.Theme;
import org.pushpin.workbench.internal.chrome.ChromeColours;

/**
 * The tab bar: a plain strip, the current tab on the soft accent with round corners, a cross on the tab under the
 * pointer. Named by the style sheets. Ui thread.
 */
public final class DocumentTabs extends CTabFolderRenderer {

    private static final int EDGE = 10;
    private static final int PADDING = 14;
    private static final int GAP = 2;
    private static final int CROSS = 16;
    private static final int MIN_TEXT = 40;
    private static final int MAX_TEXT = 220;
    private static final int ARC = (int) (Theme.RADIUS_CONTROL * 2);

    public DocumentTabs(CTabFolder folder) {
        super(folder);
    }

    @Override
    protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
        return switch (part) {
            case PART_BODY -> new Rectangle(x, y - parent.getTabHeight(), width, height + parent.getTabHeight());
            case PART_HEADER -> new Rectangle(x - EDGE, y, width + EDGE, height);
            case PART_BORDER, PART_BACKGROUND -> new Rectangle(x, y, width, height);
            default -> part >= 0 ? new Rectangle(x - PADDING, y, width + PADDING + PADDING / 2, height)
                    : super.computeTrim(part, state, x, y, width, height);
        };
    }

    @Override
    protected Point computeSize(int part, int state, GC gc, int widthHint, int heightHint) {
        if (part < 0) {
            return part == PART_CLOSE_BUTTON ? new Point(CROSS, CROSS)
                    : super.computeSize(part, state, gc, widthHint, heightHint);
        }
        gc.setFont(font(true)); // so that a tab keeps its width when it becomes the current one
        int text = gc.textExtent(parent.getItem(part).getText()).x;
        int width = (state & MINIMUM_SIZE) != 0 ? Math.min(text, MIN_TEXT) : Math.min(text, MAX_TEXT);
        return new Point(PADDING + width + 4 + CROSS + PADDING / 2, parent.getTabHeight());
    }

    @Override
    protected void draw(int part, int state, Rectangle bounds, GC gc) {
        if (parent.getTabHeight() == 0) {
            return; // it only holds columns
        }
        if (part >= 0 && !gc.getClipping().intersects(bounds)) {
            return; // the tabs are asked to paint whenever the board below them changes
        }
        Palette palette = palette();
        switch (part) {
            case PART_BODY, PART_BORDER -> { }
            case PART_BACKGROUND -> {
                gc.setBackground(ChromeColours.of(palette.chrome()));
                gc.fillRectangle(bounds);
            }
            case PART_HEADER -> {
                int width = parent.getSize().x;
                gc.setBackground(ChromeColours.of(palette.chrome()));
                gc.fillRectangle(0, 0, width, parent.getTabHeight());
                gc.setForeground(ChromeColours.of(palette.line()));
                gc.drawLine(0, parent.getTabHeight() - 1, width, parent.getTabHeight() - 1);
            }
            default -> {
                if (part >= 0) {
                    drawTab(parent.getItem(part), state, bounds, gc, palette);
                } else {
                    super.draw(part, state, bounds, gc);
                }
            }
        }
    }

    private void drawTab(CTabItem item, int state, Rectangle bounds, GC gc, Palette palette) {
        if (bounds.width == 0 || bounds.height == 0) {
            return;
        }
        boolean selected = (state & SWT.SELECTED) != 0;
        boolean hot = (state & SWT.HOT) != 0;
        gc.setAntialias(SWT.ON);
        if (selected || hot) {
            gc.setBackground(ChromeColours.of(selected ? palette.accentSoft()
                    : palette.chrome().mix(palette.ink(), 0.05)));
            gc.fillRoundRectangle(bounds.x + GAP, bounds.y + 4, bounds.width - 2 * GAP, bounds.height - 9, ARC, ARC);
        }
        gc.setFont(font(selected));
        gc.setForeground(ChromeColours.of(selected ? palette.ink() : palette.ink2()));
        int room = bounds.width - PADDING - 4 - CROSS - PADDING / 2;
        String text = fitted(gc, item.getText(), room);
        gc.drawText(text, bounds.x + PADDING, bounds.y + (bounds.height - 1 - gc.textExtent(text).y) / 2, true);
        if (selected || hot) {
            drawCross(gc, bounds.x + bounds.width - PADDING / 2 - CROSS, bounds.y + (bounds.height - 1 - CROSS) / 2,
                    palette);
        }
    }

    private void drawCross(GC gc, int x, int y, Palette palette) {
        Point pointer = parent.toControl(parent.getDisplay().getCursorLocation());
        if (new Rectangle(x, y, CROSS, CROSS).contains(pointer)) {
            gc.setBackground(ChromeColours.of(palette.chrome().mix(palette.ink(), 0.14)));
            gc.fillRoundRectangle(x, y, CROSS, CROSS, 8, 8);
        }
        gc.setForeground(ChromeColours.of(palette.ink3()));
        gc.setLineWidth(1);
        gc.drawLine(x + 5, y + 5, x + 10, y + 10);
        gc.drawLine(x + 10, y + 5, x + 5, y + 10);
    }

    private static String fitted(GC gc, String text, int room) {
        if (gc.textExtent(text).x <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && gc.textExtent(text.substring(0, end) + "\u2026").x > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "\u2026";
    }

    private Font font(boolean selected) {
        return ServiceLookup.find(Desktop.class).map(Desktop::fonts)
                .map(fonts -> selected ? fonts.strong(13) : fonts.regular(13)).orElse(parent.getFont());
    }

    private static Palette palette() {
        return ServiceLookup.find(Desktop.class).map(Desktop::theme).orElse(Theme.LIGHT).palette();
    }
}
