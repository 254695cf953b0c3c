// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.time.Duration;

/** What one peer may cost, and how long it may take. Bytes unless the name says otherwise. */
final class Limits {
    /** Connections at a time, and those of them whose peer has not identified itself. */
    static final int SESSIONS = 128;
    static final int STRANGERS = 64;

    /** Received and not yet dealt with, for a peer that is identified, and for one that is not. */
    static final long HELD = 64L << 20;
    static final long HELD_OF_STRANGER = 1L << 20;

    /** Hellos of one session: 16,384 documents. */
    static final int HELLOS = 64;

    /** Tags of a peer that mean nothing here yet; the oldest are forgotten beyond. */
    static final int UNKNOWN_TAGS = 65_536;

    /** Channels that a peer may open for documents that are not known here. */
    static final int IGNORED_CHANNELS = 1024;

    /** Requests for the same document within {@link #MINUTE}. */
    static final int ROUNDS_PER_MINUTE = 32;
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** Documents of one session that are being caught up with at a time. */
    static final int CATCHING_UP = 32;

    /** Bodies of one message of batches, about. */
    static final int PAGE = 64 << 10;

    /** Chunks asked for and not yet here, per session; and those that a peer may ask for ahead. */
    static final int CHUNKS_AHEAD = 8;
    static final int CHUNKS_QUEUED = 64;

    /** Blobs that are fetched at a time, from whomever. */
    static final int BLOBS = 16;

    /** A blob that could not be stored is tried again after this. */
    static final Duration BLOB_AGAIN = Duration.ofMinutes(1);

    /** Blobs that a peer wants and that are not here yet. */
    static final int BLOBS_ASKED = 4096;

    /** Live changes of a document leave at once, and then this far apart; what others wrote is passed on after it. */
    static final Duration PACE = Duration.ofMillis(30);

    /** New documents are tagged together. */
    static final Duration TAG_PACE = Duration.ofMillis(5);

    /** A peer that said nothing for this long is asked, and after {@link #DEAD} given up. */
    static final Duration QUIET = Duration.ofSeconds(30);
    static final Duration DEAD = Duration.ofSeconds(90);

    /** A peer that owes an answer and sends nothing for this long is given up. */
    static final Duration STALLED = Duration.ofSeconds(60);

    private Limits() {
    }

    /** The pause before asking again for a document, after so many rounds in vain. */
    static Duration pause(int attempts) {
        return switch (attempts) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(1);
            case 2 -> Duration.ofSeconds(5);
            case 3 -> Duration.ofSeconds(30);
            default -> Duration.ofMinutes(1);
        };
    }
}
