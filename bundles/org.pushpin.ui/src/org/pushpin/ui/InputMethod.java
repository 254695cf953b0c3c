// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Caret;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.IME;

import org.pushpin.content.Rect;
import org.pushpin.scene.Stage;

/**
 * Shows at the caret what an input method composes, and tells it where the caret is. What it commits comes as typed
 * text. Ui thread.
 */
final class InputMethod {

    private final StageCanvas canvas;
    private final Stage stage;
    private final IME ime;
    private final Caret place;

    InputMethod(StageCanvas canvas, Stage stage) {
        this.canvas = canvas;
        this.stage = stage;
        this.ime = new IME(canvas, SWT.NONE);
        this.place = new Caret(canvas, SWT.NONE); // never shown: the scene paints its own; the platform asks where it is
        ime.addListener(SWT.ImeComposition, this::composed);
    }

    /** Where nothing is edited there is no caret: GTK would paint the last one, shown or not, when a menu takes the focus. */
    void update() {
        stage.caret().ifPresentOrElse(this::moveTo, () -> canvas.setCaret(null));
    }

    private void moveTo(Rect caret) {
        if (canvas.getCaret() != place) {
            canvas.setCaret(place); // before it is moved: GTK asks the canvas for it
        }
        place.setBounds((int) caret.x(), (int) caret.y(), (int) Math.max(1, caret.width()), (int) caret.height());
        place.setVisible(false);
    }

    private void composed(Event event) {
        if (event.detail == SWT.COMPOSITION_CHANGED) {
            boolean committed = event.text.length() == ime.getCommitCount();
            stage.compose(committed ? "" : event.text,
                    committed ? 0 : Math.max(0, ime.getCaretOffset() - ime.getCompositionOffset()));
        }
    }
}
