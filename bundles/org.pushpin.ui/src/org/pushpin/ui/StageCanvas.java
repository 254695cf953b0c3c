// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;

import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Command;
import org.pushpin.scene.Frame;
import org.pushpin.scene.Stage;
import org.pushpin.scene.StageFactory;
import org.pushpin.scene.Transfer;

/**
 * A document in a window: an SWT canvas around one {@link Stage}. Repaints are coalesced by the platform; nothing here
 * renders. Ui thread; disposing closes the stage.
 */
public final class StageCanvas extends Canvas {

    /** How soon others are told that something has changed. */
    private static final int TELL_MILLIS = 60;

    private final FramePainter painter;
    private final CaretBlink blink;
    private final InputMethod inputMethod;
    private final CanvasHost host;
    private final Stage stage;
    private final StageDrags drags;
    private Menu menu;
    private Runnable damaged = () -> { };
    private boolean telling;
    /** Whether the stage may have come to something that is not looked at yet, and whether a look is posted. */
    private boolean damage;
    private boolean posted;
    /** What is painted, or asked for. */
    private Frame shown;
    private final Asked asked = new Asked(this);
    private final EarlyPaint early = new EarlyPaint(this);

    public StageCanvas(Composite parent, StageFactory stages, DocumentUrl url, Theme theme, WindowHost window) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        painter = new FramePainter(getDisplay());
        blink = new CaretBlink(getDisplay(), this::redrawCaret);
        host = new CanvasHost(this, window);
        stage = stages.open(url, "workspace", theme, host);
        inputMethod = new InputMethod(this, stage);
        new StageInput(this, stage);
        drags = new StageDrags(this);
        new StageDrops(this, stage);
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Dispose, event -> closed());
    }

    public Stage stage() {
        return stage;
    }

    StageDrags drags() {
        return drags;
    }

    /** Puts content on the system's clipboard. */
    public void copy(Transfer content) {
        host.clipboard(content);
    }

    /** @param listener is called on the ui thread soon after what the stage shows or offers may have changed */
    public void onDamage(Runnable listener) {
        damaged = listener;
    }

    /** Called by the host of the stage, perhaps in the middle of a change: what it has come to is looked at when that is over. */
    void damage() {
        damage = true;
        if (!isDisposed() && !posted) {
            posted = true;
            getDisplay().asyncExec(() -> {
                posted = false;
                look();
            });
        }
    }

    /**
     * Has the stage do something, and looks at what it has come to. Soon after would be a frame later: GTK hands out a
     * pointer's motion and paints in one go, sixty times a second, and what is posted comes when that is over.
     */
    void then(Runnable doing) {
        doing.run();
        look();
    }

    private void look() {
        if (isDisposed() || !damage) {
            return;
        }
        damage = false;
        blink.follow(stage.caret().filter(caret -> isFocusControl()));
        inputMethod.update();
        List<Rectangle> differs = differing();
        early.paint(differs, gc -> !painter.paint(gc, shown, caretVisible())).forEach(asked::ask);
        if (!telling) {
            telling = true;
            getDisplay().timerExec(TELL_MILLIS, this::tell);
        }
    }

    /** Takes the newest frame. @return where it differs from what was shown before */
    private List<Rectangle> differing() {
        Frame now = stage.frame();
        Rectangle all = getClientArea();
        List<Rectangle> areas = now.since(shown).stream().map(StageCanvas::pixels).map(all::intersection)
                .filter(area -> !area.isEmpty()).toList();
        shown = now;
        return areas;
    }

    private static Rectangle pixels(Rect area) {
        int x = (int) Math.floor(area.x());
        int y = (int) Math.floor(area.y());
        return new Rectangle(x, y, (int) Math.ceil(area.right()) - x, (int) Math.ceil(area.bottom()) - y);
    }

    private boolean caretVisible() {
        return blink.visible() && isFocusControl();
    }

    private void tell() {
        telling = false;
        if (!isDisposed()) {
            damaged.run();
        }
    }

    /** @param at in points of this canvas; null for the selection */
    void showMenu(Point at) {
        List<Command> commands =
                stage.menu(at == null ? null : new org.pushpin.content.Point(at.x, at.y));
        if (menu != null) {
            menu.dispose();
        }
        menu = new Menu(this);
        CommandMenus.fill(menu, 0, commands, stage::perform);
        if (menu.getItemCount() > 0) {
            menu.setLocation(at == null ? toDisplay(getSize().x / 2, getSize().y / 2) : toDisplay(at));
            menu.setVisible(true);
        }
    }

    private void resized() {
        Rectangle area = getClientArea();
        asked.ask(area);
        stage.resize(Math.max(1, area.width), Math.max(1, area.height), getMonitor().getZoom() / 100.0);
    }

    private void paint(Event event) {
        List<Rectangle> painted = asked.painting(event.getBounds());
        differing().stream().filter(area -> painted.stream().noneMatch(all -> Asked.holds(all, area))).forEach(asked::ask);
        boolean whole = painter.paint(event.gc, shown, caretVisible());
        if (!whole) {
            getDisplay().asyncExec(() -> {
                if (!isDisposed()) {
                    asked.ask(getClientArea());
                }
            });
        }
    }

    private void redrawCaret() {
        stage.caret().ifPresent(caret -> redraw((int) caret.x() - 2, (int) caret.y() - 2, (int) caret.width() + 5,
                (int) caret.height() + 5, false));
    }

    private void closed() {
        blink.stop();
        stage.close();
        painter.dispose();
        early.dispose();
        if (menu != null) {
            menu.dispose();
        }
    }
}
