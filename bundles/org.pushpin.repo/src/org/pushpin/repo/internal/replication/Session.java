// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.*;
import org.pushpin.repo.internal.replication.wire.MessageCodec;

/** One connection with a peer, from its first tag to its end. Callbacks of the connection are taken to the lane. */
final class Session implements Connection.Receiver, BlobSource {
    private static final int LEAST_TAGS = 256;
    private static final int FEW_TAGS = 16;

    private final Node node;
    private final Connection connection;
    private final SessionHost host;
    private final BlobFetcher blobs;
    private final TagBook tags;
    private final Introduction introduction;
    private final Comparison comparison;
    private final Channels channels;
    private final SharedDocuments documents = new SharedDocuments(this::exchange);
    private final Map<Integer, BlobServer> servers = new HashMap<>();
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
        this.blobs = blobs;
        boolean initiator = connection.initiator();
        tags = new TagBook(initiator, connection.handshakeHash());
        introduction = new Introduction(node, initiator, connection.handshakeHash(), tags, this::send);
        comparison = new Comparison(node, initiator, tags, this::send, this::compared);
        channels = new Channels(initiator, tags);
        heard = node.now();
        useful = heard;
    }

    void start() {
        Replica replica = node.replica();
        List<DocumentId> known = new ArrayList<>(replica.documents());
        known.sort(Comparator.comparing(document -> !replica.wanted(document)));
        known.forEach(document -> tags.add(document, replica.secret(document)));
        connection.start(this);
        introduction.added(known);
        node.after(Limits.QUIET, this::watch);
    }

    // ---- what the connection says, on an io thread

    @Override
    public void message(int channel, Bytes message, Runnable consumed) {
        node.later(() -> receive(channel, message, consumed));
    }

    @Override
    public void writable(int channel) {
        node.later(() -> room(channel));
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
        if (!(message instanceof Ping || message instanceof Pong)) {
            useful = heard;
        }
        if (channel == Channels.SESSION) {
            release.run();
            if (!(message instanceof OfSession session)) {
                throw new Violation("the peer spoke of a document on the channel of the session");
            }
            ofSession(session);
        } else if (device.isEmpty()) {
            throw new Violation("the peer spoke of a document before it said who it is");
        } else if (message instanceof Open open) {
            release.run();
            opened(channel, open);
        } else {
            onChannel(channel, message, release);
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
        tags.receive(theirs.tags()).forEach(this::proven);
        if (theirs.last() && !sawAllTags) {
            sawAllTags = true;
            blobs.join(this);
            List.copyOf(tags.proven()).forEach(document -> host.proven(this, document));
            comparison.begin();
        }
    }

    /** Documents became known here. */
    void added(DocumentId document) {
        if (tags.add(document, node.replica().secret(document))) {
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

    /** The peer has proved that it knows a document; if all are compared already, the initiator opens it. */
    private void proven(DocumentId document) {
        if (sawAllTags) {
            if (connection.initiator() || !comparison.over()) {
                documents.want(document, true);
            }
            host.proven(this, document);
        }
    }

    private void compared(Collection<DocumentId> same, Collection<DocumentId> differing) {
        useful = node.now();
        documents.compared(same, differing, connection.initiator());
        same.forEach(host::progressed);
    }

    /** A document has changed here. */
    void changed(DocumentId document) {
        if (!closed && tags.proven(document) && device.isPresent()) {
            useful = documents.busy() ? useful : node.now();
            documents.changed(document);
            servers.values().forEach(BlobServer::arrived);
        }
    }

    /** A blob has become whole here. */
    void blobArrived() {
        servers.values().forEach(BlobServer::arrived);
    }

    // ---- channels

    private void opened(int channel, Open open) throws Violation {
        Channels.Use use = channels.opened(channel, open);
        if (use.document().isPresent()) {
            DocumentId document = use.document().get();
            tags.receive(List.of(open.tag())).forEach(this::proven);
            if (use.topic() == Topic.BLOBS) {
                servers.put(channel, new BlobServer(node, document, reply -> send(channel, Priority.BULK, reply)));
            }
        }
    }

    private void onChannel(int channel, Message message, Runnable release) throws FormatException, Violation {
        Channels.Use use = channels.use(channel)
                .orElseThrow(() -> new Violation("the peer used a channel that nobody opened"));
        if (use.document().isEmpty()) {
            release.run();
            return;
        }
        DocumentId document = use.document().get();
        if (message instanceof OfDocument change && use.topic() == Topic.CHANGES) {
            ofDocument(document, change, release);
        } else if (message instanceof OfBlobs blob && use.topic() == Topic.BLOBS) {
            ofBlobs(channel, blob, release);
        } else {
            throw new Violation("the peer sent a message on the wrong channel");
        }
    }

    private void ofDocument(DocumentId document, OfDocument message, Runnable release) throws FormatException, Violation {
        if (message instanceof Batches) {
            host.received(document);
        }
        documents.exchange(document).receive(message, release);
        if (message instanceof Sync) {
            documents.want(document, false);
        }
    }

    private void ofBlobs(int channel, OfBlobs message, Runnable release) throws Violation {
        if (message instanceof Chunk chunk) {
            blobs.chunk(this, chunk, release);
            return;
        }
        release.run();
        switch (message) {
            case WantBlob want -> server(channel).want(want.blob());
            case WantChunk want -> server(channel).want(want);
            case Manifest manifest -> blobs.manifest(this, manifest.manifest());
            case NoBlob none -> blobs.none(this, none.blob());
            case Chunk chunk -> throw new IllegalStateException("taken above");
        }
    }

    private BlobServer server(int channel) throws Violation {
        BlobServer server = servers.get(channel);
        if (server == null) {
            throw new Violation("the peer asked for a blob on a channel that is not its own");
        }
        return server;
    }

    private void room(int channel) {
        BlobServer server = servers.get(channel);
        if (closed) {
            return;
        }
        if (server != null) {
            server.writable();
        }
        channels.use(channel).filter(use -> use.topic() == Topic.CHANGES).flatMap(Channels.Use::document)
                .ifPresent(document -> documents.exchange(document).writable());
    }

    private DocumentExchange exchange(DocumentId document) {
        return new DocumentExchange(node, document, new DocumentLine(document));
    }

    @Override
    public boolean shares(DocumentId document) {
        return !closed && sawAllTags && tags.proven(document);
    }

    @Override
    public void ask(DocumentId document, OfBlobs request) {
        int channel = channels.blobs(document).orElseGet(() -> open(Topic.BLOBS, document));
        useful = node.now();
        send(channel, Priority.BULK, request);
    }

    private int open(Topic topic, DocumentId document) {
        int channel = channels.open(topic, document);
        send(channel, Priority.BULK, new Open(topic, tags.tag(document)));
        return channel;
    }

    private void send(Message message) {
        send(Channels.SESSION, Priority.INTERACTIVE, message);
    }

    private boolean send(int channel, Priority priority, Message message) {
        return closed || connection.send(channel, priority, MessageCodec.encode(message));
    }

    // ---- end

    private void watch() {
        if (closed) {
            return;
        }
        Instant now = node.now();
        boolean owed = documents.busy() || introduction.sharing() && !comparison.over() || blobs.awaits(this);
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

    @Override
    public void violated(String sentence) {
        if (!closed) {
            host.violated(this, sentence);
            close(sentence);
        }
    }

    @Override
    public void failed(String sentence) {
        close(sentence);
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
            blobs.leave(this);
            host.closed(this, reason);
        }
    }

    // ---- what others ask

    boolean initiator() {
        return connection.initiator();
    }

    Address remote() {
        return connection.remote();
    }

    Optional<DeviceId> device() {
        return device;
    }

    Collection<DocumentId> shared() {
        return tags.proven();
    }

    boolean complete(DocumentId document) {
        return documents.complete(document);
    }

    boolean held(DocumentId document) {
        return documents.held(document);
    }

    /** The channel of one document. */
    private final class DocumentLine implements Line {
        private final DocumentId document;

        DocumentLine(DocumentId document) {
            this.document = document;
        }

        @Override
        public boolean send(Priority priority, OfDocument message) {
            int channel = channels.changes(document).orElseGet(() -> Session.this.open(Topic.CHANGES, document));
            return Session.this.send(channel, priority, message);
        }

        @Override
        public void settled() {
            documents.settled(document);
        }

        @Override
        public void progressed() {
            host.progressed(document);
        }

        @Override
        public void acknowledged(Fingerprint fingerprint) {
            host.acknowledged(Session.this, document, fingerprint);
        }

        @Override
        public void violated(String sentence) {
            Session.this.violated(sentence);
        }

        @Override
        public void failed(String sentence) {
            Session.this.failed(sentence);
        }

        @Override
        public boolean open() {
            return !closed;
        }
    }
}
