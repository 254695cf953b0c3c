// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/**
 * A colour of the sRGB space.
 *
 * @param argb alpha in the top byte, then red, green, blue; not premultiplied
 */
public record Color(int argb) {

    public static final Color CLEAR = new Color(0);

    /** @param hex {@code #RRGGBB} or {@code #RRGGBBAA} */
    public static Color of(String hex) {
        long value = Long.parseLong(hex.substring(1), 16);
        return switch (hex.length()) {
            case 7 -> new Color((int) (0xFF000000L | value));
            case 9 -> new Color((int) (value << 24 | value >>> 8));
            default -> throw new IllegalArgumentException("not a colour: " + hex);
        };
    }

    public int alpha() {
        return argb >>> 24;
    }

    public int red() {
        return argb >> 16 & 255;
    }

    public int green() {
        return argb >> 8 & 255;
    }

    public int blue() {
        return argb & 255;
    }

    /** @param opacity from 0 to 1, in place of the present one */
    public Color withOpacity(double opacity) {
        return new Color((int) Math.round(opacity * 255) << 24 | argb & 0xFFFFFF);
    }

    /** @param part from 0, this colour, to 1, the other; mixed channel by channel, opaque */
    public Color mix(Color other, double part) {
        return new Color(0xFF000000 | mix(red(), other.red(), part) << 16 | mix(green(), other.green(), part) << 8
                | mix(blue(), other.blue(), part));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }

    /** Relative luminance, 0 to 1, as WCAG 2 defines it. */
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** Contrast ratio, 1 to 21, as WCAG 2 defines it. */
    public double contrast(Color other) {
        double a = luminance() + 0.05;
        double b = other.luminance() + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** {@code #RRGGBB}, with two more digits when not opaque. */
    public String hex() {
        String rgb = "#%06X".formatted(argb & 0xFFFFFF);
        return alpha() == 255 ? rgb : rgb + "%02X".formatted(alpha());
    }
}
