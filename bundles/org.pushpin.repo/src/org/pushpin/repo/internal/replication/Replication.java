// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.network.Connection;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Peers.Peer;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.presence.LivePresence;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/**
 * All sessions of a profile: takes connections, keeps one for each device, tells them what changes here, and knows how
 * far documents have come. {@link #accept}, the queries and {@link #close} may be called from any thread.
 */
public final class Replication implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Replication.class.getName());

    /**
     * How far a document has come.
     *
     * @param connected peers that share it and are connected
     * @param withAll those of them that hold exactly what is here, or more
     * @param complete those of them of whom all that they hold is here
     */
    public record Reach(int connected, int withAll, int complete) {
        /** Nobody is connected. */
        public static final Reach NONE = new Reach(0, 0, 0);
    }

    private final Node node;
    private final Consumer<Notice> notices;
    private final BlobFetcher blobs;
    private final Pace pace;
    private final LivePresence presence;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Map<DocumentId, Reach> reach = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Session>> ended = new CopyOnWriteArrayList<>();
    private final SessionHost host = new Host();
    private final Subscription changes;
    private final Subscription departures;
    private volatile List<Peer> connected = List.of();
    private boolean telling;
    private boolean closed;

    /** @param notices is told, on the replication lane, what a person should know */
    public Replication(Node node, Consumer<Notice> notices) {
        this.node = node;
        this.notices = notices;
        blobs = new BlobFetcher(node, blob -> {
            sessions.forEach(Session::blobArrived);
            tell();
        });
        pace = new Pace(node, this::flush);
        presence = new LivePresence(node.device(), node.random(), node.scheduler(), Node.LANE);
        changes = node.replica().changes(this::changed);
        departures = node.replica().departures(blobs::lost);
    }

    /** Takes a connection, from any thread. */
    public void accept(Connection connection) {
        accept(connection, session -> { });
    }

    /** @param started is told the session, on the lane, before anything else happens to it */
    void accept(Connection connection, Consumer<Session> started) {
        node.later(() -> {
            if (closed || sessions.size() >= Limits.SESSIONS) {
                connection.close("too many connections");
                started.accept(null);
                return;
            }
            makeRoom();
            Session session = new Session(node, connection, host, blobs);
            sessions.add(session);
            started.accept(session);
            session.start();
        });
    }

    /** Of those who have not said who they are, the one that has been here longest goes first. */
    private void makeRoom() {
        List<Session> strangers = sessions.stream().filter(session -> session.device().isEmpty()).toList();
        if (strangers.size() >= Limits.STRANGERS) {
            strangers.get(0).close("too many connections");
        }
    }

    private void changed(DocumentId document) {
        if (!closed) {
            sessions.forEach(session -> session.added(document));
            pace.changed(document);
        }
    }

    private void flush(DocumentId document) {
        List.copyOf(sessions).forEach(session -> session.changed(document));
        if (shared(document)) {
            blobs.linked(document);
        }
        reached(document);
        tell();
    }

    private boolean shared(DocumentId document) {
        return sessions.stream().anyMatch(session -> session.shares(document));
    }

    private void reached(DocumentId document) {
        int connections = 0;
        int withAll = 0;
        int complete = 0;
        for (Session session : sessions) {
            if (session.shares(document)) {
                connections++;
                withAll += acknowledged(session, document) ? 1 : 0;
                complete += session.complete(document) ? 1 : 0;
            }
        }
        Reach now = new Reach(connections, withAll, complete);
        Reach before = connections == 0 ? reach.remove(document) : reach.put(document, now);
        if (!now.equals(before == null ? Reach.NONE : before)) {
            tell();
        }
    }

    /** Has the replica remember what the peer has said. @return whether that is all that is here */
    private boolean acknowledged(Session session, DocumentId document) {
        Optional<Bytes> peer = session.device().map(DeviceId::key);
        return switch (session.holding(document)) {
            case Holding.Unknown unknown -> false;
            case Holding.Lacking lacking -> {
                peer.ifPresent(key -> node.replica().lacks(key, document, lacking.fingerprint()));
                yield false;
            }
            case Holding.Held held -> {
                peer.ifPresent(key -> node.replica().acknowledged(key, document, held.fingerprint()));
                yield held.fingerprint().equals(node.replica().fingerprint(document));
            }
        };
    }

    /** Tells listeners, once for whatever happens until they are called. */
    private void tell() {
        if (!telling) {
            telling = true;
            node.later(() -> {
                telling = false;
                connected = sessions.stream().filter(session -> !session.shared().isEmpty()).flatMap(Replication::peer).toList();
                listeners.forEach(Runnable::run);
            });
        }
    }

    private static Stream<Peer> peer(Session session) {
        return session.device().stream()
                .map(device -> new Peer(session.remote(), device.toString(), session.shared().size()));
    }

    /** Peers that have proved that they share something, and who they are. */
    public List<Peer> connected() {
        return connected;
    }

    /** Who is at documents now. */
    public Presence presence() {
        return presence;
    }

    /** How far a document has come at peers. */
    public Reach reach(DocumentId document) {
        return reach.getOrDefault(document, Reach.NONE);
    }

    /** Is told, on the replication lane, when {@link #connected}, a {@link #reach} or a document or blob here changes. */
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Is told, on the lane, when a session has ended. */
    void ended(Consumer<Session> listener) {
        ended.add(listener);
    }

    /** Whether a session with this device lives; on the lane. */
    boolean connected(DeviceId device) {
        return sessions.stream().anyMatch(session -> session.device().equals(Optional.of(device)));
    }

    Node node() {
        return node;
    }

    @Override
    public void close() {
        presence.close();
        node.later(() -> {
            closed = true;
            changes.close();
            departures.close();
            List.copyOf(sessions).forEach(session -> session.close("the peer is shutting down"));
        });
    }

    /** What sessions tell. */
    private final class Host implements SessionHost {

        /** One connection for each pair of devices: the device with the smaller key closes all but the newest. */
        @Override
        public void identified(Session session) {
            DeviceId device = session.device().orElseThrow();
            if (node.deviceId().compareTo(device) < 0) {
                Collection<Session> older = new ArrayList<>(sessions);
                older.removeIf(other -> other == session || !other.device().equals(session.device()));
                older.forEach(other -> other.close("there is a newer connection of the same two devices"));
            }
            tell();
        }

        @Override
        public void progressed(DocumentId document) {
            reached(document);
        }

        @Override
        public void proven(Session session, DocumentId document) {
            presence.attendance().joined(session, document);
            reached(document);
            node.later(() -> {
                if (shared(document)) {
                    blobs.linked(document);
                }
            });
        }

        @Override
        public void present(Session session, DocumentId document, List<Ephemeral> news) {
            presence.attendance().received(session, document, news);
        }

        @Override
        public void presenceWritable(Session session, DocumentId document) {
            presence.attendance().writable(session, document);
        }

        @Override
        public void received(DocumentId document) {
            pace.received(document);
        }

        @Override
        public void violated(Session session, String sentence) {
            LOG.log(Level.WARNING, "closing the connection with {0}: {1}", session.remote(), sentence);
            notices.accept(new Notice(Notice.Kind.PEER, Optional.empty(),
                    "The connection with " + session.remote() + " was closed: " + sentence + ".", Optional.empty()));
        }

        @Override
        public void closed(Session session, String reason) {
            LOG.log(Level.DEBUG, "the connection with {0} is closed: {1}", session.remote(), reason);
            sessions.remove(session);
            presence.attendance().left(session);
            List.copyOf(session.shared()).forEach(Replication.this::reached);
            tell();
            ended.forEach(listener -> listener.accept(session));
        }
    }
}
