// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.text;

/**
 * Where a paragraph's lines begin and how wide they may be, in board units.
 *
 * @param indent of all lines but a first one that begins with a marker
 * @param right what is left free there
 */
record Indents(int marker, double width, double indent, double right) {

    /** What stands for the marker; null if there is none. */
    static Sign sign(Paragraph of, Fonts fonts) {
        return of.marker == 0 ? null : Sign.of(of.source.lead(), of.text.substring(0, of.marker),
                of.source.runs().getFirst().style(), fonts);
    }

    /** @param sign may be null */
    static Indents of(Paragraph of, Sign sign) {
        double wanted = sign == null ? of.source.lead().indent() : sign.getAdvance();
        double indent = Math.min(wanted, Math.max(0, of.width - 20));
        return new Indents(of.marker, of.width, indent, of.source.lead().ground().isPresent() ? indent : 0);
    }

    /** Of the line that begins with a unit. */
    double left(int start) {
        return start < marker ? 0 : indent;
    }

    double room(int start) {
        return Math.max(1, width - left(start) - right);
    }
}
