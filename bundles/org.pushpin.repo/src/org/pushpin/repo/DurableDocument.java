// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.Map;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.Fingerprint;

/**
 * What is durable of a document at one moment; see {@link Repo#durable}.
 *
 * @param fingerprint of what {@code document} holds at least
 * @param devices whose actors are, as far as their devices have certified it
 */
public record DurableDocument(Doc document, Fingerprint fingerprint, Map<ActorId, DeviceId> devices) {

    public DurableDocument {
        devices = Map.copyOf(devices);
    }
}
