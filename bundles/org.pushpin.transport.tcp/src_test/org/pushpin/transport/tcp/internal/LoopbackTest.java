// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Connection.Priority;

/** Real sockets on the loopback interface, with ports that the system chooses. */
final class LoopbackTest {
    private static final Address ANY_PORT = new Address("127.0.0.1", 0);
    private static final int MIB = 1 << 20;

    private final TcpTransport transport = new TcpTransport(Limits.DEFAULT);
    private final List<TcpTransport> others = new ArrayList<>();
    private final BlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        transport.close();
        others.forEach(TcpTransport::close);
    }

    @Test
    void messagesGoBothWaysInOrder() throws Exception {
        Connection here = dialled();
        Connection there = accepted.poll(15, TimeUnit.SECONDS);
        var left = started(here, true);
        var right = started(there, true);

        assertEquals(here.handshakeHash(), there.handshakeHash());
        assertEquals(64, here.handshakeHash().length());
        assertTrue(here.initiator());
        assertFalse(there.initiator());
        for (int i = 0; i < 1000; i++) {
            here.send(i % 3, Priority.INTERACTIVE, Bytes.utf8("here " + i));
            there.send(Connection.MAX_CHANNEL, Priority.INTERACTIVE, Bytes.utf8("there " + i));
        }
        int[] next = {0, 1, 2};
        for (int i = 0; i < 1000; i++) {
            Recorder.Message message = right.message();
            assertEquals(Bytes.utf8("here " + next[message.channel()]), message.content());
            next[message.channel()] += 3;
            assertEquals(Bytes.utf8("there " + i), left.message().content());
        }
    }

    @Test
    void aMessageMayBeAsLongAsItMayBeAndNoLonger() throws Exception {
        Connection here = dialled();
        var right = started(accepted.poll(15, TimeUnit.SECONDS), true);
        Bytes longest = random(1, Connection.MAX_MESSAGE_BYTES);
        here.send(0, Priority.BULK, longest);
        here.send(0, Priority.BULK, Bytes.EMPTY);
        assertEquals(longest, right.message().content());
        assertEquals(Bytes.EMPTY, right.message().content());
        assertThrows(IllegalArgumentException.class, () -> here.send(0, Priority.BULK, Bytes.zeros(Connection.MAX_MESSAGE_BYTES + 1)));
        assertThrows(IllegalArgumentException.class, () -> here.send(Connection.MAX_CHANNEL + 1, Priority.BULK, Bytes.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> here.send(-1, Priority.BULK, Bytes.EMPTY));
    }

    @Test
    void anInteractiveMessageOvertakesSixtyMebibytes() throws Exception {
        Connection here = dialled();
        started(here, true);
        var right = started(accepted.poll(15, TimeUnit.SECONDS), false);
        for (int i = 0; i < 60; i++) {
            assertEquals(i < 1, here.send(1, Priority.BULK, Bytes.zeros(MIB)), "message " + i);
        }
        here.send(2, Priority.INTERACTIVE, Bytes.utf8("now"));

        List<Recorder.Message> bulk = new ArrayList<>();
        Recorder.Message message = right.message();
        for (; message.channel() == 1; message = right.message()) {
            bulk.add(message);
        }
        assertEquals(Bytes.utf8("now"), message.content());
        assertTrue(bulk.size() <= 1, "the window lets no more than this be under way");
        bulk.forEach(each -> each.consumed().run());
        for (int i = bulk.size(); i < 60; i++) {
            Recorder.Message each = right.message();
            assertEquals(MIB, each.content().length());
            each.consumed().run();
        }
    }

    @Test
    void aSenderThatWaitsMovesSixtyFourMebibytesThroughSmallBuffers() throws Exception {
        Connection here = dialled();
        var left = started(here, true);
        var right = started(accepted.poll(15, TimeUnit.SECONDS), true);
        int waits = 0;
        for (int i = 0; i < 256; i++) {
            if (!here.send(1, Priority.BULK, random(i, MIB / 4))) {
                assertEquals(1, left.next(Recorder.Writable.class).channel());
                waits++;
            }
        }
        for (int i = 0; i < 256; i++) {
            assertEquals(random(i, MIB / 4), right.message().content());
        }
        assertTrue(waits > 0);
        assertEquals("closed here: done", closeAndWait(here, left));
        assertEquals("the peer closed the connection: done", right.closed());
        assertEquals(0, transport.held());
    }

    @Test
    void aSenderThatNeverWaitsIsCutOff() throws Exception {
        Connection here = dialled();
        var left = started(here, true);
        var right = started(accepted.poll(15, TimeUnit.SECONDS), false);
        for (int i = 0; i < 70; i++) {
            here.send(1, Priority.BULK, Bytes.zeros(MIB));
        }
        assertEquals("this side queued more than 67108864 bytes without waiting", left.closed());
        assertTrue(right.closed().endsWith("this side queued more than 67108864 bytes without waiting"));
    }

    @Test
    void whatWasSentBeforeClosingArrives() throws Exception {
        Connection here = dialled();
        var left = started(here, true);
        var right = started(accepted.poll(15, TimeUnit.SECONDS), true);
        for (int i = 0; i < 40; i++) {
            here.send(1, Priority.BULK, random(i, MIB));
        }
        here.close("that was all");
        for (int i = 0; i < 40; i++) {
            assertEquals(random(i, MIB), right.message().content());
        }
        assertEquals("the peer closed the connection: that was all", right.closed());
        assertEquals("closed here: that was all", left.closed());
        assertTrue(right.events.isEmpty());
    }

    @Test
    void someoneInTheMiddleIsSeenInTheHash() throws Exception {
        Address honest = listen(transport);
        var middle = another(Limits.DEFAULT);
        BlockingQueue<Connection> spliced = new LinkedBlockingQueue<>();
        Address trap = get(middle.listen(ANY_PORT, fromVictim -> middle.dial(honest).thenAccept(toHonest -> {
            fromVictim.start(forwarding(toHonest));
            toHonest.start(forwarding(fromVictim));
            spliced.add(fromVictim);
        }))).address();

        Connection victim = get(another(Limits.DEFAULT).dial(trap));
        Connection far = accepted.poll(15, TimeUnit.SECONDS);
        var heard = started(far, true);
        victim.send(1, Priority.INTERACTIVE, Bytes.utf8("hello?"));

        assertEquals(Bytes.utf8("hello?"), heard.message().content(), "the splice works");
        assertNotEquals(victim.handshakeHash(), far.handshakeHash(), "but both ends can see it");
        assertEquals(victim.handshakeHash(), spliced.poll(15, TimeUnit.SECONDS).handshakeHash());
    }

    private static Connection.Receiver forwarding(Connection target) {
        return new Connection.Receiver() {
            @Override
            public void message(int channel, Bytes message, Runnable consumed) {
                target.send(channel, Priority.INTERACTIVE, message);
                consumed.run();
            }

            @Override
            public void writable(int channel) {
                // forwards whatever comes
            }

            @Override
            public void closed(String reason) {
                target.close(reason);
            }
        };
    }

    @Test
    void garbageIsCutOffAndHonestPeersAreServed() throws Exception {
        Address address = listen(transport);
        var random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[8192];
            random.nextBytes(garbage);
            garbage[0] = (byte) (i % 16 == 0 ? 0 : garbage[0] | 0x20);
            garbage[1] = (byte) (i % 16 == 0 ? 2 * i / 16 : garbage[1]);
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
                writeAll(socket, garbage);
                assertEquals(0, answered(socket), "a stranger's garbage gets no answer");
            }
        }
        Connection here = get(another(Limits.DEFAULT).dial(address));
        var right = started(accepted.poll(15, TimeUnit.SECONDS), true);
        here.send(1, Priority.INTERACTIVE, Bytes.utf8("still there"));
        assertEquals(Bytes.utf8("still there"), right.message().content());
        assertTrue(accepted.isEmpty());
    }

    @Test
    void garbageAfterAHandshakeEndsTheConnectionAndNothingElse() throws Exception {
        BlockingQueue<Recorder> recorders = new LinkedBlockingQueue<>();
        Address address = get(transport.listen(ANY_PORT, connection -> recorders.add(started(connection, true)))).address();
        var random = new Random(6);
        for (int i = 0; i < 50; i++) {
            byte[] garbage = new byte[70_000];
            random.nextBytes(garbage);
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
                writeAll(socket, RawPeer.framed(new Handshake(true).write()).toByteArray());
                socket.getInputStream().readNBytes(50);
                writeAll(socket, garbage);
                answered(socket);
            }
            Recorder recorder = recorders.poll(15, TimeUnit.SECONDS);
            String reason = recorder.closed();
            assertTrue(reason.equals("an encrypted record was altered or is out of order") || reason.equals("an encrypted record cannot be read"),
                    reason);
            assertTrue(recorder.events.isEmpty());
        }
    }

    /** How many bytes come before the other side closes or resets. */
    private static int answered(Socket socket) throws IOException {
        socket.setSoTimeout(15_000);
        try {
            return socket.getInputStream().readAllBytes().length;
        } catch (SocketException reset) {
            return 0;
        }
    }

    private static void writeAll(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException reset) {
            assertTrue(socket.isConnected());
        }
    }

    @Test
    void onlySoManyHandshakesAreOpenAtOnce() throws Exception {
        var limits = new Limits(Duration.ofSeconds(2), 64, 8, 128, Duration.ofSeconds(10), 3, 9, 64 << 20, 64 << 20, 1 << 20, 360);
        var small = another(limits);
        Address address = listen(small);
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), address.port()));
            }
            try (var ninth = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
                assertEquals(0, answered(ninth));
            }
            for (Socket socket : silent) {
                assertEquals(0, answered(socket), "they are closed when their time is over");
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        assertInstanceOf(Connection.class, get(another(Limits.DEFAULT).dial(address)));
    }

    @Test
    void onlySoManyConnectionsAreAccepted() throws Exception {
        var limits = new Limits(Duration.ofSeconds(5), 64, 8, 3, Duration.ofSeconds(10), 3, 9, 64 << 20, 64 << 20, 1 << 20, 360);
        Address address = listen(another(limits));
        for (int i = 0; i < 3; i++) {
            get(transport.dial(address));
        }
        String refusal = failure(transport.dial(address));
        assertTrue(refusal.startsWith("cannot reach 127.0.0.1:" + address.port()), refusal);
    }

    @Test
    void keysChangeUnderLoad() throws Exception {
        var limits = new Limits(Duration.ofSeconds(5), 64, 8, 128, Duration.ofSeconds(10), 3, 9, 64 << 20, 64 << 20, 2, 360);
        Address address = listen(another(limits));
        Connection here = get(another(limits).dial(address));
        var left = started(here, true);
        Connection there = accepted.poll(15, TimeUnit.SECONDS);
        var right = started(there, true);
        for (int i = 0; i < 20; i++) {
            here.send(1, Priority.BULK, random(i, MIB / 2));
            there.send(1, Priority.BULK, random(-i, MIB / 2));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(random(i, MIB / 2), right.message().content());
            assertEquals(random(-i, MIB / 2), left.message().content());
        }
    }

    @Test
    void failuresSayWhatFailed() throws Exception {
        Address address = listen(transport);
        assertEquals("cannot listen on " + address + ": address already in use", failure(another(Limits.DEFAULT).listen(address, c -> { })));
        int free;
        try (var probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        assertEquals("cannot reach 127.0.0.1:" + free + ": connection refused", failure(transport.dial(new Address("127.0.0.1", free))));
        assertEquals("cannot reach no.such.host.invalid:1: there is no such host", failure(transport.dial(new Address("no.such.host.invalid", 1))));
    }

    @Test
    void aPeerThatSpeaksAnotherProtocolIsRefused() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                    socket.getInputStream().readAllBytes();
                } catch (IOException gone) {
                    accepted.clear();
                }
            });
            assertEquals("cannot reach 127.0.0.1:" + server.getLocalPort() + ": a record of 18516 bytes came; 4096 are allowed",
                    failure(transport.dial(new Address("127.0.0.1", server.getLocalPort()))));
        }
    }

    @Test
    void allInterfacesMeansBothFamilies() throws Exception {
        int port = get(transport.listen(new Address("0.0.0.0", 0), accepted::add)).address().port();
        assertInstanceOf(Connection.class, get(transport.dial(new Address("127.0.0.1", port))));
        if (InetAddress.getByName("::1").isReachable(500)) {
            assertInstanceOf(Connection.class, get(transport.dial(new Address("::1", port))));
        }
    }

    @Test
    void aClosedTransportEndsItsConnections() throws Exception {
        var other = another(Limits.DEFAULT);
        Connection here = get(other.dial(listen(transport)));
        var left = started(here, true);
        var right = started(accepted.poll(15, TimeUnit.SECONDS), true);
        other.close();
        assertEquals("the connection was lost", left.closed());
        assertEquals("the connection was lost", right.closed());
        assertFalse(here.send(1, Priority.BULK, Bytes.EMPTY));
    }

    private String closeAndWait(Connection connection, Recorder recorder) throws InterruptedException {
        connection.close("done");
        return recorder.closed();
    }

    private TcpTransport another(Limits limits) {
        var other = new TcpTransport(limits);
        others.add(other);
        return other;
    }

    private Address listen(TcpTransport server) throws Exception {
        return get(server.listen(ANY_PORT, accepted::add)).address();
    }

    private Connection dialled() throws Exception {
        return get(another(Limits.DEFAULT).dial(listen(transport)));
    }

    private static Recorder started(Connection connection, boolean consuming) {
        var recorder = new Recorder(consuming);
        connection.start(recorder);
        return recorder;
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(15, TimeUnit.SECONDS);
    }

    private static String failure(CompletionStage<?> stage) {
        var failed = assertThrows(ExecutionException.class, () -> stage.toCompletableFuture().get(20, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, failed.getCause());
        return failed.getCause().getMessage();
    }

    private static Bytes random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
