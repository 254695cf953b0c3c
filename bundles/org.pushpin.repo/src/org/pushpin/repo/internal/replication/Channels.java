// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.DocumentId;
import org.pushpin.network.Connection;
import org.pushpin.repo.internal.replication.wire.Message.Open;
import org.pushpin.repo.internal.replication.wire.Message.Topic;

/**
 * Which channel of a connection is about what. The initiator opens odd channels, the responder even ones, so the two
 * never collide; when both open one for the same document, each sends on its own. One lane.
 */
final class Channels {
    /** The channel of the session. */
    static final int SESSION = 0;

    /** @param document empty on a channel for a document that is not known here: what comes there is dropped */
    record Use(Topic topic, Optional<DocumentId> document) {}

    private final boolean initiator;
    private final TagBook tags;
    private final Map<Integer, Use> uses = new HashMap<>();
    private final Map<Use, Integer> ours = new HashMap<>();
    private final Map<Use, Integer> theirs = new HashMap<>();
    private int next;
    private int ignored;

    Channels(boolean initiator, TagBook tags) {
        this.initiator = initiator;
        this.tags = tags;
        next = initiator ? 1 : 2;
    }

    /** The peer's first message on a channel. */
    Use opened(int channel, Open open) throws Violation {
        boolean odd = channel % 2 == 1;
        if (odd == initiator || uses.containsKey(channel)) {
            throw new Violation("the peer opened a channel that is not its own");
        }
        Use use = new Use(open.topic(), tags.document(open.tag()));
        if (use.document.isEmpty() && ++ignored > Limits.IGNORED_CHANNELS) {
            throw new Violation("the peer opened too many channels for documents that are not known here");
        }
        if (use.document.isPresent() && theirs.putIfAbsent(use, channel) != null) {
            throw new Violation("the peer opened two channels for the same document");
        }
        uses.put(channel, use);
        return use;
    }

    Optional<Use> use(int channel) {
        return Optional.ofNullable(uses.get(channel));
    }

    /** The channel on which to send changes of a document: ours, or the one that the peer opened. */
    Optional<Integer> changes(DocumentId document) {
        Use use = new Use(Topic.CHANGES, Optional.of(document));
        return Optional.ofNullable(ours.getOrDefault(use, theirs.get(use)));
    }

    /** The channel on which to say who is at a document: ours, or the one that the peer opened. */
    Optional<Integer> presence(DocumentId document) {
        Use use = new Use(Topic.PRESENCE, Optional.of(document));
        return Optional.ofNullable(ours.getOrDefault(use, theirs.get(use)));
    }

    /** The channel on which to ask for blobs of a document. */
    Optional<Integer> blobs(DocumentId document) {
        return Optional.ofNullable(ours.get(new Use(Topic.BLOBS, Optional.of(document))));
    }

    /** A new channel of ours; {@link Open} must be the first message on it. */
    int open(Topic topic, DocumentId document) {
        if (next > Connection.MAX_CHANNEL) {
            throw new IllegalStateException("all channels are in use");
        }
        int channel = next;
        next += 2;
        Use use = new Use(topic, Optional.of(document));
        uses.put(channel, use);
        ours.put(use, channel);
        return channel;
    }
}
