// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.Batches;
import org.pushpin.repo.internal.replication.wire.Message.GenesisIs;
import org.pushpin.repo.internal.replication.wire.Message.Have;
import org.pushpin.repo.internal.replication.wire.Message.Sync;

/** One document in one session, both ways. One lane. */
final class DocumentExchange {
    private final Node node;
    private final DocumentId document;
    private final PeerClock theirs;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Deque<Instant> rounds = new ArrayDeque<>();

    DocumentExchange(Node node, DocumentId document, Line line) {
        this.node = node;
        this.document = document;
        theirs = new PeerClock(change -> node.replica().contains(document, change));
        ClockBook told = new ClockBook();
        outbound = new Outbound(node, document, line, theirs, told);
        inbound = new Inbound(node, document, line, theirs, told);
    }

    /** Asks for what is missing, and for all that will come. */
    void request() {
        inbound.request();
    }

    /** @param release gives the peer credit for the message */
    void receive(Message.OfDocument message, Runnable release) throws Violation, FormatException {
        if (message instanceof Batches batches) {
            inbound.batches(batches, release);
            return;
        }
        release.run();
        switch (message) {
            case Sync sync -> sync(sync);
            case GenesisIs genesis -> inbound.genesis(genesis);
            case Have have -> inbound.have(have);
            case Batches batches -> throw new IllegalStateException("taken above");
        }
    }

    private void sync(Sync sync) throws Violation {
        Instant now = node.now();
        rounds.add(now);
        while (rounds.peek().isBefore(now.minus(Limits.MINUTE))) {
            rounds.poll();
        }
        if (rounds.size() > Limits.ROUNDS_PER_MINUTE) {
            throw new Violation("the peer asks for the same document again and again");
        }
        outbound.asked(sync);
        inbound.evaluate();
    }

    /** Something here is new. */
    void changed() {
        outbound.flush();
        inbound.evaluate();
    }

    void writable() {
        outbound.writable();
    }

    /** Whether all that the peer is known to hold is here. */
    boolean complete() {
        return inbound.complete();
    }

    /** What the peer has said that it holds of what is here. */
    Holding holding() {
        if (!outbound.asked()) {
            return new Holding.Unknown();
        }
        List<WriterHead> clock = node.replica().clock(document);
        Fingerprint fingerprint = Fingerprint.of(clock);
        return theirs.includes(clock.stream().map(WriterHead::clockEntry).toList()) ? new Holding.Held(fingerprint)
                : new Holding.Lacking(fingerprint);
    }
}
