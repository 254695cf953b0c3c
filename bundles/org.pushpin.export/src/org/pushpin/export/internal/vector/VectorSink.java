// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.vector;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

import org.pushpin.scene.Poster;

/** A file of vectors that is being written: everything in its own units, in painting order. One thread. */
public interface VectorSink {

    /** @param clip what of it is seen; null: all */
    void fill(Shape shape, Ink ink, Shape clip);

    /** @param scale of the stroke's lengths to the file's units */
    void draw(Shape shape, BasicStroke stroke, double scale, Ink ink, Shape clip);

    /** @param at maps pixels to the file's units */
    void image(BufferedImage image, AffineTransform at, double alpha, Shape clip);

    /** @param at maps the run's units to the file's */
    void text(GlyphRun run, AffineTransform at, double alpha, Shape clip);

    /** Comes before the line that {@link #text} draws the runs of. */
    default void beginLine(Poster.Line line, AffineTransform at) {
    }

    default void endLine() {
    }

    default void begin(Poster.Part part) {
    }

    default void end() {
    }
}
