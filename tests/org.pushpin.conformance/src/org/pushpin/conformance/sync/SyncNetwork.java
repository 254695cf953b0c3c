// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage;

/**
 * Peers and the streams between them: each stream keeps its order but is as slow as chance will have it, and breaks now and then, losing
 * what is under way.
 */
public final class SyncNetwork {
    private final Random random;
    private final List<SyncPeer> peers = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private int messages;

    public SyncNetwork(long seed) {
        random = new Random(seed);
    }

    /** One direction of a connection. */
    private record Stream(SyncPeer from, String nameOfTo, SyncPeer to, String nameOfFrom, boolean stripped, Deque<byte[]> underWay) {
        void push() {
            from.generate(nameOfTo).ifPresent(message -> underWay.add(stripped ? withoutFlags(message) : message));
        }

        boolean pull() {
            Optional<byte[]> message = Optional.ofNullable(underWay.poll());
            message.ifPresent(m -> to.receive(nameOfFrom, m));
            return message.isPresent();
        }
    }

    /** As a peer that is older than flags would send it. Where there is a trailer it is three bytes, in every engine. */
    private static byte[] withoutFlags(byte[] message) {
        try {
            SyncMessage parsed = SyncMessage.parse(message);
            if (parsed.version() != SyncMessage.Version.V1) {
                throw new AssertionError("version 2 to a peer that has shown no flags");
            }
            return parsed.flags().isEmpty() ? message : Arrays.copyOf(message, message.length - 3);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    public SyncNetwork add(SyncPeer peer) {
        peers.add(peer);
        return this;
    }

    /** @param old whether the flags get lost, so that both sides stay with version 1 */
    public SyncNetwork connect(SyncPeer a, SyncPeer b, boolean old) {
        String nameOfA = "p" + peers.indexOf(a);
        String nameOfB = "p" + peers.indexOf(b);
        streams.add(new Stream(a, nameOfB, b, nameOfA, old, new ArrayDeque<>()));
        streams.add(new Stream(b, nameOfA, a, nameOfB, old, new ArrayDeque<>()));
        a.connect(nameOfB, false);
        b.connect(nameOfA, false);
        return this;
    }

    /** Edits, messages and breaks in any order. */
    public SyncNetwork live(int steps) {
        for (int i = 0; i < steps; i++) {
            int pick = random.nextInt(12);
            if (pick < 3) {
                peers.get(random.nextInt(peers.size())).edit(random.nextInt(1 << 20));
            } else if (pick < 7) {
                streams.get(random.nextInt(streams.size())).push();
            } else if (pick < 11) {
                messages += streams.get(random.nextInt(streams.size())).pull() ? 1 : 0;
            } else if (random.nextInt(5) == 0) {
                reconnect(random.nextInt(streams.size() / 2) * 2);
            }
        }
        return this;
    }

    private void reconnect(int stream) {
        for (Stream direction : streams.subList(stream, stream + 2)) {
            direction.underWay.clear();
            direction.from.connect(direction.nameOfTo, random.nextBoolean());
        }
    }

    /**
     * Lets everybody speak until nobody has anything to say.
     *
     * @throws AssertionError if that does not come about
     */
    public SyncNetwork settle() {
        for (int round = 0; round < 100; round++) {
            streams.forEach(Stream::push);
            int before = messages;
            for (Stream stream : streams) {
                while (stream.pull()) {
                    messages++;
                }
            }
            if (messages == before) {
                return this;
            }
        }
        throw new AssertionError("they talk for ever");
    }

    /** How many messages arrived. */
    public int messages() {
        return messages;
    }
}
