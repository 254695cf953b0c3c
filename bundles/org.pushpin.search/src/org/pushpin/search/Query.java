// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crypto.DeviceId;

/**
 * What is searched for.
 *
 * @param text as a person typed it; see {@link Term#parse}. Blank for all documents, those changed last first; otherwise all its
 *        terms must be found, and the best come first
 * @param types only documents of these content types; empty for all
 * @param authors only documents that one of these devices has changed; empty for all
 * @param from only documents that were changed at this moment or later
 * @param before only documents that were changed last before this moment
 * @param limit how many results at most
 */
public record Query(String text, Set<String> types, Set<DeviceId> authors, Optional<Instant> from, Optional<Instant> before, int limit) {

    private static final int LONGEST = 1_000;
    private static final int USUAL_LIMIT = 50;

    /** Shortens the text to what is ever looked at. */
    public Query {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        types = Set.copyOf(types);
        authors = Set.copyOf(authors);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
    }

    /** The 50 best for a text. */
    public static Query of(String text) {
        return new Query(text, Set.of(), Set.of(), Optional.empty(), Optional.empty(), USUAL_LIMIT);
    }

    /** Every document, those changed last first. */
    public static Query all() {
        return of("").limit(Integer.MAX_VALUE);
    }

    public Query text(String typed) {
        return new Query(typed, types, authors, from, before, limit);
    }

    public Query types(String... only) {
        return new Query(text, Set.of(only), authors, from, before, limit);
    }

    public Query authors(DeviceId... only) {
        return new Query(text, types, Set.of(only), from, before, limit);
    }

    public Query from(Instant moment) {
        return new Query(text, types, authors, Optional.of(moment), before, limit);
    }

    public Query before(Instant moment) {
        return new Query(text, types, authors, from, Optional.of(moment), limit);
    }

    public Query limit(int most) {
        return new Query(text, types, authors, from, before, most);
    }

    /** Whether everything is asked for, without a text. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** What must be found; none if the text is blank, or holds no word (then nothing is found). */
    public List<Term> terms() {
        return Term.parse(text);
    }
}
