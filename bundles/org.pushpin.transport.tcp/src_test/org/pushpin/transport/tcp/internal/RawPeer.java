// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Address;

/** The other side of an embedded connection, which may say whatever it likes; time stands still until a test moves it. */
final class RawPeer {
    final EmbeddedChannel channel = new EmbeddedChannel();
    final MemoryBudget budget;
    final Handshake handshake = new Handshake(true);
    Optional<TcpConnection> connection = Optional.empty();
    Optional<String> refused = Optional.empty();
    Ciphers ciphers;

    private final Limits limits;

    RawPeer(Limits limits) {
        this.limits = limits;
        this.budget = new MemoryBudget(limits.memory());
        channel.freezeTime();
        RecordHandler[] records = new RecordHandler[1];
        records[0] = new RecordHandler(new HandshakeOwner(channel, false, limits, new HandshakeOwner.Outcome() {
            @Override
            public void established(Bytes hash, Ciphers theirs) {
                var identity = new TcpConnection.Identity(hash, false, new Address("embedded", 1));
                var made = new TcpConnection(channel, records[0], limits, budget, identity, theirs);
                made.takeOver();
                connection = Optional.of(made);
            }

            @Override
            public void refused(String reason) {
                refused = Optional.of(reason);
            }
        }));
        channel.pipeline().addLast(records[0]);
    }

    /** Connects, and gives the connection to a receiver. */
    static RawPeer connected(Limits limits, Recorder recorder) throws FormatException {
        var peer = new RawPeer(limits);
        peer.shakeHands();
        peer.connection.orElseThrow().start(recorder);
        peer.channel.runPendingTasks();
        return peer;
    }

    void shakeHands() throws FormatException {
        raw(framed(handshake.write()));
        handshake.read(records().get(0));
        ciphers = new Ciphers(handshake.ciphers(), Long.MAX_VALUE);
    }

    static Bytes framed(Bytes content) {
        return Bytes.concat(Bytes.of((byte) (content.length() >> 8), (byte) content.length()), content);
    }

    /** Bytes as they come from the socket, if it is still open. */
    void raw(Bytes bytes) {
        if (!channel.isOpen()) {
            return;
        }
        channel.writeInbound(Unpooled.wrappedBuffer(bytes.toByteArray()));
        channel.runPendingTasks();
    }

    /** Frames in one record. */
    Bytes sealed(Frame... frames) {
        var writer = new FrameWriter();
        for (Frame frame : frames) {
            writer.put(frame);
        }
        return sealed(Bytes.copy(writer.finish()));
    }

    Bytes sealed(Bytes plaintext) {
        var out = ByteBuffer.allocate(plaintext.length() + 16);
        ciphers.seal(plaintext.asBuffer(), out);
        return framed(Bytes.of(out.array()));
    }

    void send(Frame... frames) {
        raw(sealed(frames));
    }

    /** A message of zeros, in as many records as it needs. */
    void sendMessage(int number, int length) {
        int piece = Math.min(length, Limits.FRAGMENT);
        send(new Frame.Start(number, length, Bytes.zeros(piece)));
        for (int sent = piece; sent < length; sent += piece) {
            piece = Math.min(length - sent, Limits.FRAGMENT);
            send(new Frame.More(number, Bytes.zeros(piece)));
        }
    }

    /** The frames that have been sent to this side since the last call, padding left out. */
    List<Frame> frames() throws FormatException {
        channel.runPendingTasks();
        List<Frame> frames = new ArrayList<>();
        for (Bytes record : records()) {
            var reader = new FrameReader(ciphers.open(record));
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
                if (frame.get() instanceof Frame.Rekey) {
                    ciphers.rekeyReceiving();
                }
            }
        }
        return frames;
    }

    /** The records that have been sent to this side since the last call. */
    List<Bytes> records() {
        List<Bytes> records = new ArrayList<>();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            byte[] record = new byte[out.readUnsignedShort()];
            out.readBytes(record);
            out.release();
            records.add(Bytes.of(record));
        }
        return records;
    }

    /** Lets beats of the slow checks pass. */
    void pass(int beats) {
        for (int i = 0; i < beats; i++) {
            channel.advanceTimeBy(limits.tick().toNanos(), TimeUnit.NANOSECONDS);
            channel.runScheduledPendingTasks();
            channel.runPendingTasks();
        }
    }
}
