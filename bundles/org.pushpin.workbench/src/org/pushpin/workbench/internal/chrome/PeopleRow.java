// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import org.pushpin.content.Palette;
import org.pushpin.content.Theme;
import org.pushpin.scene.Person;

/**
 * Who else is at the document: a disc with initials for each, in their colours; no room while nobody is. A click follows a person, or ends
 * that; the left and right keys choose, Enter follows; the menu has everybody. Ui thread.
 */
public final class PeopleRow extends Canvas {

    private static final int SIZE = 28;
    /** From disc to disc: they overlap a little. */
    private static final int STEP = 23;
    private static final int RING = 2;
    private static final int MOST = 5;

    private final Font font;
    private final Consumer<String> perform;
    private final Runnable menu;
    private Theme theme;
    private List<Person> people = List.of();
    private int chosen;

    /** @param perform gets a command of the stage; {@code menu} shows the menu of people */
    public PeopleRow(Composite parent, Theme theme, ChromeFonts fonts, Consumer<String> perform, Runnable menu) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.font = fonts.strong(11);
        this.theme = theme;
        this.perform = perform;
        this.menu = menu;
        GridData data = new GridData(SWT.END, SWT.CENTER, false, true);
        data.exclude = true;
        setLayoutData(data);
        setVisible(false);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.MouseMove, event -> hover(at(event.x)));
        addListener(SWT.MouseUp, this::clicked);
        addListener(SWT.MenuDetect, event -> menu.run());
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN
                && event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        new PeopleAccessibility(this);
    }

    public void show(List<Person> now) {
        if (now.equals(people)) {
            return;
        }
        boolean resized = discs(now.size()) != discs(people.size());
        people = now;
        setToolTipText(null);
        chosen = Math.clamp(chosen, 0, Math.max(0, discs(people.size()) - 1));
        if (resized) {
            ((GridData) getLayoutData()).exclude = people.isEmpty();
            setVisible(!people.isEmpty());
            getParent().layout(true);
        }
        redraw();
    }

    public void theme(Theme next) {
        theme = next;
        redraw();
    }

    private static int discs(int people) {
        return Math.min(people, MOST);
    }

    /** The disc for the rest of many people. */
    private boolean isRest(int disc) {
        return people.size() > MOST && disc == MOST - 1;
    }

    int discs() {
        return discs(people.size());
    }

    /** The disc at a place, or -1. */
    int at(int x) {
        int disc = Math.min(x / STEP, discs() - 1);
        return x < 0 || x > STEP * (discs() - 1) + SIZE ? -1 : disc;
    }

    /** What a disc says; what all say where there is no such disc. */
    String says(int disc) {
        List<Person> those = disc < 0 || disc >= discs() ? people
                : isRest(disc) ? people.subList(MOST - 1, people.size()) : List.of(people.get(disc));
        return those.stream().map(Person::says).collect(Collectors.joining("\n"));
    }

    /** Where a disc is in this row. */
    Point place(int disc) {
        return new Point(disc * STEP, 0);
    }

    boolean isFollowed(int disc) {
        return disc >= 0 && disc < discs() && !isRest(disc) && people.get(disc).followed();
    }

    int chosen() {
        return chosen;
    }

    private void hover(int disc) {
        String text = disc < 0 ? null : says(disc);
        if (text == null ? getToolTipText() != null : !text.equals(getToolTipText())) {
            setToolTipText(text);
        }
    }

    private void clicked(Event event) {
        if (event.button == 1 && at(event.x) >= 0) {
            press(at(event.x));
        }
    }

    /** Follows whom a disc stands for, or ends that. */
    void press(int disc) {
        if (disc < 0 || disc >= discs()) {
            return;
        }
        if (isRest(disc)) {
            menu.run();
        } else {
            perform.accept(people.get(disc).command());
        }
    }

    private void key(Event event) {
        int way = event.keyCode == SWT.ARROW_LEFT ? -1 : event.keyCode == SWT.ARROW_RIGHT ? 1 : 0;
        if (way != 0 && !people.isEmpty()) {
            chosen = Math.clamp(chosen + way, 0, discs() - 1);
            getAccessible().setFocus(chosen);
            redraw();
        } else if (event.keyCode == SWT.CR || event.keyCode == ' ') {
            press(chosen);
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(Math.max(0, STEP * (discs() - 1) + SIZE), SIZE);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        gc.setBackground(ChromeColours.of(theme.palette().chrome()));
        gc.fillRectangle(0, 0, getSize().x, getSize().y);
        gc.setFont(font);
        for (int disc = discs() - 1; disc >= 0; disc--) {
            paint(gc, disc);
        }
    }

    private void paint(GC gc, int disc) {
        Point at = place(disc);
        org.pushpin.content.Color ground = isRest(disc) ? theme.palette().code() : people.get(disc).color();
        boolean focused = isFocusControl() && disc == chosen;
        gc.setBackground(ChromeColours.of(focused ? theme.palette().ink() : isFollowed(disc) ? ground : theme.palette().chrome()));
        gc.fillOval(at.x, at.y, SIZE, SIZE);
        if (isFollowed(disc) || focused) {
            gc.setBackground(ChromeColours.of(theme.palette().chrome()));
            gc.fillOval(at.x + RING, at.y + RING, SIZE - 2 * RING, SIZE - 2 * RING);
        }
        int inset = isFollowed(disc) || focused ? 2 * RING : RING;
        gc.setBackground(ChromeColours.of(ground));
        gc.fillOval(at.x + inset, at.y + inset, SIZE - 2 * inset, SIZE - 2 * inset);
        String text = isRest(disc) ? "+" + (people.size() - MOST + 1) : people.get(disc).initials();
        gc.setForeground(ChromeColours.of(isRest(disc) ? theme.palette().ink2() : Palette.on(ground)));
        Point extent = gc.textExtent(text);
        gc.drawText(text, at.x + (SIZE - extent.x) / 2, at.y + (SIZE - extent.y) / 2, true);
    }
}
