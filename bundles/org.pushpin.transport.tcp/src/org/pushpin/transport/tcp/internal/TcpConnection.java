// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;

/**
 * An established connection. {@link #send} and {@link #close} may be called on any thread; all else runs on the channel's io thread, and so do
 * the calls to the receiver.
 */
final class TcpConnection implements Connection, RecordHandler.Owner {
    private static final int LONGEST_RECORD = 65_535;

    private final Channel channel;
    private final RecordHandler records;
    private final Limits limits;
    private final Identity identity;
    private final Ciphers ciphers;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Outgoing outgoing;
    private final Pulse pulse;
    private final AtomicBoolean drainScheduled = new AtomicBoolean();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicBoolean closeAsked = new AtomicBoolean();
    private volatile String closeReason = "";
    private volatile boolean ending;

    private Optional<Receiver> receiver = Optional.empty();
    private State state = State.OPEN;
    private String reason = "the connection was lost";
    private boolean told;

    /** What a connection is known by. */
    record Identity(Bytes handshakeHash, boolean initiator, Address remote) {
    }

    private enum State {
        OPEN, SAID_CLOSE, DEAD
    }

    TcpConnection(Channel channel, RecordHandler records, Limits limits, MemoryBudget budget, Identity identity, Ciphers ciphers) {
        this.channel = channel;
        this.records = records;
        this.limits = limits;
        this.identity = identity;
        this.ciphers = ciphers;
        this.outbox = new Outbox(limits.queued());
        this.inbox = new Inbox(budget);
        this.outgoing = new Outgoing(channel, ciphers, outbox, inbox);
        this.pulse = new Pulse(limits);
    }

    /** Takes the socket over from the handshake; nothing is read until {@link #start}. */
    void takeOver() {
        records.setOwner(this);
        channel.config().setAutoRead(false);
        long tick = limits.tick().toMillis();
        var beat = channel.eventLoop().scheduleWithFixedDelay(this::beat, tick, tick, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(gone -> beat.cancel(false));
    }

    @Override
    public Bytes handshakeHash() {
        return identity.handshakeHash;
    }

    @Override
    public boolean initiator() {
        return identity.initiator;
    }

    @Override
    public Address remote() {
        return identity.remote;
    }

    @Override
    public void start(Receiver given) {
        Objects.requireNonNull(given);
        if (taken.getAndSet(true)) {
            throw new IllegalStateException("this connection has a receiver");
        }
        if (!onLoop(() -> begin(given))) {
            given.closed("the transport is closed");
        }
    }

    private void begin(Receiver given) {
        receiver = Optional.of(given);
        if (channel.isActive()) {
            channel.config().setAutoRead(true);
            records.resume();
        } else {
            end(reason);
            sayClosed();
        }
    }

    private void sayClosed() {
        if (!told) {
            told = true;
            receiver.orElseThrow().closed(reason);
        }
    }

    @Override
    public boolean send(int number, Priority priority, Bytes message) {
        if (number < 0 || number > MAX_CHANNEL || message.length() > MAX_MESSAGE_BYTES) {
            throw new IllegalArgumentException("channel " + number + ", message of " + message.length() + " bytes");
        }
        if (ending) {
            return false;
        }
        Outbox.Offered offered = outbox.offer(number, priority, message);
        if (offered == Outbox.Offered.OVERRUN) {
            onLoop(() -> fail("this side queued more than " + limits.queued() + " bytes without waiting"));
            return false;
        }
        scheduleDrain();
        return offered == Outbox.Offered.FITS;
    }

    @Override
    public void close(String why) {
        if (!closeAsked.getAndSet(true)) {
            closeReason = why;
            ending = true;
            onLoop(this::drain);
        }
    }

    private void scheduleDrain() {
        if (!drainScheduled.getAndSet(true)) {
            onLoop(this::drain);
        }
    }

    /** Whether the task was taken; if not, the transport is shut down and every connection gone. */
    private boolean onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
            return true;
        } catch (RejectedExecutionException shutDown) {
            return false;
        }
    }

    private void drain() {
        drainScheduled.set(false);
        if (state != State.OPEN) {
            return;
        }
        outgoing.write();
        if (ending && outbox.isEmpty()) {
            sayClose();
        }
    }

    private void sayClose() {
        state = State.SAID_CLOSE;
        reason = "closed here: " + closeReason;
        outgoing.writeClose(closeReason);
        if (channel instanceof DuplexChannel socket) {
            socket.config().setAutoRead(true);
            socket.shutdownOutput();
        } else {
            channel.close();
        }
    }

    @Override
    public void active() {
        // it was, before this connection
    }

    @Override
    public int longest() {
        return switch (state) {
            case OPEN -> receiver.isPresent() ? LONGEST_RECORD : 0;
            case SAID_CLOSE, DEAD -> -1;
        };
    }

    @Override
    public void record(Bytes content) {
        try {
            var frames = new FrameReader(ciphers.open(content));
            for (Optional<Frame> frame = frames.next(); frame.isPresent() && state == State.OPEN; frame = frames.next()) {
                if (frame.get() instanceof Frame.Rekey) {
                    rekeyReceiving(frames);
                }
                handle(frame.get());
            }
        } catch (FormatException broken) {
            fail(broken.getMessage());
        }
    }

    private void rekeyReceiving(FrameReader frames) throws FormatException {
        if (frames.next().isPresent()) {
            throw new FormatException("the peer sent something after changing its key");
        }
        ciphers.rekeyReceiving();
    }

    private void handle(Frame frame) throws FormatException {
        switch (frame) {
            case Frame.Start start -> inbox.start(start).ifPresent(this::deliver);
            case Frame.More more -> inbox.more(more).ifPresent(this::deliver);
            case Frame.Credit credit -> {
                outbox.credit(credit.channel(), credit.amount()).forEach(number -> receiver.orElseThrow().writable(number));
                scheduleDrain();
            }
            case Frame.Ping ping -> {
                outgoing.answer(ping.token());
                scheduleDrain();
            }
            case Frame.Pong alive -> {
                // that it came is all that it says
            }
            case Frame.Close close -> end("the peer closed the connection: " + close.reason());
            case Frame.Rekey rekey -> {
                // done
            }
        }
    }

    private void deliver(Inbox.Received message) {
        var consumed = new AtomicBoolean();
        receiver.orElseThrow().message(message.channel(), message.content(), () -> {
            if (!consumed.getAndSet(true)) {
                onLoop(() -> consumed(message.channel(), message.cost()));
            }
        });
    }

    private void consumed(int number, long cost) {
        if (channel.isActive()) {
            inbox.consumed(number, cost);
            if (inbox.creditDue()) {
                scheduleDrain();
            }
        }
    }

    private void beat() {
        Optional<String> wrong = pulse.beat(receiver.isPresent(), records, outgoing.sent());
        if (wrong.isPresent()) {
            fail(wrong.get());
        } else if (ending && pulse.stalled()) {
            end("closed here before all was sent: " + closeReason);
        } else {
            breathe();
        }
    }

    private void breathe() {
        if (pulse.rekeyDue()) {
            outgoing.rekey();
        }
        if (pulse.pingDue()) {
            outgoing.ping();
            drain();
        }
    }

    @Override
    public void writabilityChanged() {
        if (channel.isWritable()) {
            scheduleDrain();
        }
    }

    @Override
    public void fail(String why) {
        if (state == State.OPEN && channel.isActive()) {
            outgoing.writeClose(why);
        }
        end(why);
    }

    private void end(String why) {
        if (state == State.OPEN) {
            reason = why;
        }
        state = State.DEAD;
        ending = true;
        channel.close();
    }

    @Override
    public void inactive(boolean inRecord) {
        if (state == State.OPEN && inRecord) {
            reason = "the connection was lost in the middle of a record";
        }
        state = State.DEAD;
        ending = true;
        inbox.discard();
        if (receiver.isPresent()) {
            sayClosed();
        }
    }

    @Override
    public String toString() {
        return "tcp " + identity.remote;
    }
}
