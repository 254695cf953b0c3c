// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.profile;

import java.io.IOException;
import java.util.Optional;

import org.pushpin.crypto.Bytes;

/** Where the session token is kept outside of a profile, so that a copy or a backup of the profile does not hold it. */
public interface SessionMemory {

    /** What is remembered of a profile on this machine; empty if nothing, or if it was written on another machine. */
    Optional<Session> read(Bytes profileId) throws IOException;

    /** Remembers, durably. */
    void write(Bytes profileId, Session session) throws IOException;

    /** @param next the token that is about to replace {@code token}, if any */
    record Session(Bytes token, Optional<Bytes> next) {

        boolean knows(Bytes stored) {
            return token.equals(stored) || next.filter(stored::equals).isPresent();
        }
    }
}
