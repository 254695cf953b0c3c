// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterHead;
import org.pushpin.network.Connection.Priority;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.Page;
import org.pushpin.repo.internal.replication.wire.HeaderMemory;
import org.pushpin.repo.internal.replication.wire.Message.Batch;
import org.pushpin.repo.internal.replication.wire.Message.Batches;
import org.pushpin.repo.internal.replication.wire.Message.GenesisIs;
import org.pushpin.repo.internal.replication.wire.Message.Have;
import org.pushpin.repo.internal.replication.wire.Message.Sync;
import org.pushpin.repo.internal.replication.wire.MessageCodec;

/**
 * Sends a document to one peer: since its last Sync, everything that it lacks, in our arrival order, a page at a time
 * while there is room; then what is new, at once. A Have follows whatever the peer could not conclude from batches.
 * One lane; a page is read at a time.
 */
final class Outbound {
    private final Node node;
    private final DocumentId document;
    private final Line line;
    private final PeerClock theirs;
    private final ClockBook told;
    private final HeaderMemory headers = new HeaderMemory();
    private long round;
    private long levelled;
    private long cursor;
    private boolean lacksGenesis;
    private final Deque<Carried> caughtUp = new ArrayDeque<>();
    private boolean pumping;
    private boolean full;

    /**
     * @param theirs what the peer holds
     * @param told what we have told it that we hold
     */
    Outbound(Node node, DocumentId document, Line line, PeerClock theirs, ClockBook told) {
        this.node = node;
        this.document = document;
        this.line = line;
        this.theirs = theirs;
        this.told = told;
    }

    /** The peer asks from the beginning. */
    void asked(Sync sync) {
        round = sync.round();
        theirs.reset(sync.clock());
        lacksGenesis = !sync.genesis();
        cursor = 0;
        caughtUp.clear();
        flush();
    }

    boolean asked() {
        return round > 0;
    }

    /** Sends what is new, soon. */
    void flush() {
        if (round > 0 && !pumping && !full) {
            pumping = true;
            pump();
        }
    }

    void writable() {
        full = false;
        flush();
    }

    private void pump() {
        if (!line.open()) {
            return;
        }
        sendGenesis();
        if (!caughtUp.isEmpty()) {
            full = !send(next(caughtUp));
            goOn();
            return;
        }
        List<WriterHead> clock = node.replica().clock(document);
        List<ClockEntry> entries = clock.stream().map(WriterHead::clockEntry).toList();
        Page page = node.replica().batches(document, theirs.covered(entries), cursor, Limits.PAGE);
        if (page.folded()) {
            catchUp();
            return;
        }
        boolean more = page.more() && page.lastRevision() > cursor;
        cursor = Math.max(cursor, page.lastRevision());
        full = !page.batches().isEmpty() && !send(page.batches());
        if (more) {
            goOn();
            return;
        }
        have(clock, entries);
        pumping = false;
    }

    /** Later: soon if there is room, else when there is. */
    private void goOn() {
        if (full) {
            pumping = false;
        } else {
            node.later(this::pump);
        }
    }

    /** Gets what is no longer in the log, unless the peer asks anew meanwhile. */
    private void catchUp() {
        long asked = round;
        node.replica().catchUp(document, theirs.entries()).whenComplete((result, failure) -> node.later(() -> {
            if (failure != null) {
                line.failed("what the peer lacks could not be read here");
            } else if (asked == round) {
                caughtUp.addAll(result.batches());
                cursor = Math.max(cursor, result.through());
            }
            pump();
        }));
    }

    private static List<Carried> next(Deque<Carried> queue) {
        List<Carried> page = new ArrayList<>();
        for (long bytes = 0; !queue.isEmpty() && bytes <= Limits.PAGE;) {
            Carried next = queue.poll();
            page.add(next);
            bytes += next.body().length();
        }
        return page;
    }

    private void sendGenesis() {
        Optional<Bytes> genesis = lacksGenesis ? node.replica().genesis(document) : Optional.empty();
        if (genesis.isPresent()) {
            lacksGenesis = false;
            line.send(priority(), new GenesisIs(genesis.get()));
        }
    }

    private boolean send(List<Carried> carried) {
        boolean room = true;
        List<Batch> batches = new ArrayList<>();
        int bytes = 0;
        for (Carried each : carried) {
            if (batches.size() == MessageCodec.MAX_ENTRIES || bytes > Limits.PAGE) {
                room &= line.send(priority(), new Batches(batches));
                batches.clear();
                bytes = 0;
            }
            batches.add(shorten(each));
            bytes += each.header().length() + each.body().length();
        }
        return room & line.send(priority(), new Batches(batches));
    }

    private Batch shorten(Carried carried) {
        try {
            told.extend(BatchHeader.decode(carried.header()));
            return headers.shorten(carried.header(), carried.body());
        } catch (FormatException damaged) {
            throw new IllegalStateException("a stored batch has a malformed header", damaged);
        }
    }

    private void have(List<WriterHead> clock, List<ClockEntry> entries) {
        List<ClockEntry> news = told.news(entries);
        if (levelled != round || !news.isEmpty()) {
            Priority priority = priority();
            levelled = round;
            told.replace(news);
            line.send(priority, new Have(round, Fingerprint.of(clock), news));
        }
    }

    private Priority priority() {
        return levelled == round ? Priority.INTERACTIVE : Priority.BULK;
    }
}
