// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** A connected peer, as far as presence goes. One lane. */
public interface Audience {

    /** Who the peer has proved to be. */
    Optional<DeviceId> device();

    /** Whether the peer has proved that it knows the document, and is still there. */
    boolean shares(DocumentId document);

    /** Sends on the document's channel; false if the caller should wait for room, which {@link Attendance#writable} tells. */
    boolean send(DocumentId document, List<Ephemeral> news);
}
