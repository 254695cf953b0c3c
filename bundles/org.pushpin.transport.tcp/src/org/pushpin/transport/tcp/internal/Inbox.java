// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;

/**
 * Puts messages together, and keeps count of what the peer may still send. A peer that exceeds a window that it knows is refused. Credit
 * counts once it is written: one that does not read cannot go on asking. Memory grows with what has arrived, not with what was announced.
 * One thread: the connection's.
 */
final class Inbox {
    private static final long CREDIT_STEP = 64 * 1024;
    private static final long CREDIT_STEP_ALL = 1L << 20;
    private static final int FIRST_PIECE = 64 * 1024;

    private final MemoryBudget budget;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Map<Integer, Long> owed = new LinkedHashMap<>();
    private long used;
    private long owedInAll;
    private boolean creditDue;

    /** A channel with something unfinished or unconsumed. */
    private static final class Lane {
        private long used;
        private boolean open;
        private byte[] content;
        private int total;
        private int length;
    }

    /** A whole message, and what it costs until it is consumed. */
    record Received(int channel, Bytes content, long cost) {
    }

    Inbox(MemoryBudget budget) {
        this.budget = budget;
    }

    Optional<Received> start(Frame.Start start) throws FormatException {
        Lane lane = lanes.computeIfAbsent(start.channel(), channel -> new Lane());
        if (lane.open) {
            throw new FormatException("the peer began a message within a message");
        }
        long cost = start.total() + (long) Limits.MESSAGE_COST;
        if (lane.used + owed.getOrDefault(start.channel(), 0L) + cost > Limits.CHANNEL_WINDOW
                || used + owedInAll + cost > Limits.CONNECTION_WINDOW) {
            throw new FormatException("the peer sent more than it had credit for");
        }
        if (!budget.take(cost)) {
            throw new FormatException("too much is waiting to be read from all peers together");
        }
        lane.used += cost;
        used += cost;
        lane.open = true;
        lane.total = start.total();
        lane.length = 0;
        lane.content = new byte[Math.min(start.total(), FIRST_PIECE)];
        return add(start.channel(), lane, start.content());
    }

    Optional<Received> more(Frame.More more) throws FormatException {
        Lane lane = lanes.get(more.channel());
        if (lane == null || !lane.open) {
            throw new FormatException("the peer went on with a message that it never began");
        }
        return add(more.channel(), lane, more.content());
    }

    private Optional<Received> add(int channel, Lane lane, Bytes content) throws FormatException {
        int length = lane.length + content.length();
        if (length > lane.total) {
            throw new FormatException("the peer sent a message that is longer than it said");
        }
        if (length > lane.content.length) {
            lane.content = Arrays.copyOf(lane.content, Math.min(lane.total, Math.max(length, 2 * lane.content.length)));
        }
        content.copyTo(lane.content, lane.length);
        lane.length = length;
        if (length < lane.total) {
            return Optional.empty();
        }
        Bytes message = Bytes.of(lane.content);
        lane.open = false;
        lane.content = new byte[0];
        return Optional.of(new Received(channel, message, message.length() + (long) Limits.MESSAGE_COST));
    }

    /** A message is no longer held: the peer is owed its cost. */
    void consumed(int channel, long cost) {
        Lane lane = lanes.get(channel);
        lane.used -= cost;
        used -= cost;
        budget.giveBack(cost);
        if (lane.used == 0) {
            lanes.remove(channel);
        }
        owedInAll += cost;
        creditDue |= owed.merge(channel, cost, Long::sum) >= CREDIT_STEP || owedInAll >= CREDIT_STEP_ALL;
    }

    /** Whether so much is owed that it should not wait for another reason to send. */
    boolean creditDue() {
        return creditDue;
    }

    /** The next credit to give; empty if nothing is owed. */
    Optional<Frame.Credit> nextCredit() {
        var entries = owed.entrySet().iterator();
        if (!entries.hasNext()) {
            creditDue = false;
            return Optional.empty();
        }
        Map.Entry<Integer, Long> entry = entries.next();
        var credit = new Frame.Credit(entry.getKey(), entry.getValue());
        entries.remove();
        owedInAll -= credit.amount();
        return Optional.of(credit);
    }

    /** The connection is gone: what it held counts no longer. */
    void discard() {
        budget.giveBack(used);
        used = 0;
        lanes.clear();
        owed.clear();
    }
}
