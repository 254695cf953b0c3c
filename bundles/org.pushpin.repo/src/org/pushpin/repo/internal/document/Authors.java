// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.HashMap;
import java.util.Map;

import org.pushpin.crdt.ActorId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.OwnWriter;

/** Whose the actors of a document are, by what devices have certified. Any thread. */
final class Authors {

    private static final System.Logger LOG = System.getLogger(Authors.class.getName());

    private Map<WriterId, Bytes> known = Map.of();
    private Map<ActorId, DeviceId> devices = Map.of();

    /** @param certificates an immutable map; the one that was given last costs nothing */
    synchronized Map<ActorId, DeviceId> devices(Map<WriterId, Bytes> certificates) {
        if (certificates != known) {
            Map<ActorId, DeviceId> found = new HashMap<>(devices);
            certificates.forEach((writer, bytes) -> {
                if (!bytes.equals(known.get(writer))) {
                    add(found, writer, bytes);
                }
            });
            devices = Map.copyOf(found);
            known = certificates;
        }
        return devices;
    }

    private static void add(Map<ActorId, DeviceId> devices, WriterId writer, Bytes bytes) {
        try {
            devices.put(OwnWriter.actor(writer), WriterCertificate.decode(bytes).device());
        } catch (FormatException e) {
            LOG.log(System.Logger.Level.WARNING, "a stored certificate is not one: {0}", e.getMessage());
        }
    }
}
