// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.network.Connection.Priority;
import org.pushpin.repo.internal.replication.wire.Message;
import org.pushpin.repo.internal.replication.wire.Message.*;

/**
 * All channels of a session but the first: documents and their blobs, each side's own. Nothing is sent here before the
 * peer has shown all its tags, so nothing overtakes the introduction. One lane.
 */
final class SessionDocuments implements BlobSource {
    private final Node node;
    private final Session session;
    private final SessionHost host;
    private final BlobFetcher blobs;
    private final TagBook tags;
    private final Channels channels;
    private final SharedDocuments shared = new SharedDocuments(this::exchange);
    private final Map<Integer, BlobServer> servers = new HashMap<>();
    private boolean begun;

    SessionDocuments(Node node, Session session, boolean initiator, TagBook tags, SessionHost host, BlobFetcher blobs) {
        this.node = node;
        this.session = session;
        this.host = host;
        this.blobs = blobs;
        this.tags = tags;
        channels = new Channels(initiator, tags);
    }

    /** The peer has shown all its tags. */
    void begin() {
        begun = true;
        blobs.join(this);
        List.copyOf(tags.proven()).forEach(document -> host.proven(session, document));
    }

    /** The peer has proved that it knows a document. @param want whether this side is to open it */
    void proven(DocumentId document, boolean want) {
        if (begun) {
            if (want) {
                shared.want(document, true);
            }
            host.proven(session, document);
        }
    }

    void compared(Map<DocumentId, Fingerprint> same, Collection<DocumentId> differing) {
        shared.compared(same, differing, session.initiator());
        same.keySet().forEach(host::progressed);
    }

    /** A document has changed here. */
    void changed(DocumentId document) {
        if (tags.proven(document)) {
            shared.changed(document);
            servers.values().forEach(BlobServer::arrived);
        }
    }

    /** A blob has become whole here. */
    void blobArrived() {
        servers.values().forEach(BlobServer::arrived);
    }

    void end() {
        blobs.leave(this);
    }

    /** Whether the peer owes an answer. */
    boolean owed() {
        return shared.busy() || blobs.awaits(this);
    }

    // ---- what comes

    /** @param release gives the peer credit for the message */
    void receive(int channel, Message message, Runnable release) throws FormatException, Violation {
        if (message instanceof Open open) {
            release.run();
            opened(channel, open);
            return;
        }
        Channels.Use use = channels.use(channel)
                .orElseThrow(() -> new Violation("the peer used a channel that nobody opened"));
        if (use.document().isEmpty()) {
            release.run();
        } else if (message instanceof OfDocument change && use.topic() == Topic.CHANGES) {
            ofDocument(use.document().get(), change, release);
        } else if (message instanceof Ephemerals said && use.topic() == Topic.PRESENCE) {
            release.run();
            host.present(session, use.document().get(), said.news());
        } else if (message instanceof OfBlobs blob && use.topic() == Topic.BLOBS) {
            ofBlobs(channel, blob, release);
        } else {
            throw new Violation("the peer sent a message on the wrong channel");
        }
    }

    private void opened(int channel, Open open) throws Violation {
        Channels.Use use = channels.opened(channel, open);
        if (use.document().isPresent()) {
            DocumentId document = use.document().get();
            session.receive(List.of(open.tag()));
            if (use.topic() == Topic.BLOBS) {
                servers.put(channel, new BlobServer(node, document, reply -> session.send(channel, Priority.BULK, reply)));
            }
        }
    }

    private void ofDocument(DocumentId document, OfDocument message, Runnable release) throws FormatException, Violation {
        if (message instanceof Batches) {
            host.received(document);
        }
        shared.exchange(document).receive(message, release);
        if (message instanceof Sync) {
            shared.want(document, false);
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

    void writable(int channel) {
        BlobServer server = servers.get(channel);
        if (server != null) {
            server.writable();
        }
        channels.use(channel).ifPresent(use -> use.document().ifPresent(document -> {
            switch (use.topic()) {
                case CHANGES -> shared.exchange(document).writable();
                case PRESENCE -> host.presenceWritable(session, document);
                case BLOBS -> { }
            }
        }));
    }

    // ---- what goes

    private int open(Topic topic, DocumentId document) {
        int channel = channels.open(topic, document);
        session.send(channel, Priority.BULK, new Open(topic, tags.tag(document)));
        return channel;
    }

    /** Says who is at a document; false if the caller should wait for room. */
    boolean present(DocumentId document, List<Ephemeral> news) {
        int channel = channels.presence(document).orElseGet(() -> open(Topic.PRESENCE, document));
        return session.send(channel, Priority.INTERACTIVE, new Ephemerals(news));
    }

    @Override
    public boolean shares(DocumentId document) {
        return begun && session.isOpen() && tags.proven(document);
    }

    @Override
    public void ask(DocumentId document, OfBlobs request) {
        int channel = channels.blobs(document).orElseGet(() -> open(Topic.BLOBS, document));
        session.useful();
        session.send(channel, Priority.BULK, request);
    }

    @Override
    public void violated(String sentence) {
        session.violated(sentence);
    }

    @Override
    public void failed(String sentence) {
        session.close(sentence);
    }

    // ---- what others ask

    /** Whether all that the peer is known to hold of the document is here. */
    boolean complete(DocumentId document) {
        return shared.complete(document);
    }

    /** What the peer is known to hold of what is here. */
    Holding holding(DocumentId document) {
        return shared.holding(document);
    }

    private DocumentExchange exchange(DocumentId document) {
        session.useful();
        return new DocumentExchange(node, document, new DocumentLine(document));
    }

    /** The channel of one document. */
    private final class DocumentLine implements Line {
        private final DocumentId document;

        DocumentLine(DocumentId document) {
            this.document = document;
        }

        @Override
        public boolean send(Priority priority, OfDocument message) {
            int channel = channels.changes(document).orElseGet(() -> SessionDocuments.this.open(Topic.CHANGES, document));
            return session.send(channel, priority, message);
        }

        @Override
        public void settled() {
            shared.settled(document);
        }

        @Override
        public void progressed() {
            host.progressed(document);
        }

        @Override
        public void violated(String sentence) {
            session.violated(sentence);
        }

        @Override
        public void failed(String sentence) {
            session.close(sentence);
        }

        @Override
        public boolean open() {
            return session.isOpen();
        }
    }
}
