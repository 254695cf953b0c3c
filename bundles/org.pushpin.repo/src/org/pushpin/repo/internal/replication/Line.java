// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import org.pushpin.network.Connection.Priority;
import org.pushpin.repo.internal.replication.wire.Message;

/** What the exchange of one document has of its session. One lane. */
interface Line {

    /** Sends on the document's channel, opened if need be; false if the caller should wait for room. */
    boolean send(Priority priority, Message.OfDocument message);

    /** All that the peer held when it was asked is durable here, or asking again is due only later. */
    void settled();

    /** What the peer holds, or whether we hold all of that, may have changed. */
    void progressed();

    /** The peer broke the protocol. */
    void violated(String sentence);

    /** This side cannot go on. */
    void failed(String sentence);

    boolean open();
}
