// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.List;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterHead;
import org.pushpin.network.Connection.Priority;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.repo.internal.replication.wire.HeaderMemory;
import org.pushpin.repo.internal.replication.wire.Message.Batch;
import org.pushpin.repo.internal.replication.wire.Message.Batches;
import org.pushpin.repo.internal.replication.wire.Message.GenesisIs;
import org.pushpin.repo.internal.replication.wire.Message.Have;
import org.pushpin.repo.internal.replication.wire.Message.Sync;

/**
 * Gets a document from one peer, in rounds: ask with all that is here, take what comes, and when the peer says that this
 * was all, see whether something that it holds is still not here. Then ask again, after a pause, at first without the
 * writers concerned, and in the end as if nothing were here. One lane.
 */
final class Inbound {
    private static final long NOT_YET = -1;

    private final Node node;
    private final DocumentId document;
    private final Line line;
    private final PeerClock theirs;
    private final ClockBook told;
    private final HeaderMemory headers = new HeaderMemory();
    private long round;
    private long levelled = NOT_YET;
    private int ingesting;
    private int vain;
    private boolean pausing;
    private boolean complete;

    Inbound(Node node, DocumentId document, Line line, PeerClock theirs, ClockBook told) {
        this.node = node;
        this.document = document;
        this.line = line;
        this.theirs = theirs;
        this.told = told;
    }

    /** Asks, unless that has been done. */
    void request() {
        if (round == 0) {
            ask();
        }
    }

    /** Whether all that the peer is known to hold is here. */
    boolean complete() {
        return complete;
    }

    private void ask() {
        pausing = false;
        if (!line.open()) {
            return;
        }
        round++;
        List<ClockEntry> clock = node.replica().clock(document).stream().map(WriterHead::clockEntry)
                .filter(entry -> vain < 2 || vain == 2 && !theirs.ahead(entry.writer())).toList();
        told.reset(clock);
        line.send(Priority.BULK, new Sync(round, !node.replica().wanted(document), clock));
    }

    void genesis(GenesisIs message) throws Violation {
        if (node.replica().wanted(document)
                && !node.replica().acceptGenesis(document, message.genesis())) {
            throw new Violation("the peer sent a Genesis that is not the document's");
        }
    }

    /** @param release to be called once the batches are durable or refused */
    void batches(Batches message, Runnable release) throws Violation, FormatException {
        if (round == 0 || node.replica().wanted(document)) {
            throw new Violation("the peer sent changes before the document's Genesis");
        }
        int[] left = {message.batches().size()};
        Runnable one = () -> {
            if (--left[0] == 0) {
                release.run();
            }
        };
        for (Batch batch : message.batches()) {
            ingest(batch, one);
        }
    }

    private void ingest(Batch batch, Runnable release) throws Violation, FormatException {
        Bytes bytes = headers.restore(batch);
        BatchHeader header = BatchHeader.decode(bytes);
        if (!header.document().equals(document)) {
            throw new Violation("the peer sent a change of another document");
        }
        theirs.extend(header);
        complete = false;
        ingesting++;
        node.replica().ingest(document, bytes, batch.body())
                .whenComplete((ingested, failure) -> node.later(() -> {
                    release.run();
                    ingested(ingested, failure);
                }));
    }

    private void ingested(Ingested result, Throwable failure) {
        ingesting--;
        if (failure != null) {
            line.failed("what the peer sent could not be stored here");
        } else if (result == Ingested.REFUSED) {
            line.violated("the peer sent a change that is not valid");
        } else {
            vain = result == Ingested.STORED || result == Ingested.FORKED ? 0 : vain;
            evaluate();
        }
    }

    void have(Have have) throws Violation {
        if (have.round() > round) {
            throw new Violation("the peer answered a request that was not made");
        }
        theirs.replace(have.news());
        levelled = Math.max(levelled, have.round());
        evaluate();
    }

    /** Something came, from this peer or another. */
    void evaluate() {
        if (ingesting > 0 || round == 0 || !line.open()) {
            return;
        }
        boolean ahead = theirs.ahead();
        complete = !ahead && levelled == round;
        if (levelled == round && !pausing) {
            if (ahead) {
                pausing = true;
                node.after(Limits.pause(vain++), this::ask);
            } else {
                vain = 0;
            }
            line.settled();
        }
        line.progressed();
    }
}
