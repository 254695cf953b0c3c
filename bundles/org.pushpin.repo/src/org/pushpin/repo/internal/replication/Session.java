// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SessionTag;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Connection.Priority;
import org.pushpin.repo.internal.presence.Audience;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.*;
import org.pushpin.repo.internal.replication.wire.MessageCodec;

/**
 * One connection with a peer, from its first tag to its end: introduction, tags, comparison, signs of life. What is said
 * of documents is for {@link SessionDocuments}. Callbacks of the connection are taken to the lane, in their order.
 */
final class Session implements Connection.Receiver, Audience {
    private static final int LEAST_TAGS = 256;
    private static final int FEW_TAGS = 16;

    private final Node node;
    private final Connection connection;
    private final SessionHost host;
    private final TagBook tags;
    private final Introduction introduction;
    private final Comparison comparison;
    private final SessionDocuments documents;
    private final List<DocumentId> untagged = new ArrayList<>();
    private Optional<DeviceId> device = Optional.empty();
    private boolean closed;
    private boolean taggedAll;
    private boolean sawAllTags;
    private long held;
    private Instant heard;
    private Instant useful;

    Session(Node node, Connection connection, SessionHost host, BlobFetcher blobs) {
        this.node = node;
        this.connection = connection;
        this.host = host;
        boolean initiator = connection.initiator();
        tags = new TagBook(initiator, connection.handshakeHash());
        introduction = new Introduction(node, initiator, connection.handshakeHash(), tags, this::fill, this::send);
        comparison = new Comparison(node, initiator, tags, this::send, this::compared);
        documents = new SessionDocuments(node, this, initiator, tags, host, blobs);
        heard = node.now();
        useful = heard;
    }

    void start() {
        connection.start(this);
        if (connection.initiator()) {
            introduction.added(fill());
        }
        node.after(Limits.QUIET, this::watch);
    }

    /** Puts what is known here into the book of tags; gives it, wanted documents first. */
    private List<DocumentId> fill() {
        Replica replica = node.replica();
        List<DocumentId> known = new ArrayList<>(replica.documents());
        known.sort(Comparator.comparing(document -> !replica.wanted(document)));
        known.forEach(document -> tags.add(document, replica.secret(document)));
        return known;
    }

    // ---- what the connection says, on an io thread

    @Override
    public void message(int channel, Bytes message, Runnable consumed) {
        node.later(() -> receive(channel, message, consumed));
    }

    @Override
    public void writable(int channel) {
        node.later(() -> {
            if (!closed) {
                documents.writable(channel);
            }
        });
    }

    @Override
    public void closed(String reason) {
        node.later(() -> over(reason));
    }

    // ---- everything below is on the lane

    private void receive(int channel, Bytes bytes, Runnable consumed) {
        if (closed) {
            consumed.run();
            return;
        }
        heard = node.now();
        held += bytes.length();
        Runnable release = () -> {
            held -= bytes.length();
            consumed.run();
        };
        try {
            if (held > (device.isPresent() ? Limits.HELD : Limits.HELD_OF_STRANGER)) {
                throw new Violation("the peer sends more than can be dealt with");
            }
            take(channel, MessageCodec.decode(bytes), release);
        } catch (FormatException | Violation broken) {
            violated(broken.getMessage());
        }
    }

    private void take(int channel, Message message, Runnable release) throws FormatException, Violation {
        if (!(message instanceof Ping || message instanceof Pong || message instanceof OfPresence)) {
            useful = heard;
        }
        if (channel != Channels.SESSION) {
            if (device.isEmpty()) {
                throw new Violation("the peer spoke of a document before it said who it is");
            }
            documents.receive(channel, message, release);
        } else if (message instanceof OfSession session) {
            release.run();
            ofSession(session);
        } else {
            throw new Violation("the peer spoke of a document on the channel of the session");
        }
    }

    private void ofSession(OfSession message) throws Violation {
        switch (message) {
            case Hello hello -> introduction.hello(hello);
            case Matches matches -> introduction.matches(matches);
            case Identity identity -> identified(introduction.identity(identity));
            case Tags theirs -> tags(theirs);
            case Digest digest -> comparison.digest(digest);
            case Same same -> comparison.same();
            case Buckets buckets -> comparison.buckets(buckets);
            case Prints prints -> comparison.prints(prints);
            case Differ differ -> comparison.differ(differ);
            case Ping ping -> send(new Pong());
            case Pong pong -> { }
        }
    }

    private void identified(DeviceId peer) {
        device = Optional.of(peer);
        if (peer.equals(node.deviceId())) {
            close("this is the same device");
            return;
        }
        host.identified(this);
        if (!closed) {
            tagAll();
        }
    }

    // ---- tags

    private void tagAll() {
        taggedAll = true;
        int size = Math.max(LEAST_TAGS, Integer.highestOneBit(2 * tags.documents().size() - 1));
        List<SessionTag> all = tags.padded(tags.documents(), size, node.random());
        Pages.of(all, MessageCodec.MAX_ENTRIES, (page, last) -> send(new Tags(last, page)));
    }

    private void tags(Tags theirs) throws Violation {
        if (device.isEmpty()) {
            throw new Violation("the peer showed its tags before it said who it is");
        }
        receive(theirs.tags());
        if (theirs.last() && !sawAllTags) {
            sawAllTags = true;
            documents.begin();
            comparison.begin();
        }
    }

    /** The peer has shown tags. */
    void receive(Collection<SessionTag> theirs) {
        tags.receive(theirs).forEach(this::proven);
    }

    /** A document that becomes shared after all have been compared is opened by the initiator. */
    private void proven(DocumentId document) {
        documents.proven(document, connection.initiator() || !comparison.over());
    }

    /** A document became known here, or was known before. */
    void added(DocumentId document) {
        if (tags.tag(document) == null && tags.add(document, node.replica().secret(document))) {
            if (untagged.isEmpty()) {
                node.after(Limits.TAG_PACE, this::tagNew);
            }
            untagged.add(document);
        }
    }

    private void tagNew() {
        List<DocumentId> news = List.copyOf(untagged);
        untagged.clear();
        if (closed) {
            return;
        }
        introduction.added(news);
        if (taggedAll) {
            int size = (news.size() + FEW_TAGS - 1) / FEW_TAGS * FEW_TAGS;
            List<SessionTag> padded = tags.padded(news, size, node.random());
            Pages.of(padded, MessageCodec.MAX_ENTRIES, (page, last) -> send(new Tags(true, page)));
            news.stream().filter(tags::proven).forEach(this::proven);
        }
    }

    // ---- documents

    private void compared(Map<DocumentId, Fingerprint> same, Collection<DocumentId> differing) {
        useful();
        documents.compared(same, differing);
    }

    /** A document has changed here. */
    void changed(DocumentId document) {
        if (!closed && device.isPresent()) {
            documents.changed(document);
        }
    }

    /** A blob has become whole here. */
    void blobArrived() {
        documents.blobArrived();
    }

    private void send(Message message) {
        send(Channels.SESSION, Priority.INTERACTIVE, message);
    }

    /** Gives false if there is no room for more on the channel. */
    boolean send(int channel, Priority priority, Message message) {
        return closed || connection.send(channel, priority, MessageCodec.encode(message));
    }

    // ---- life and end

    /** From now on the peer owes something, or it has just given it. */
    void useful() {
        useful = node.now();
    }

    private void watch() {
        if (closed) {
            return;
        }
        Instant now = node.now();
        boolean owed = documents.owed() || introduction.sharing() && !comparison.over();
        if (!heard.plus(Limits.DEAD).isAfter(now)) {
            close("no sign of life");
        } else if (owed && !useful.plus(Limits.STALLED).isAfter(now)) {
            close("no progress");
        } else {
            if (!heard.plus(Limits.QUIET).isAfter(now)) {
                send(new Ping());
            }
            node.after(Limits.QUIET, this::watch);
        }
    }

    /** The peer broke the protocol. */
    void violated(String sentence) {
        if (!closed) {
            host.violated(this, sentence);
            close(sentence);
        }
    }

    void close(String reason) {
        if (!closed) {
            connection.close(reason);
            over(reason);
        }
    }

    private void over(String reason) {
        if (!closed) {
            closed = true;
            documents.end();
            host.closed(this, reason);
        }
    }

    // ---- what others ask

    boolean isOpen() {
        return !closed;
    }

    boolean initiator() {
        return connection.initiator();
    }

    Address remote() {
        return connection.remote();
    }

    @Override
    public Optional<DeviceId> device() {
        return device;
    }

    /** What the peer has proved to know. */
    Collection<DocumentId> shared() {
        return tags.proven();
    }

    /** Whether the document is exchanged with the peer. */
    @Override
    public boolean shares(DocumentId document) {
        return documents.shares(document);
    }

    @Override
    public boolean send(DocumentId document, List<Ephemeral> news) {
        return documents.present(document, news);
    }

    boolean complete(DocumentId document) {
        return documents.complete(document);
    }

    /** What the peer is known to hold of what is here. */
    Holding holding(DocumentId document) {
        return documents.holding(document);
    }
}
