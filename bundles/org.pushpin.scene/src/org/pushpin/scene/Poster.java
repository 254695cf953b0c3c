// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Color;
import org.pushpin.content.Rect;
import org.pushpin.content.Role;

/** A document laid out once, in board units, to be painted at any scale. Immutable; any thread. */
public interface Poster {

    /** Its title, for file names and metadata. */
    String title();

    /** What it covers, margin included, in board units. */
    Rect bounds();

    /**
     * Paints it into board units: the caller has set transform and clip. Costs what its content costs. A graphics that
     * is a {@link Surface} gets text as text; any other one gets outlines.
     */
    void paint(Graphics2D graphics);

    /** Where the items of a canvas are, with the sizes that they really have, by key; empty for a page. */
    default Map<String, Rect> places() {
        return Map.of();
    }

    /**
     * The same with some items of a canvas only: with what lies in those that are frames, and the arrows between all of them. A page, and
     * a canvas that has none of them, stays whole.
     */
    default Poster part(Set<String> keys) {
        return this;
    }

    /** A graphics that wants to know what it draws. Called between other drawing, in the same units. */
    interface Surface {

        /** Draws a line of text. What lies behind it has been drawn. */
        void line(Line line);

        /** What follows, until {@link #end}, belongs together. Parts nest. */
        void begin(Part part);

        void end();
    }

    /** @param name what a screen reader says; empty: the part's own text */
    record Part(Role role, String name) {}

    /**
     * A laid out line.
     *
     * @param layout drawn at {@code x} and {@code baseline}
     * @param text of the layout, unit for unit, whether shown or not
     * @param pieces from the first unit to the last, without gaps
     * @param marker the text of the sign that stands before the line, for instance a bullet; empty where none does
     * @param level of a heading, 1 to 6; 0: no heading
     * @param opens whether it begins a paragraph
     * @param emoji for which the layout leaves room
     */
    record Line(TextLayout layout, String text, double x, double baseline, List<Piece> pieces, String marker, int level,
            boolean opens, List<Emoji> emoji) {

        public Line {
            pieces = List.copyOf(pieces);
            emoji = List.copyOf(emoji);
        }
    }

    /** An emoji on a line, whose outlines are filled after the line is drawn. @param x of its left */
    record Emoji(String text, double x, double width) {}

    /**
     * A stretch of a line of one look.
     *
     * @param link http, https, mailto, or a document's URL without what gives access to it
     * @param shown false where nothing, or a sign, stands in its place
     */
    record Piece(int start, int end, Color color, Optional<String> link, boolean shown) {}
}
