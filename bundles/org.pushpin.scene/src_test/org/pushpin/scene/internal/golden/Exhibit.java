// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;

import org.pushpin.content.Theme;

/**
 * A view that is looked at.
 *
 * @param width in points
 * @param arrange makes the documents
 * @param act what a person does then, at the opened stage
 */
record Exhibit(String name, int width, int height, Consumer<Studio> arrange, Consumer<Studio> act) {

    Exhibit(String name, int width, int height, Consumer<Studio> arrange) {
        this(name, width, height, arrange, studio -> { });
    }

    BufferedImage picture(Theme theme, double scale) {
        try (Studio studio = new Studio()) {
            arrange.accept(studio);
            studio.open(theme, width, height, scale);
            act.accept(studio);
            return studio.picture();
        }
    }
}
