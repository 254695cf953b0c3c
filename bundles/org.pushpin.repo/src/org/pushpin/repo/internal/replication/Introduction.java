// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Signatures;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.Hello;
import org.pushpin.repo.internal.replication.wire.Message.Identity;
import org.pushpin.repo.internal.replication.wire.Message.Matches;

/**
 * The first part of a session: both sides prove that they share something, then say who they are, the initiator first
 * (formats §5). Until something is shared the connection stays open and says nothing more: as soon as either side comes
 * to know a document of the other, it goes on. One lane.
 */
final class Introduction {
    private static final String LABEL = "pushpin/session/1";

    private enum Stage {
        /** Nothing is known to be shared. */
        STRANGERS,
        /** Something is; the responder waits for the initiator's identity, or the initiator for the responder's. */
        SHARING,
        /** Who the peer is, is proven. */
        DONE
    }

    private final Node node;
    private final boolean initiator;
    private final Bytes handshakeHash;
    private final TagBook tags;
    private final Runnable fill;
    private final Consumer<Message> out;
    private final Deque<DocumentId> unsaid = new ArrayDeque<>();
    private Stage stage = Stage.STRANGERS;
    private boolean awaitingMatches;
    private int hellos;

    /** @param fill puts all documents into the book of tags that are not in it */
    Introduction(Node node, boolean initiator, Bytes handshakeHash, TagBook tags, Runnable fill, Consumer<Message> out) {
        this.fill = fill;
        this.node = node;
        this.initiator = initiator;
        this.handshakeHash = handshakeHash;
        this.tags = tags;
        this.out = out;
    }

    boolean done() {
        return stage == Stage.DONE;
    }

    boolean sharing() {
        return stage != Stage.STRANGERS;
    }

    /** Documents became known here, at first all of them, wanted ones before the others. */
    void added(Collection<DocumentId> documents) {
        if (stage != Stage.STRANGERS) {
            return;
        }
        if (initiator) {
            unsaid.addAll(documents);
            hello();
        } else {
            answer(documents.stream().filter(tags::proven).toList());
        }
    }

    private void hello() {
        boolean begun = hellos > 0;
        if (awaitingMatches || hellos >= Limits.HELLOS || begun && unsaid.isEmpty()) {
            return;
        }
        List<DocumentId> next = new ArrayList<>();
        while (next.size() < Hello.TAGS && !unsaid.isEmpty()) {
            next.add(unsaid.poll());
        }
        hellos++;
        awaitingMatches = true;
        out.accept(new Hello(tags.padded(next, Hello.TAGS, node.random())));
    }

    private void answer(List<DocumentId> shared) {
        if (!shared.isEmpty()) {
            fill.run();
            stage = Stage.SHARING;
            out.accept(new Matches(tags.tags(shared)));
        }
    }

    /** Responder: tags came. While nothing is shared, no tags are kept here: there may be many who wait. */
    void hello(Hello hello) throws Violation {
        if (initiator || stage == Stage.DONE || ++hellos > Limits.HELLOS) {
            throw new Violation("the peer said hello out of turn");
        }
        fill.run();
        List<DocumentId> shared = tags.receive(hello.tags());
        out.accept(new Matches(tags.tags(shared)));
        if (!shared.isEmpty()) {
            stage = Stage.SHARING;
        } else if (stage == Stage.STRANGERS) {
            tags.rest();
        }
    }

    /** Initiator: the responder knows some of them; it has proved that by its own tags. */
    void matches(Matches matches) throws Violation {
        if (!initiator) {
            throw new Violation("the peer answered what was not asked");
        }
        awaitingMatches = false;
        List<DocumentId> shared = tags.receive(matches.tags());
        if (stage != Stage.STRANGERS) {
            return;
        }
        if (shared.isEmpty()) {
            hello();
        } else {
            stage = Stage.SHARING;
            identify();
        }
    }

    private void identify() {
        DeviceId device = node.deviceId();
        out.accept(new Identity(device, node.device().sign(LABEL, role(initiator), device.key(), handshakeHash)));
    }

    /** Gives who the peer is. */
    DeviceId identity(Identity identity) throws Violation {
        if (stage != Stage.SHARING) {
            throw new Violation("the peer showed its identity before anything shared");
        }
        Bytes key = identity.device().key();
        if (!Signatures.verify(key, identity.signature(), LABEL, role(!initiator), key, handshakeHash)) {
            throw new Violation("the peer's identity is not signed for this connection");
        }
        if (!initiator) {
            identify();
        }
        stage = Stage.DONE;
        return identity.device();
    }

    private static Bytes role(boolean initiator) {
        return Bytes.of((byte) (initiator ? 0 : 1));
    }
}
