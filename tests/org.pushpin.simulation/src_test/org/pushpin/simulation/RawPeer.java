// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SessionTag;
import org.pushpin.crypto.SigningKey;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Connection.Priority;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.Hello;
import org.pushpin.repo.internal.replication.wire.Message.Identity;
import org.pushpin.repo.internal.replication.wire.Message.Open;
import org.pushpin.repo.internal.replication.wire.Message.Ping;
import org.pushpin.repo.internal.replication.wire.Message.Pong;
import org.pushpin.repo.internal.replication.wire.Message.Tags;
import org.pushpin.repo.internal.replication.wire.Message.Topic;
import org.pushpin.repo.internal.replication.wire.MessageCodec;

/** A peer that says what a test wants, and remembers all it is told. One thread. */
final class RawPeer implements Connection.Receiver {
    private final Simulation simulation;
    private final SigningKey device = SigningKey.generate();
    private Connection connection;
    private boolean consuming = true;
    final List<Message> received = new ArrayList<>();
    final List<Bytes> bytes = new ArrayList<>();
    Optional<String> closed = Optional.empty();

    private RawPeer(Simulation simulation) {
        this.simulation = simulation;
    }

    static RawPeer dial(Simulation simulation, SimulatedNetwork network, Address address) {
        RawPeer peer = new RawPeer(simulation);
        network.transport("raw").dial(address).thenAccept(peer::take);
        simulation.run(Duration.ofSeconds(1));
        return peer;
    }

    /** The next one who dials the address gets this peer. */
    static RawPeer listen(Simulation simulation, SimulatedNetwork network, Address address) {
        RawPeer peer = new RawPeer(simulation);
        network.transport("raw").listen(address, peer::take);
        return peer;
    }

    private void take(Connection taken) {
        if (connection == null) {
            connection = taken;
            connection.start(this);
        }
    }

    boolean connected() {
        return connection != null;
    }

    @Override
    public void message(int channel, Bytes message, Runnable consumed) {
        bytes.add(message);
        try {
            received.add(MessageCodec.decode(message));
        } catch (FormatException broken) {
            throw new AssertionError(broken);
        }
        if (consuming) {
            consumed.run();
        }
    }

    @Override
    public void writable(int channel) {
    }

    @Override
    public void closed(String reason) {
        closed = Optional.of(reason);
    }

    /** From now on the other side gets no more credit. */
    void stopReading() {
        consuming = false;
    }

    void send(int channel, Message message) {
        send(channel, MessageCodec.encode(message));
    }

    void send(int channel, Bytes message) {
        connection.send(channel, Priority.INTERACTIVE, message);
    }

    void settle() {
        simulation.run(Duration.ofSeconds(2));
    }

    SessionTag tag(Bytes key) {
        return SessionTag.of(key, connection.initiator(), connection.handshakeHash());
    }

    /** A hello with these tags among random ones. */
    void hello(SessionTag... tags) {
        List<SessionTag> all = new ArrayList<>(List.of(tags));
        Random random = new Random(1);
        while (all.size() < Hello.TAGS) {
            byte[] tag = new byte[SessionTag.LENGTH];
            random.nextBytes(tag);
            all.add(new SessionTag(Bytes.of(tag)));
        }
        Collections.shuffle(all, random);
        send(0, new Hello(all));
        settle();
    }

    void identify() {
        Bytes role = Bytes.of((byte) (connection.initiator() ? 0 : 1));
        Bytes key = device.publicKey();
        send(0, new Identity(new DeviceId(key),
                device.sign("pushpin/session/1", role, key, connection.handshakeHash())));
        settle();
    }

    /** Everything up to an open channel 1 about a document of which the secret is known. */
    void introduce(DocumentSecret secret, Topic topic) {
        hello(tag(secret.tagKey()));
        identify();
        send(0, new Tags(true, List.of(tag(secret.tagKey()))));
        send(1, new Open(topic, tag(secret.tagKey())));
        settle();
    }

    /** What was received of a kind. */
    <T extends Message> List<T> all(Class<T> kind) {
        return received.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Kinds of messages received, without signs of life. */
    List<String> kinds() {
        return received.stream().filter(message -> !(message instanceof Ping || message instanceof Pong))
                .map(message -> message.getClass().getSimpleName()).distinct().toList();
    }

    boolean heard(Bytes part) {
        return bytes.stream().anyMatch(message -> contains(message, part));
    }

    private static boolean contains(Bytes bytes, Bytes part) {
        for (int at = 0; at + part.length() <= bytes.length(); at++) {
            if (bytes.slice(at, at + part.length()).equals(part)) {
                return true;
            }
        }
        return false;
    }
}
