// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentId;

/**
 * What a scene depends on besides documents. A value.
 *
 * @param locals values of the window, by document and key
 * @param width of the stage in board units, for what is not a canvas
 * @param sizes items whose size is being changed by a gesture
 * @param expanded keys of items shown in full height, because their text is being edited
 * @param lifted keys of items that are dragged or edited: each is a picture of its own, however small
 * @param minimap whether all of the board is shown in a corner, too
 */
public record Request(Theme theme, Locale locale, Map<LocalKey, Scalar> locals, Sight sight, double width,
        Map<String, Sizing> sizes, Set<String> expanded, Set<String> lifted, Optional<Composing> composing,
        Optional<Revealed> revealed, boolean minimap, Instant now) {

    public Request {
        locals = Map.copyOf(locals);
        sizes = Map.copyOf(sizes);
        expanded = Set.copyOf(expanded);
        lifted = Set.copyOf(lifted);
    }

    /** The same at another time. */
    Request at(Instant time) {
        return new Request(theme, locale, locals, sight, width, sizes, expanded, lifted, composing, revealed, minimap, time);
    }

    double scale() {
        return sight.scale;
    }

    /**
     * What is in sight.
     *
     * @param viewport in board units; empty for all of it
     * @param focus what a person looks at: what is nearest to it is made ready first
     * @param scale device pixels per board unit
     * @param device its pixels per point
      * @param moving whether the scale is still changing, so that bitmaps for it would be thrown away
     */
    public record Sight(Optional<Rect> viewport, Point focus, double scale, double device, boolean moving) {

        /** Everything at a scale of one, for what is laid out and not looked at. */
        public static final Sight ALL = new Sight(Optional.empty(), Point.ORIGIN, 1, 1, false);

        /** From here on cards are painted together, on squares of the plane. */
        static final double FAR = 0.3;
        /** From here on they are blocks of colour: their documents are not needed. */
        static final double FARTHEST = 0.12;

        /** Whether cards are too small to be pictures of their own. */
        public static boolean isFar(double scale) {
            return scale < FAR;
        }

        boolean far() {
            return viewport.isPresent() && isFar(scale);
        }

        boolean farthest() {
            return viewport.isPresent() && scale < FARTHEST;
        }

        /** The viewport with so many times its longer side around it. */
        Rect around(double part) {
            Rect view = viewport.orElse(new Rect(-1e9, -1e9, 2e9, 2e9));
            return view.grown(Math.max(view.width(), view.height()) * part);
        }

        double distance(Rect at) {
            return Math.hypot(at.center().x() - focus.x(), at.center().y() - focus.y());
        }
    }

    /** A size that a gesture asks for. */
    public record Sizing(Rect at, boolean autoHeight) {}

    /** The name of a window's value. */
    public record LocalKey(DocumentId document, String key) {}

    /** What an input method is composing. @param at UTF-16 units from the text's start */
    public record Composing(String item, ObjectId text, int at, String preedit) {}

    /** The paragraphs, by number, that somebody edits: their syntax is shown. */
    public record Revealed(String item, ObjectId text, int first, int last) {}
}
