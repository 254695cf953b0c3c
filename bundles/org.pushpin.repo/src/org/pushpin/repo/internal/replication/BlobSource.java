// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.wire.Message;

/** A session, as one that may have blobs. One lane. */
interface BlobSource {

    /** Whether the peer has proved that it knows the document, and can be asked. */
    boolean shares(DocumentId document);

    /** Asks on the document's channel for blobs. */
    void ask(DocumentId document, Message.OfBlobs request);

    /** The peer broke the protocol. */
    void violated(String sentence);

    /** This side cannot go on. */
    void failed(String sentence);
}
