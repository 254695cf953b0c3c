// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.ink.internal;

import java.util.Optional;

/**
 * What is drawn with: the name of a stroke, {@code blue/4} or {@value #ERASER}.
 *
 * @param width in board units
 */
record Pen(PenColor color, double width) {

    static final String ERASER = "eraser";
    static final Pen FIRST = new Pen(PenColor.INK, 3);
    private static final double THINNEST = 0.5;
    private static final double THICKEST = 64;

    String name() {
        return color.id() + "/" + width;
    }

    /** Empty for what is no pen. */
    static Optional<Pen> of(String name) {
        int slash = name.indexOf('/');
        if (slash < 0 || name.length() > 64) return Optional.empty();
        try {
            double width = Double.parseDouble(name.substring(slash + 1));
            if (!Double.isFinite(width)) return Optional.empty();
            return Optional.of(new Pen(PenColor.of(name.substring(0, slash)), clamped(width)));
        } catch (NumberFormatException noWidth) {
            return Optional.empty();
        }
    }

    static double clamped(double width) {
        return Math.clamp(width, THINNEST, THICKEST);
    }
}
