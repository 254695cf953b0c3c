// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;

/**
 * A context that stands still: for tests of card types, and where a view is wanted once. A value.
 *
 * @param preview the answer for every picture
 */
public record FixedContext(String context, DocumentUrl document, Theme theme, Locale locale, Instant time, Preview preview)
        implements RenderContext {

    /** In light and English, in 1970, with no picture ready; the document's id is all zeros. */
    public static FixedContext of(String context) {
        DocumentUrl nowhere = new DocumentUrl(new DocumentId(Bytes.zeros(DocumentId.LENGTH)), "none", List.of(),
                Optional.empty());
        return new FixedContext(context, nowhere, Theme.LIGHT, Locale.ENGLISH, Instant.EPOCH, new Preview.Pending());
    }

    public FixedContext theme(Theme other) {
        return new FixedContext(context, document, other, locale, time, preview);
    }

    public FixedContext locale(Locale other) {
        return new FixedContext(context, document, theme, other, time, preview);
    }

    public FixedContext preview(Preview other) {
        return new FixedContext(context, document, theme, locale, time, other);
    }

    @Override
    public Instant now(Duration grain) {
        long millis = grain.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    @Override
    public Scalar local(String key, Scalar initial) {
        return initial;
    }

    /** The same picture for everything; a ready one is given the blob that was asked for. */
    @Override
    public Preview preview(BlobRef blob, String kind) {
        return preview instanceof Preview.Ready ready ? new Preview.Ready(blob, kind, ready.pixels()) : preview;
    }

    @Override
    public View keyed(ObjectId part, Supplier<View> make) {
        return make.get();
    }

    @Override
    public <T> T follow(ObjectId part, Class<T> type, UnaryOperator<T> make) {
        return make.apply(null);
    }
}
