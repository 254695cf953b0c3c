// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.pushpin.crypto.Bytes;
import org.pushpin.network.Connection;

/** A receiver that keeps what it is told, in order; consumes at once if asked to. */
final class Recorder implements Connection.Receiver {
    private static final int PATIENCE_SECONDS = 15;

    final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final boolean consuming;

    sealed interface Event {
    }

    record Message(int channel, Bytes content, Runnable consumed) implements Event {
    }

    record Writable(int channel) implements Event {
    }

    record Closed(String reason) implements Event {
    }

    Recorder(boolean consuming) {
        this.consuming = consuming;
    }

    @Override
    public void message(int channel, Bytes content, Runnable consumed) {
        events.add(new Message(channel, content, consumed));
        if (consuming) {
            consumed.run();
        }
    }

    @Override
    public void writable(int channel) {
        events.add(new Writable(channel));
    }

    @Override
    public void closed(String reason) {
        events.add(new Closed(reason));
    }

    Event next() throws InterruptedException {
        Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(event, "nothing happened");
        return event;
    }

    Message message() throws InterruptedException {
        return next(Message.class);
    }

    String closed() throws InterruptedException {
        return next(Closed.class).reason();
    }

    /** The next event of this kind; others are passed over. */
    <E extends Event> E next(Class<E> kind) throws InterruptedException {
        Event event = next();
        while (!kind.isInstance(event)) {
            event = next();
        }
        return kind.cast(event);
    }
}
