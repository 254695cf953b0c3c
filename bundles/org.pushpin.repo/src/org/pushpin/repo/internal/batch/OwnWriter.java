// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.batch;

import org.pushpin.crdt.ActorId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.SigningKey;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.profile.Device;

/** As whom this device writes to a document in its present incarnation. */
public record OwnWriter(Bytes incarnation, SigningKey key, WriterId id, ActorId actor, WriterCertificate certificate) {

    /** As whom it writes now. */
    public static OwnWriter of(Device device, DocumentId document) {
        Bytes incarnation = device.incarnation();
        SigningKey key = device.writerKey(document, incarnation);
        WriterId id = new WriterId(key.publicKey());
        return new OwnWriter(incarnation, key, id, actor(id), WriterCertificate.sign(device.key(), id, document));
    }

    /** The actor id of a writer. */
    public static ActorId actor(WriterId writer) {
        return ActorId.of(writer.actor().toByteArray());
    }
}
