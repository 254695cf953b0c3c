// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentId;

/**
 * What a scene depends on besides documents. A value.
 *
 * @param locals values of the window, by document and key
 * @param viewport what is in sight, in board units; empty for all
 * @param width of the stage in board units, for what is not a canvas
 * @param scale device pixels per board unit
 * @param sizes items whose size is being changed by a gesture
 * @param expanded keys of items shown in full height, because their text is being edited
 */
public record Request(Theme theme, Locale locale, Map<LocalKey, Scalar> locals, Optional<Rect> viewport, double width,
        double scale, Map<String, Sizing> sizes, Set<String> expanded, Optional<Composing> composing,
        Optional<Revealed> revealed, Instant now) {

    public Request {
        locals = Map.copyOf(locals);
        sizes = Map.copyOf(sizes);
        expanded = Set.copyOf(expanded);
    }

    /** The same at another time. */
    Request at(Instant time) {
        return new Request(theme, locale, locals, viewport, width, scale, sizes, expanded, composing, revealed, time);
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
