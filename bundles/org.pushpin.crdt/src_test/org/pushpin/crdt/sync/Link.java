// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.MalformedException;

/** Two replicas and a stream between them; every message goes through its bytes. */
final class Link {
    final Replica left;
    final Replica right;
    SyncState leftState = new SyncState();
    SyncState rightState = new SyncState();
    /** Whether neither side gets to see the other's flags, as if it were older than flags. */
    boolean old;
    int messages;
    long bytes;

    Link(Replica left, Replica right) {
        this.left = left;
        this.right = right;
    }

    static Link of(Replica left, Replica right) {
        return new Link(left, right);
    }

    Link old() {
        old = true;
        return this;
    }

    /** Both speak at once until neither has anything to say. */
    Link sync() {
        for (int round = 0;; round++) {
            assertTrue(round < 40, "no end in sight");
            Optional<SyncMessage> toRight = leftState.generate(left.doc);
            Optional<SyncMessage> toLeft = rightState.generate(right.doc);
            if (toRight.isEmpty() && toLeft.isEmpty()) {
                return this;
            }
            toRight.ifPresent(this::toRight);
            toLeft.ifPresent(this::toLeft);
        }
    }

    /** One speaks until it has nothing to say, then the other. */
    Link takeTurns() {
        for (int round = 0;; round++) {
            assertTrue(round < 40, "no end in sight");
            Optional<SyncMessage> toRight = leftState.generate(left.doc);
            toRight.ifPresent(this::toRight);
            Optional<SyncMessage> toLeft = rightState.generate(right.doc);
            toLeft.ifPresent(this::toLeft);
            if (toRight.isEmpty() && toLeft.isEmpty()) {
                return this;
            }
        }
    }

    SyncMessage fromLeft() {
        return leftState.generate(left.doc).orElseThrow();
    }

    SyncMessage fromRight() {
        return rightState.generate(right.doc).orElseThrow();
    }

    void toRight(SyncMessage message) {
        try {
            right.doc = rightState.receive(right.doc, carried(message));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    void toLeft(SyncMessage message) {
        try {
            left.doc = leftState.receive(left.doc, carried(message));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private SyncMessage carried(SyncMessage message) throws MalformedException {
        byte[] sent = message.toByteArray();
        messages++;
        bytes += sent.length;
        SyncMessage got = SyncMessage.parse(sent);
        assertTrue(got.saysTheSame(message));
        return old ? new SyncMessage(got.version(), got.heads(), got.need(), got.haves(), chunks(got), Set.of()) : got;
    }

    private static List<byte[]> chunks(SyncMessage message) throws MalformedException {
        return message.changes().stream().map(change -> change.toByteArray()).toList();
    }

    /** The connection breaks and is made anew, with what is kept of the states. */
    Link reconnect() {
        try {
            leftState = SyncState.parse(leftState.toByteArray());
            rightState = SyncState.parse(rightState.toByteArray());
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    boolean isInSync() {
        return left.doc.heads().equals(right.doc.heads()) && leftState.isInSync(left.doc) && rightState.isInSync(right.doc);
    }
}
