// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.List;

import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** What a session tells whoever keeps all sessions. One lane. */
interface SessionHost {

    /** The peer has proved who it is; the session may be closed by this call. */
    void identified(Session session);

    /** What the session says of a document may have changed. */
    void progressed(DocumentId document);

    /** The peer has proved that it knows the document. */
    void proven(Session session, DocumentId document);

    /** The peer said who is at the document. */
    void present(Session session, DocumentId document, List<Ephemeral> news);

    /** There is room again for what is said of who is at the document. */
    void presenceWritable(Session session, DocumentId document);

    /** Changes of the document have come from the peer. */
    void received(DocumentId document);

    /** The peer broke the protocol, in one sentence; the session is being closed. */
    void violated(Session session, String sentence);

    /** The session is over; the last call. */
    void closed(Session session, String reason);
}
