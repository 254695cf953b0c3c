// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.network.Connection;
import org.pushpin.network.Connection.Priority;

/** One side of a connection on an embedded channel, against a peer that keeps no rules; deterministic, without a socket or a clock. */
final class EmbeddedTest {
    private final Recorder recorder = new Recorder(false);

    @Test
    void aMessageInManyPiecesAndManyReadsIsWhole() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        Bytes hello = Bytes.utf8("hello, world");
        Bytes wire = Bytes.concat(peer.sealed(new Frame.Start(7, 12, hello.slice(0, 5))), peer.sealed(new Frame.More(7, hello.slice(5, 6))),
                peer.sealed(new Frame.More(7, hello.slice(6, 12)), new Frame.Start(8, 0, Bytes.EMPTY)));
        for (int i = 0; i < wire.length(); i++) {
            peer.raw(wire.slice(i, i + 1));
        }
        assertEquals(hello, recorder.message().content());
        assertEquals(8, recorder.message().channel());
        assertTrue(recorder.events.isEmpty());
    }

    @Test
    void anyFlippedBitEndsTheConnectionWithOneReason() throws Exception {
        var random = new Random(1);
        for (int i = 0; i < 400; i++) {
            var each = new Recorder(false);
            RawPeer peer = RawPeer.connected(Limits.DEFAULT, each);
            peer.send(new Frame.Start(1, 3, Bytes.utf8("abc")));
            byte[] record = peer.sealed(new Frame.Start(2, 3, Bytes.utf8("def"))).toByteArray();
            int bit = 16 + random.nextInt(8 * (record.length - 2));
            record[bit / 8] ^= (byte) (1 << bit % 8);
            peer.raw(Bytes.of(record));
            peer.raw(peer.sealed(new Frame.Start(3, 3, Bytes.utf8("ghi"))));
            assertEquals(Bytes.utf8("abc"), each.message().content());
            assertEquals("an encrypted record was altered or is out of order", each.closed());
            assertTrue(each.events.isEmpty());
            assertFalse(peer.channel.isOpen());
            assertEquals(1, peer.records().size());
        }
    }

    @Test
    void recordsThatAreRepeatedOrSwappedAreRefused() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        Bytes first = peer.sealed(new Frame.Start(1, 0, Bytes.EMPTY));
        peer.raw(first);
        peer.raw(first);
        recorder.message();
        assertEquals("an encrypted record was altered or is out of order", recorder.closed());

        var other = new Recorder(false);
        RawPeer swapping = RawPeer.connected(Limits.DEFAULT, other);
        Bytes one = swapping.sealed(new Frame.Start(1, 0, Bytes.EMPTY));
        swapping.raw(swapping.sealed(new Frame.Start(2, 0, Bytes.EMPTY)));
        swapping.raw(one);
        assertEquals("an encrypted record was altered or is out of order", other.closed());
        assertTrue(other.events.isEmpty());
    }

    @Test
    void aRecordThatIsCutShortSaysSo() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        peer.raw(peer.sealed(new Frame.Start(1, 3, Bytes.utf8("abc"))).slice(0, 100));
        peer.channel.close();
        assertEquals("the connection was lost in the middle of a record", recorder.closed());
    }

    @Test
    void nonsenseUnderTheRightKeyEndsTheConnection() throws Exception {
        var random = new Random(2);
        for (int i = 0; i < 500; i++) {
            byte[] nonsense = new byte[1 + random.nextInt(60)];
            random.nextBytes(nonsense);
            nonsense[0] = (byte) (8 + random.nextInt(56));
            var each = new Recorder(false);
            RawPeer peer = RawPeer.connected(Limits.DEFAULT, each);
            peer.raw(peer.sealed(Bytes.of(nonsense)));
            assertTrue(each.closed().startsWith("a newer version is needed"));
            assertEquals(1, peer.records().size());
            assertTrue(each.events.isEmpty());
        }
    }

    @Test
    void messagesThatBreakARuleEndTheConnection() throws Exception {
        assertEnds("the peer began a message within a message", new Frame.Start(1, 5, Bytes.zeros(1)), new Frame.Start(1, 5, Bytes.zeros(1)));
        assertEnds("the peer went on with a message that it never began", new Frame.More(1, Bytes.zeros(1)));
        assertEnds("the peer sent a message that is longer than it said", new Frame.Start(1, 2, Bytes.zeros(1)), new Frame.More(1, Bytes.zeros(2)));
        assertEnds("the peer gave credit that it never took", new Frame.Credit(1, 1));
        assertEnds("the peer sent something after changing its key", new Frame.Rekey(), new Frame.Ping(Bytes.zeros(8)));
        assertEnds("the peer closed the connection: enough", new Frame.Close("enough"));
        assertEnds("the peer announced a message of 1048577 bytes; 1048576 are allowed", new Frame.Start(1, 1_048_577, Bytes.zeros(9)));
    }

    private static void assertEnds(String reason, Frame... frames) throws Exception {
        var each = new Recorder(false);
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, each);
        peer.send(frames);
        assertEquals(reason, each.closed());
        assertTrue(each.events.isEmpty());
        assertFalse(peer.channel.isOpen());
        assertEquals(0, peer.budget.held());
        peer.records();
    }

    @Test
    void thePeerIsToldWhy() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        peer.send(new Frame.Credit(1, 1));
        assertEquals(List.of(new Frame.Close("the peer gave credit that it never took")), peer.frames());
    }

    @Test
    void aChannelsWindowHoldsExactlyWhatItHolds() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        int half = (1 << 20) - Limits.MESSAGE_COST;
        peer.sendMessage(1, half);
        peer.sendMessage(1, half);
        assertEquals(2, recorder.events.size());
        peer.sendMessage(2, 0);
        assertEquals(3, recorder.events.size(), "another channel has its own window");
        peer.send(new Frame.Start(1, 0, Bytes.EMPTY));
        recorder.message();
        assertEquals("the peer sent more than it had credit for", recorder.closed());
        assertEquals(0, peer.budget.held());
    }

    @Test
    void aConnectionsWindowHoldsExactlyWhatItHolds() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        for (int i = 0; i < 16; i++) {
            peer.sendMessage(i, (1 << 20) - Limits.MESSAGE_COST);
        }
        assertEquals(16, recorder.events.size());
        assertEquals(Limits.CONNECTION_WINDOW, peer.budget.held());
        peer.send(new Frame.Start(99, 0, Bytes.EMPTY));
        assertEquals("the peer sent more than it had credit for", recorder.closed());
        assertEquals(0, peer.budget.held());
    }

    @Test
    void whatIsConsumedGivesCredit() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        for (int i = 0; i < 100; i++) {
            peer.sendMessage(1, 1 << 20);
            Recorder.Message message = recorder.message();
            message.consumed().run();
            message.consumed().run();
            assertEquals(List.of(new Frame.Credit(1, (1 << 20) + Limits.MESSAGE_COST)), peer.frames());
        }
        assertEquals(0, peer.budget.held());
    }

    @Test
    void whoDoesNotReadCannotGoOnSending() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        peer.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        for (int i = 0; i < 2; i++) {
            peer.sendMessage(1, (1 << 20) - Limits.MESSAGE_COST);
            recorder.message().consumed().run();
            peer.channel.runPendingTasks();
        }
        assertEquals(0, peer.budget.held());

        peer.send(new Frame.Start(1, 0, Bytes.EMPTY));

        assertEquals("the peer sent more than it had credit for", recorder.closed());
    }

    @Test
    void allConnectionsTogetherHaveOneBudget() throws Exception {
        var limits = new Limits(Duration.ofSeconds(5), 64, 8, 128, Duration.ofSeconds(10), 3, 9, 1000, 64 << 20, 1 << 20, 360);
        RawPeer peer = RawPeer.connected(limits, recorder);
        peer.sendMessage(1, 1000 - Limits.MESSAGE_COST);
        assertEquals(1, recorder.events.size());
        peer.send(new Frame.Start(2, 0, Bytes.EMPTY));
        recorder.message();
        assertEquals("too much is waiting to be read from all peers together", recorder.closed());
        assertEquals(0, peer.budget.held());
    }

    @Test
    void floodsOfPingsGetOneAnswer() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        Frame[] pings = new Frame[1000];
        for (int i = 0; i < pings.length; i++) {
            pings[i] = new Frame.Ping(Bytes.fromHex(String.format("%016x", i)));
        }
        peer.send(pings);
        assertEquals(List.of(new Frame.Pong(Bytes.fromHex("00000000000003e7"))), peer.frames());
    }

    @Test
    void aSilentPeerIsAskedAndThenGivenUp() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        peer.pass(2);
        assertEquals(List.of(), peer.frames());
        peer.pass(1);
        assertEquals(List.of(new Frame.Ping(Bytes.zeros(8))), peer.frames());
        peer.send(new Frame.Pong(Bytes.zeros(8)));
        peer.pass(9);
        assertTrue(recorder.events.isEmpty(), "heard from 80 s ago");
        peer.pass(1);
        assertEquals("the peer was silent for too long", recorder.closed());
    }

    @Test
    void aPeerThatDribblesIsGivenUp() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        Bytes record = peer.sealed(Bytes.concat(Bytes.of((byte) 0), Bytes.zeros(20_000)));
        peer.raw(record.slice(0, 2000));
        peer.pass(1);
        peer.raw(record.slice(2000, 2000 + Limits.SLOWEST));
        peer.pass(1);
        assertTrue(recorder.events.isEmpty(), "1 KiB in a beat is enough");
        peer.raw(record.slice(2000 + Limits.SLOWEST, 2000 + 2 * Limits.SLOWEST - 1));
        peer.pass(1);
        assertEquals("the peer sends too slowly", recorder.closed());
    }

    @Test
    void aConnectionThatNobodyTakesIsClosed() throws Exception {
        var peer = new RawPeer(Limits.DEFAULT);
        peer.shakeHands();
        peer.pass(2);
        assertTrue(peer.channel.isOpen());
        peer.pass(1);
        assertFalse(peer.channel.isOpen());
        peer.connection.orElseThrow().start(recorder);
        peer.channel.runPendingTasks();
        assertEquals("nobody took the connection", recorder.closed());
        assertTrue(recorder.events.isEmpty());
    }

    @Test
    void nothingIsReadBeforeSomebodyReceives() throws Exception {
        var peer = new RawPeer(Limits.DEFAULT);
        peer.shakeHands();
        peer.sendMessage(1, 3);
        peer.sendMessage(2, 40_000);
        assertFalse(peer.channel.config().isAutoRead());
        peer.connection.orElseThrow().start(recorder);
        peer.channel.runPendingTasks();
        assertEquals(1, recorder.message().channel());
        assertEquals(2, recorder.message().channel());
        assertTrue(peer.channel.config().isAutoRead());
    }

    @Test
    void aHandshakeTakesFiveSecondsAtMost() {
        var peer = new RawPeer(Limits.DEFAULT);
        peer.channel.advanceTimeBy(4999, TimeUnit.MILLISECONDS);
        peer.channel.runScheduledPendingTasks();
        assertTrue(peer.refused.isEmpty());
        peer.channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        peer.channel.runScheduledPendingTasks();
        assertEquals("the handshake took longer than 5 s", peer.refused.orElseThrow());
        assertFalse(peer.channel.isOpen());
    }

    @Test
    void handshakesOfStrangersAreRefused() throws Exception {
        var browser = new RawPeer(Limits.DEFAULT);
        browser.raw(Bytes.utf8("GET / HTTP/1.1\r\n\r\n"));
        assertEquals("a record of 18245 bytes came; 4096 are allowed", browser.refused.orElseThrow());
        assertEquals(List.of(), browser.records());

        var zero = new RawPeer(Limits.DEFAULT);
        zero.raw(RawPeer.framed(Bytes.zeros(32)));
        assertEquals("the handshake failed: the peer's X25519 key is of a small order", zero.refused.orElseThrow());

        var cut = new RawPeer(Limits.DEFAULT);
        cut.raw(RawPeer.framed(Bytes.zeros(31)));
        assertEquals("the handshake failed: the handshake message ends too early", cut.refused.orElseThrow());

        var longest = new RawPeer(Limits.DEFAULT);
        longest.raw(RawPeer.framed(Bytes.concat(new Handshake(true).write(), Bytes.zeros(4096 - 32))));
        assertTrue(longest.connection.isPresent(), "a payload is for later versions");
    }

    @Test
    void bothSidesChangeTheirKeys() throws Exception {
        var limits = new Limits(Duration.ofSeconds(5), 64, 8, 128, Duration.ofSeconds(10), 3, 9, 1 << 20, 64 << 20, 3, 360);
        RawPeer peer = RawPeer.connected(limits, recorder);
        int rekeys = 0;
        for (int i = 0; i < 30; i++) {
            peer.connection.orElseThrow().send(1, Priority.INTERACTIVE, Bytes.of((byte) i));
            List<Frame> frames = peer.frames();
            assertEquals(new Frame.Start(1, 1, Bytes.of((byte) i)), frames.get(0));
            rekeys += frames.contains(new Frame.Rekey()) ? 1 : 0;
            peer.send(new Frame.Start(2, 1, Bytes.of((byte) i)), new Frame.Rekey());
            peer.ciphers.rekeySending();
            assertEquals(Bytes.of((byte) i), recorder.message().content());
        }
        assertEquals(10, rekeys);
    }

    @Test
    void aKeyIsChangedAfterAnHour() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        boolean changed = false;
        for (int beat = 1; beat <= 360; beat++) {
            peer.send(new Frame.Pong(Bytes.zeros(8)));
            peer.pass(1);
            changed = peer.frames().contains(new Frame.Rekey());
            assertEquals(beat == 360, changed, "beat " + beat);
        }
        assertTrue(changed);
    }

    @Test
    void closingSendsWhatIsQueuedFirst() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        Connection connection = peer.connection.orElseThrow();
        connection.send(1, Priority.BULK, Bytes.zeros(100_000));
        connection.close("that was all");
        connection.close("really");
        assertFalse(connection.send(1, Priority.BULK, Bytes.zeros(1)));
        List<Frame> frames = peer.frames();
        assertEquals(new Frame.Close("that was all"), frames.get(frames.size() - 1));
        assertEquals(100_000, frames.stream().mapToInt(frame -> frame instanceof Frame.Start start ? start.content().length()
                : frame instanceof Frame.More more ? more.content().length() : 0).sum());
        assertEquals("closed here: that was all", recorder.closed());
    }

    @Test
    void closingDoesNotWaitForeverForCredit() throws Exception {
        RawPeer peer = RawPeer.connected(Limits.DEFAULT, recorder);
        Connection connection = peer.connection.orElseThrow();
        for (int i = 0; i < 4; i++) {
            connection.send(1, Priority.BULK, Bytes.zeros(1 << 20));
        }
        connection.close("bye");
        peer.pass(2);
        assertEquals("closed here before all was sent: bye", recorder.closed());
    }
}
