// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.Optional;

import org.pushpin.crypto.DocumentId;

/**
 * What a person should know.
 *
 * @param text one clear sentence: what happened, what it means, what to do
 * @param draft the text that the person typed and that could not be kept, if any
 */
public record Notice(Kind kind, Optional<DocumentId> document, String text, Optional<String> draft) {

    /** What a notice is about. */
    public enum Kind {
        /** The disk refused a change, or a file. */
        REFUSED,
        /** A writer signed two different changes under one sequence number; both are kept. */
        FORK,
        /** Stored data did not match its hash and was set aside. */
        DAMAGE,
        /** A peer sent what breaks the protocol and was disconnected. */
        PEER,
        /** Links lead to more than is fetched by itself; see {@link Repo#followFurther}. */
        LIMIT
    }
}
