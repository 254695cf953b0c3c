// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

import org.pushpin.content.Theme;
import org.pushpin.scene.Stage;
import org.pushpin.workbench.internal.chrome.ChromeColours;
import org.pushpin.workbench.internal.chrome.FlatButton;
import org.pushpin.workbench.internal.chrome.Messages;
import org.pushpin.workbench.internal.chrome.PeopleRow;
import org.pushpin.workbench.internal.chrome.StatePill;
import org.pushpin.workbench.internal.chrome.TitleField;

/** The bar above a document: back, forward, title, how many documents link here, who else is here, what is known of its copies, copy link. Ui thread. */
final class TitleBar extends Composite {

    private final FlatButton back;
    private final FlatButton forward;
    private final TitleField title;
    private final FlatButton links;
    private final PeopleRow people;
    private final StatePill pill;
    private final FlatButton copyLink;
    private Theme theme;

    TitleBar(Composite parent, Theme theme, Desktop desktop, DocumentEditor editor) {
        super(parent, SWT.NONE);
        this.theme = theme;
        GridLayout layout = new GridLayout(7, false);
        layout.marginWidth = (int) Theme.SPACE_4;
        layout.marginHeight = 0;
        layout.marginBottom = 1; // for the line
        layout.horizontalSpacing = (int) Theme.SPACE_2;
        setLayout(layout);
        back = new FlatButton(this, FlatButton.Face.BACK, Messages.get("title.back"), theme, desktop.fonts(),
                desktop::back);
        forward = new FlatButton(this, FlatButton.Face.FORWARD, Messages.get("title.forward"), theme,
                desktop.fonts(), desktop::forward);
        title = new TitleField(this, theme, desktop.fonts(), name -> editor.stage().rename(name));
        title.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        links = new FlatButton(this, FlatButton.Face.QUIET, "", theme, desktop.fonts(), editor::listLinks);
        GridData hidden = new GridData(SWT.END, SWT.CENTER, false, true);
        hidden.exclude = true;
        links.setLayoutData(hidden);
        links.setVisible(false);
        people = new PeopleRow(this, theme, desktop.fonts(), editor::performAndReturn,
                editor::showPeopleMenu);
        pill = new StatePill(this, theme, desktop.fonts());
        copyLink = new FlatButton(this, FlatButton.Face.LABEL, Messages.get("title.copyLink"), theme,
                desktop.fonts(), editor::copyLink);
        for (FlatButton button : new FlatButton[] {back, forward, copyLink}) {
            button.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, true));
        }
        pill.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, true));
        addListener(SWT.Paint, event -> {
            Point size = getSize();
            event.gc.setBackground(ChromeColours.of(this.theme.palette().chrome()));
            event.gc.fillRectangle(0, 0, size.x, size.y);
            event.gc.setForeground(ChromeColours.of(this.theme.palette().line()));
            event.gc.drawLine(0, size.y - 1, size.x, size.y - 1);
        });
    }

    /** Follows the stage and the history. */
    void update(Stage stage, String notice, boolean canGoBack, boolean canGoForward) {
        title.show(stage.title(), stage.subtitle(), stage.canRename());
        people.show(stage.people());
        arrange();
        pill.show(stage.status(), notice);
        back.setEnabled(canGoBack);
        forward.setEnabled(canGoForward);
    }

    /** How many documents link to this one: shown while there are some. */
    void links(int count) {
        ((GridData) links.getLayoutData()).exclude = count == 0;
        links.setVisible(count > 0);
        links.label(Messages.get("links.count", count));
        arrange();
        layout(true);
    }

    /** As many columns as there is something in: an empty one would take room. */
    private void arrange() {
        int columns = (int) Stream.of(getChildren()).filter(child -> !((GridData) child.getLayoutData()).exclude).count();
        GridLayout layout = (GridLayout) getLayout();
        if (columns != layout.numColumns) {
            layout.numColumns = columns;
            layout(true);
        }
    }

    /** Where a list of what links here begins, on the screen. */
    Point below() {
        Point corner = links.isVisible() ? links.getLocation() : new Point(0, 0);
        return toDisplay(corner.x, getSize().y);
    }

    void theme(Theme next) {
        theme = next;
        back.theme(next);
        forward.theme(next);
        title.theme(next);
        links.theme(next);
        people.theme(next);
        pill.theme(next);
        copyLink.theme(next);
        redraw();
    }

    void rename() {
        title.edit();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(super.computeSize(widthHint, heightHint, changed).x, (int) Theme.TITLE_BAR);
    }
}
