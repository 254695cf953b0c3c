// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/**
 * How a run of text looks. Sizes in board units.
 *
 * @param size of the font
 * @param lineHeight of a line of this text, whatever the font says
 * @param weight 100 to 900: 400 regular, 600 semibold
 * @param ground behind the text; {@link Color#CLEAR}: none
 */
public record TextStyle(Family family, double size, double lineHeight, int weight, boolean italic, boolean underline,
        boolean strike, Color color, Color ground) {

    /** The host chooses the font; exports use the ones it ships. */
    public enum Family { UI, MONO }

    public TextStyle {
        if (!(size > 0) || !(lineHeight > 0)) throw new IllegalArgumentException("no size");
    }

    public static TextStyle of(double size, double lineHeight, int weight, Color color) {
        return new TextStyle(Family.UI, size, lineHeight, weight, false, false, false, color, Color.CLEAR);
    }

    public TextStyle color(Color other) {
        return new TextStyle(family, size, lineHeight, weight, italic, underline, strike, other, ground);
    }

    public TextStyle weight(int other) {
        return new TextStyle(family, size, lineHeight, other, italic, underline, strike, color, ground);
    }

    public TextStyle italic(boolean on) {
        return new TextStyle(family, size, lineHeight, weight, on, underline, strike, color, ground);
    }

    public TextStyle underline(boolean on) {
        return new TextStyle(family, size, lineHeight, weight, italic, on, strike, color, ground);
    }

    public TextStyle strike(boolean on) {
        return new TextStyle(family, size, lineHeight, weight, italic, underline, on, color, ground);
    }

    public TextStyle mono() {
        return new TextStyle(Family.MONO, size, lineHeight, weight, italic, underline, strike, color, ground);
    }

    public TextStyle ground(Color other) {
        return new TextStyle(family, size, lineHeight, weight, italic, underline, strike, color, other);
    }

    /** @param newLineHeight for a smaller or larger size in the same place */
    public TextStyle size(double newSize, double newLineHeight) {
        return new TextStyle(family, newSize, newLineHeight, weight, italic, underline, strike, color, ground);
    }

    /** Size and line height multiplied. */
    public TextStyle scaled(double by) {
        return size(size * by, lineHeight * by);
    }
}
