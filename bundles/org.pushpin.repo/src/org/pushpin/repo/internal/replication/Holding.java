// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import org.pushpin.crypto.Fingerprint;

/** What a peer has said of what is here of a document. Nothing is concluded that it did not say. */
sealed interface Holding {

    /** It has not said. */
    record Unknown() implements Holding {}

    /** It holds all of this, durably, and perhaps more. */
    record Held(Fingerprint fingerprint) implements Holding {}

    /** It has told all that it holds, and something is missing. @param fingerprint of what is here */
    record Lacking(Fingerprint fingerprint) implements Holding {}
}
