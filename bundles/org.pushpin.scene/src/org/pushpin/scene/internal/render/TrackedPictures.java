// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.awt.Image;
import java.util.Optional;

import org.pushpin.content.Preview;
import org.pushpin.scene.internal.paint.Pictures;
import org.pushpin.scene.internal.preview.Previews;

/** Pixels of previews, noting whether all that was asked for was there. One thread, for one bitmap. */
final class TrackedPictures implements Pictures {

    private final Previews previews;
    private final long generation;
    private boolean whole = true;

    TrackedPictures(Previews previews) {
        this.previews = previews;
        generation = previews.generation();
    }

    @Override
    public Optional<Image> pixels(Preview.Ready picture, double width, double height) {
        Optional<Image> found = previews.pixels(picture, width, height);
        whole &= previews.complete(picture, width, height);
        return found;
    }

    /** Whether a bitmap that was painted with these need not be painted again. */
    State state() {
        return new State(whole, generation);
    }

    /** @param whole whether all pixels were there, as of a generation of previews */
    record State(boolean whole, long generation) {

        boolean holds(Previews now) {
            return whole || generation == now.generation();
        }
    }
}
