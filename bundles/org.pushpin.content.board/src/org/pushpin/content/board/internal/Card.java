// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pushpin.content.CardSize;
import org.pushpin.content.Fields;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;

/** An entry of a board's {@code cards}, a card or a frame, whatever it says: every number is brought to something that can be shown. */
record Card(String key, Fields fields) {

    static final String URL = "url";
    static final String X = "x";
    static final String Y = "y";
    static final String WIDTH = "width";
    static final String HEIGHT = "height";
    static final String Z = "z";
    static final String FRAME = "frame";
    static final String REMOVED = "removed";
    static final String LOCKED = "locked";
    static final String KIND = "kind";
    /** The {@link #KIND} of a frame; a card has none. */
    static final String FRAME_KIND = "frame";
    /** Of a frame: a TEXT object. */
    static final String TITLE = "title";
    static final String COLOR = "color";

    /** From the lowest to the highest. */
    static final Comparator<Card> BY_HEIGHT = Comparator.comparingDouble(Card::z).thenComparing(Card::key);

    /** Nothing lies farther from the origin, in board units; beyond, the fractions of a pixel would be lost. */
    static final double FAR = 1e6;
    private static final double SMALLEST = 2 * CardSize.CELL;
    private static final double LARGEST = 250 * CardSize.CELL;
    private static final double USUAL_WIDTH = 15 * CardSize.CELL;
    private static final double USUAL_HEIGHT = 5 * CardSize.CELL;

    ObjectId id() {
        return fields.map();
    }

    boolean shown() {
        return !fields.isTrue(REMOVED);
    }

    boolean locked() {
        return fields.isTrue(LOCKED);
    }

    /** Whether it holds cards, and shows no document. */
    boolean isFrame() {
        return fields.string(KIND).equals(FRAME_KIND);
    }

    /** Empty when the URL cannot be read, or is of a newer kind. */
    Optional<DocumentUrl> url() {
        try {
            return Optional.of(DocumentUrl.parse(fields.string(URL)));
        } catch (FormatException unreadable) {
            return Optional.empty();
        }
    }

    Point at() {
        return within(new Point(fields.number(X).orElse(0), fields.number(Y).orElse(0)));
    }

    /** The height is a guess where the card's is automatic. */
    Rect bounds() {
        double width = length(fields.number(WIDTH).orElse(USUAL_WIDTH));
        return new Rect(at().x(), at().y(), width, height().orElse(USUAL_HEIGHT));
    }

    /** Empty: as high as the content. */
    OptionalDouble height() {
        OptionalDouble height = fields.number(HEIGHT);
        return height.isPresent() ? OptionalDouble.of(length(height.getAsDouble())) : height;
    }

    double z() {
        return fields.number(Z).orElse(0);
    }

    String frame() {
        return fields.string(FRAME);
    }

    static Point within(Point point) {
        return new Point(coordinate(point.x()), coordinate(point.y()));
    }

    private static double coordinate(double wanted) {
        return Double.isNaN(wanted) ? 0 : Math.clamp(wanted, -FAR, FAR);
    }

    /** A width or height that a card can have. */
    static double length(double wanted) {
        return Double.isNaN(wanted) ? SMALLEST : Math.clamp(wanted, SMALLEST, LARGEST);
    }
}
