// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleConsumer;

import org.pushpin.content.Point;
import org.pushpin.content.Seed;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;

/**
 * Makes documents: an OSGi service. The card type is chosen by media type among those that are registered; what nobody
 * else takes becomes a {@code file}. Any thread.
 */
public interface DocumentFactory {

    /**
     * Makes a document of a type. Does not wait: it is readable at once and durable soon.
     *
     * @throws IllegalArgumentException if no such type is installed
     */
    DocumentUrl create(String type, Seed seed);

    /**
     * Makes a document that says what another says now, and has a history of its own. What it links to is shared.
     *
     * @throws IllegalArgumentException if the other is not here
     */
    DocumentUrl copy(DocumentUrl url);

    /** Makes a card of text. */
    DocumentUrl importText(String text);

    /**
     * Makes a card of a file, streamed in on an io thread; memory use does not depend on its size. A picture that
     * cannot be decoded within bounds becomes a card that says so. Fails with an {@link java.io.IOException} in one clear line.
     *
     * @param progress told 0 … 1 on an io thread; NaN while the size is unknown
     */
    CompletionStage<DocumentUrl> importFile(Path file, DoubleConsumer progress);

    /** The same for bytes that are in memory anyway, for instance a pasted picture. */
    CompletionStage<DocumentUrl> importBytes(Bytes content, String mediaType, String name);

    /** Where there is room on a board: below everything, at its left edge. Completes on an io thread; fails when the board is not to be had. */
    CompletionStage<Point> room(DocumentUrl board);

    /**
     * Pins documents on a board, the first at a point in board units, the others beside it; when the point is null,
     * where there is room. Completes when the board holds them; fails when the board is not to be had.
     */
    CompletionStage<Void> place(DocumentUrl board, List<DocumentUrl> cards, Point at);
}
