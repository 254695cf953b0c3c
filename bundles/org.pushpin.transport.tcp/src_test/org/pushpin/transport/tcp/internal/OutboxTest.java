// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Connection;
import org.pushpin.network.Connection.Priority;

/** In which order things go, and when they wait. */
final class OutboxTest {
    private static final int MIB = 1 << 20;
    private final Outbox outbox = new Outbox(64L * MIB);

    @Test
    void smallInteractiveMessagesOvertakeBulk() {
        outbox.offer(1, Priority.BULK, Bytes.zeros(MIB));
        next();
        outbox.offer(2, Priority.INTERACTIVE, Bytes.zeros(10));
        assertEquals(new Frame.Start(2, 10, Bytes.zeros(10)), next());
        assertEquals(1, channel(next()));
    }

    @Test
    void largeInteractiveMessagesDoNot() {
        outbox.offer(1, Priority.BULK, Bytes.zeros(MIB));
        next();
        outbox.offer(2, Priority.INTERACTIVE, Bytes.zeros(Limits.INTERACTIVE_LENGTH + 1));
        assertEquals(List.of(1, 2, 1, 2), List.of(channel(next()), channel(next()), channel(next()), channel(next())));
    }

    @Test
    void bulkIsNotStarved() {
        outbox.offer(1, Priority.BULK, Bytes.zeros(MIB));
        for (int i = 0; i < 100; i++) {
            outbox.offer(2, Priority.INTERACTIVE, Bytes.zeros(10));
        }
        int bulk = 0;
        for (int i = 0; i < 90; i++) {
            bulk += channel(next()) == 1 ? 1 : 0;
        }
        assertEquals(10, bulk);
    }

    @Test
    void channelsOfBulkTakeTurns() {
        outbox.offer(1, Priority.BULK, Bytes.zeros(MIB));
        outbox.offer(2, Priority.BULK, Bytes.zeros(MIB));
        outbox.offer(3, Priority.BULK, Bytes.zeros(MIB));
        for (int i = 0; i < 30; i++) {
            assertEquals(1 + i % 3, channel(next()));
        }
    }

    @Test
    void aChannelKeepsItsOrderWhateverThePriorities() {
        outbox.offer(1, Priority.BULK, Bytes.zeros(100_000));
        outbox.offer(1, Priority.INTERACTIVE, Bytes.zeros(1));
        List<Frame> frames = all();
        assertEquals(new Frame.Start(1, 1, Bytes.zeros(1)), frames.get(frames.size() - 1));
    }

    @Test
    void emptyMessagesGo() {
        assertEquals(Outbox.Offered.FITS, outbox.offer(5, Priority.BULK, Bytes.EMPTY));
        assertEquals(List.of(new Frame.Start(5, 0, Bytes.EMPTY)), all());
        assertTrue(outbox.isEmpty());
    }

    @Test
    void whatExceedsTheChannelsWindowWaitsForCredit() throws Exception {
        int half = MIB - Limits.MESSAGE_COST;
        assertEquals(Outbox.Offered.FITS, outbox.offer(1, Priority.BULK, Bytes.zeros(half)));
        assertEquals(Outbox.Offered.FITS, outbox.offer(1, Priority.BULK, Bytes.zeros(half)));
        assertEquals(Outbox.Offered.WAIT, outbox.offer(1, Priority.BULK, Bytes.EMPTY));
        assertEquals(2 * half, content(all()));
        assertFalse(outbox.isEmpty());

        assertEquals(List.of(1), outbox.credit(1, MIB));

        assertEquals(List.of(new Frame.Start(1, 0, Bytes.EMPTY)), all());
        assertTrue(outbox.isEmpty());
    }

    @Test
    void bulkLeavesRoomForInteractive() throws Exception {
        for (int channel = 0; channel < 40; channel++) {
            outbox.offer(channel, Priority.BULK, Bytes.zeros(MIB));
        }
        long sent = content(all());
        assertTrue(sent <= Limits.CONNECTION_WINDOW - Limits.INTERACTIVE_RESERVE && sent >= 11L * MIB, "sent " + sent);
        outbox.offer(1000, Priority.INTERACTIVE, Bytes.zeros(1));
        assertEquals(1000, channel(next()));
        assertEquals(List.of(), all());
    }

    @Test
    void aQueueThatNobodyWaitsForIsRefused() {
        var small = new Outbox(1000);
        assertEquals(Outbox.Offered.FITS, small.offer(1, Priority.BULK, Bytes.zeros(1000 - Limits.MESSAGE_COST)));
        assertEquals(Outbox.Offered.OVERRUN, small.offer(1, Priority.BULK, Bytes.EMPTY));
    }

    @Test
    void creditThatWasNeverTakenIsRefused() throws Exception {
        assertThrows(FormatException.class, () -> outbox.credit(1, 1));
        outbox.offer(1, Priority.BULK, Bytes.zeros(100_000));
        next();
        assertThrows(FormatException.class, () -> outbox.credit(1, 100_256), "not before it is all sent");
        all();
        assertThrows(FormatException.class, () -> outbox.credit(1, 100_257));
        assertThrows(FormatException.class, () -> outbox.credit(1, 0));
        outbox.credit(1, 100_256);
        assertThrows(FormatException.class, () -> outbox.credit(1, 1));
    }

    /** Any load and any order of consumption: all arrives once, in each channel's order, and nothing is ever stuck. */
    @Test
    void anyLoadArrives() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            load(new Random(seed), new Outbox(64L * MIB), "seed " + seed);
        }
    }

    private static void load(Random random, Outbox outbox, String seed) throws FormatException {
        var inbox = new Inbox(new MemoryBudget(Long.MAX_VALUE));
        Map<Integer, Integer> offered = new HashMap<>();
        Map<Integer, Integer> arrived = new HashMap<>();
        List<Inbox.Received> held = new ArrayList<>();
        int left = 60;
        for (int idle = 0; idle < 1000; idle++) {
            if (left > 0 && random.nextInt(3) == 0) {
                left--;
                int channel = random.nextInt(5);
                int length = random.nextBoolean() ? random.nextInt(100) : random.nextInt(Connection.MAX_MESSAGE_BYTES - 4);
                byte[] content = new byte[4 + length];
                content[0] = (byte) (int) offered.merge(channel, 1, Integer::sum);
                outbox.offer(channel, random.nextBoolean() ? Priority.BULK : Priority.INTERACTIVE, Bytes.of(content));
            }
            for (Optional<Frame> frame = outbox.next(Limits.FRAGMENT); frame.isPresent(); frame = random.nextInt(9) == 0 ? Optional.empty()
                    : outbox.next(Limits.FRAGMENT)) {
                Optional<Inbox.Received> received = frame.get() instanceof Frame.Start start ? inbox.start(start)
                        : inbox.more((Frame.More) frame.get());
                received.ifPresent(held::add);
                received.ifPresent(r -> assertEquals(arrived.merge(r.channel(), 1, Integer::sum), r.content().at(0), seed));
            }
            if (!held.isEmpty() && random.nextBoolean()) {
                Inbox.Received message = held.remove(random.nextInt(held.size()));
                inbox.consumed(message.channel(), message.cost());
            }
            if (inbox.creditDue()) {
                for (Optional<Frame.Credit> credit = inbox.nextCredit(); credit.isPresent(); credit = inbox.nextCredit()) {
                    outbox.credit(credit.get().channel(), credit.get().amount());
                }
            }
        }
        assertEquals(offered, arrived, seed);
        assertTrue(outbox.isEmpty(), seed);
    }

    private Frame next() {
        return outbox.next(Limits.FRAGMENT).orElseThrow();
    }

    private List<Frame> all() {
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> frame = outbox.next(Limits.FRAGMENT); frame.isPresent(); frame = outbox.next(Limits.FRAGMENT)) {
            frames.add(frame.get());
        }
        return frames;
    }

    private static long content(List<Frame> frames) {
        return frames.stream().mapToLong(frame -> frame instanceof Frame.Start start ? start.content().length()
                : ((Frame.More) frame).content().length()).sum();
    }

    private static int channel(Frame frame) {
        return frame instanceof Frame.Start start ? start.channel() : ((Frame.More) frame).channel();
    }
}
