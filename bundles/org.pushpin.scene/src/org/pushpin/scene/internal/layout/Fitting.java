// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.layout;

import org.pushpin.content.Styled;
import org.pushpin.content.View;
import org.pushpin.scene.internal.text.Fonts;
import org.pushpin.scene.internal.text.TextBlock;

/** Sets a text as large as its room allows, in steps of a fifth, so that typing seldom changes the size. */
record Fitting(Fonts fonts, View.Editor editor, double width, double height) {

    private static final double STEP = Math.pow(2, 1 / 4.0);
    private static final double LEAST = 0.1;
    /** A longer text is set in the smallest size at once: nobody reads a book on a note. */
    private static final int LONG = 20_000;

    TextBlock block(boolean placeholder) {
        Styled text = placeholder ? editor.placeholder() : editor.content();
        double most = Math.clamp(editor.writing().fits(), LEAST, 64);
        int steps = (int) Math.floor(Math.log(most / LEAST) / Math.log(STEP));
        if (text.length() > LONG || height <= 0) return set(text, LEAST);
        int low = 0;
        for (int high = steps; low < high;) {
            int middle = (low + high + 1) / 2;
            if (fits(text, set(text, size(most, steps, middle)))) low = middle;
            else high = middle - 1;
        }
        return set(text, size(most, steps, low));
    }

    private static double size(double most, int steps, int step) {
        return most * Math.pow(STEP, step - steps);
    }

    private TextBlock set(Styled text, double size) {
        return TextBlock.of(text.scaled(size), width, Layouter.alignment(editor.writing().align()), fonts, null);
    }

    /** Words that are broken because they are wider than the room do not fit. */
    private boolean fits(Styled text, TextBlock block) {
        return block.height() <= height && !block.breaksWords();
    }
}
