// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Connection.Priority;

/**
 * What waits to be sent, and in which order it goes: pieces of small interactive messages first (but one piece of bulk after eight of them, so
 * that bulk is never starved), channels of equal priority in turn, each channel in its own order. A message begins only when the peer's
 * windows have room for all of it, so that a message once begun can always be finished. Any thread; O(1) amortised for a piece.
 */
final class Outbox {
    private static final int INTERACTIVE_RUN = 8;

    private final long maxQueued;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Deque<Lane> interactive = new ArrayDeque<>();
    private final Deque<Lane> bulk = new ArrayDeque<>();
    private final Set<Lane> waiting = new LinkedHashSet<>();
    private long queued;
    private long used;
    private int run;

    /** A channel with something queued, or on the way, or not yet consumed. */
    private static final class Lane {
        private final int channel;
        private final Deque<Message> messages = new ArrayDeque<>();
        private long queued;
        private long used;
        private int sent;
        private boolean begun;
        private boolean inLine;

        Lane(int channel) {
            this.channel = channel;
        }
    }

    private record Message(boolean interactive, Bytes content) {
        long cost() {
            return content.length() + (long) Limits.MESSAGE_COST;
        }
    }

    /** @param maxQueued how many bytes may wait before {@link #offer} refuses */
    Outbox(long maxQueued) {
        this.maxQueued = maxQueued;
    }

    /** What became of a message. */
    enum Offered {
        /** Queued, and within the windows. */
        FITS,
        /** Queued, but the sender should wait until the channel is named by {@link #credit}. */
        WAIT,
        /** Not queued: a sender that does not wait has filled the queue. */
        OVERRUN
    }

    synchronized Offered offer(int channel, Priority priority, Bytes content) {
        var message = new Message(priority == Priority.INTERACTIVE && content.length() <= Limits.INTERACTIVE_LENGTH, content);
        if (queued + message.cost() > maxQueued) {
            return Offered.OVERRUN;
        }
        Lane lane = lanes.computeIfAbsent(channel, Lane::new);
        boolean first = lane.messages.isEmpty();
        lane.messages.add(message);
        lane.queued += message.cost();
        queued += message.cost();
        if (first) {
            ready(lane);
        }
        if (fits(lane)) {
            return Offered.FITS;
        }
        waiting.add(lane);
        return Offered.WAIT;
    }

    private boolean fits(Lane lane) {
        return lane.used + lane.queued <= Limits.CHANNEL_WINDOW && used + queued <= Limits.CONNECTION_WINDOW;
    }

    private void ready(Lane lane) {
        (lane.messages.getFirst().interactive ? interactive : bulk).add(lane);
        lane.inLine = true;
    }

    /** Whether nothing waits, sendable or not. */
    synchronized boolean isEmpty() {
        return queued == 0 && lanes.values().stream().allMatch(lane -> lane.messages.isEmpty());
    }

    /** The next piece of at most so many bytes; empty if nothing may go now. */
    synchronized Optional<Frame> next(int length) {
        boolean bulkFirst = run >= INTERACTIVE_RUN;
        Lane lane = pick(bulkFirst ? bulk : interactive);
        lane = lane != null ? lane : pick(bulkFirst ? interactive : bulk);
        if (lane == null) {
            return Optional.empty();
        }
        run = lane.messages.getFirst().interactive ? run + 1 : 0;
        return Optional.of(piece(lane, length));
    }

    /** The first lane that may go. One without credit of its own leaves the line; one that the connection stops keeps its place. */
    private Lane pick(Deque<Lane> line) {
        while (!line.isEmpty()) {
            Lane lane = line.poll();
            Message message = lane.messages.getFirst();
            lane.inLine = false;
            if (lane.begun) {
                return lane;
            }
            if (lane.used + message.cost() <= Limits.CHANNEL_WINDOW) {
                long window = Limits.CONNECTION_WINDOW - (message.interactive ? 0 : Limits.INTERACTIVE_RESERVE);
                if (used + message.cost() <= window) {
                    return lane;
                }
                line.addFirst(lane);
                lane.inLine = true;
                return begunIn(line);
            }
        }
        return null;
    }

    /** A message that has begun goes on, even if no other may begin. */
    private static Lane begunIn(Deque<Lane> line) {
        for (Iterator<Lane> lanes = line.iterator(); lanes.hasNext();) {
            Lane lane = lanes.next();
            if (lane.begun) {
                lanes.remove();
                lane.inLine = false;
                return lane;
            }
        }
        return null;
    }

    private Frame piece(Lane lane, int length) {
        Message message = lane.messages.getFirst();
        boolean start = !lane.begun;
        if (start) {
            begin(lane, message);
        }
        int end = (int) Math.min(message.content.length(), (long) lane.sent + Math.min(length, Limits.FRAGMENT));
        Bytes content = message.content.slice(lane.sent, end);
        lane.sent = end;
        if (end == message.content.length()) {
            finish(lane);
        } else {
            ready(lane);
        }
        return start ? new Frame.Start(lane.channel, message.content.length(), content) : new Frame.More(lane.channel, content);
    }

    private void begin(Lane lane, Message message) {
        lane.begun = true;
        lane.sent = 0;
        lane.queued -= message.cost();
        lane.used += message.cost();
        queued -= message.cost();
        used += message.cost();
    }

    private void finish(Lane lane) {
        lane.begun = false;
        lane.messages.poll();
        if (!lane.messages.isEmpty()) {
            ready(lane);
        }
    }

    /**
     * The peer has let go of messages.
     *
     * @return the channels whose senders need wait no longer
     * @throws FormatException if more is given back than is out
     */
    synchronized List<Integer> credit(int channel, long amount) throws FormatException {
        Lane lane = lanes.get(channel);
        long out = lane == null ? 0 : lane.used - (lane.begun ? lane.messages.getFirst().cost() : 0);
        if (amount < 1 || amount > out) {
            throw new FormatException("the peer gave credit that it never took");
        }
        lane.used -= amount;
        used -= amount;
        if (!lane.inLine && !lane.messages.isEmpty()) {
            ready(lane);
        }
        if (lane.used == 0 && lane.messages.isEmpty()) {
            lanes.remove(channel);
        }
        return released();
    }

    private List<Integer> released() {
        List<Integer> channels = new ArrayList<>();
        for (Iterator<Lane> lanes = waiting.iterator(); lanes.hasNext();) {
            Lane lane = lanes.next();
            if (fits(lane)) {
                lanes.remove();
                channels.add(lane.channel);
            }
        }
        return channels;
    }
}
