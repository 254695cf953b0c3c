// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;

/**
 * Everything but the document that a renderer may depend on. What is read here is recorded, and only that renders the
 * view again when it changes. Valid during one call of {@link Renderer#render}, on its thread.
 */
public interface RenderContext {

    /** Opened, filling the window. */
    String WORKSPACE = "workspace";
    /** A card on a board. */
    String BOARD = "board";
    /** A row of a list. */
    String LIST = "list";
    /** The title bar of an opened document. */
    String TITLE_BAR = "title-bar";

    /** Where the view will be seen: one of the names above, or a card type's own. */
    String context();

    /** The link under which the document is shown. */
    DocumentUrl document();

    Theme theme();

    Locale locale();

    /** The time, rounded down to {@code grain}; the view is rendered again when the next grain begins. */
    Instant now(Duration grain);

    /**
     * A value that belongs to this window and is never replicated: a page, a fold, a playhead.
     * Set by {@link Intent.Local}.
     */
    Scalar local(String key, Scalar initial);

    /**
     * A picture made from a blob by the host; the view is rendered again when the answer changes. Never waits.
     *
     * @param kind {@link Preview#IMAGE} for the picture itself
     */
    Preview preview(BlobRef blob, String kind);

    /** The view of a part of the document; the one made last time is reused while that part is unchanged. */
    View keyed(ObjectId part, Supplier<View> make);

    /**
     * What is made of a part of the document step by step, such as a parsed text. The value must be immutable, and must be
     * what it would be without the last one: this spares work, and changes nothing.
     *
     * @param make is given what it made for this part at the last render, or null
     */
    <T> T follow(ObjectId part, Class<T> type, UnaryOperator<T> make);
}
