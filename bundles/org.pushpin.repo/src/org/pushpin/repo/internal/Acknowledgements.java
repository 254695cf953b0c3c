// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * What devices have said that they hold durably: for each the fingerprint of a state here of which it holds all. Written now and then, so
 * that a crash forgets some, which the device says again; never more is remembered than was said. Any thread.
 */
final class Acknowledgements {

    private static final String LANE = Node.LANE;
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final Fingerprint NOTHING = Fingerprint.of(List.of());
    private static final System.Logger LOG = System.getLogger(Acknowledgements.class.getName());

    private final Services services;
    private final Map<DocumentId, Map<Bytes, Fingerprint>> known = new HashMap<>();
    private final Map<List<Object>, Write> unwritten = new LinkedHashMap<>();

    Acknowledgements(Services services) {
        this.services = services;
    }

    /** By the key of each device. Reads the disk when a document is first asked about. */
    synchronized Map<Bytes, Fingerprint> of(DocumentId document) {
        return Map.copyOf(known(document));
    }

    private Map<Bytes, Fingerprint> known(DocumentId document) {
        Map<Bytes, Fingerprint> found = known.get(document);
        if (found != null) {
            return found;
        }
        try {
            found = new HashMap<>(services.commits().storage().acknowledged(document));
            known.put(document, found);
            return found;
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "what devices hold of {0} cannot be read: {1}", document, e.getMessage());
            return new HashMap<>();
        }
    }

    void acknowledged(Bytes peer, DocumentId document, Fingerprint fingerprint) {
        remember(peer, document, Optional.empty(), fingerprint);
    }

    /** It lost what it had said that it holds. */
    void lacks(Bytes peer, DocumentId document, Fingerprint fingerprint) {
        remember(peer, document, Optional.of(fingerprint), NOTHING);
    }

    private synchronized void remember(Bytes peer, DocumentId document, Optional<Fingerprint> instead, Fingerprint fingerprint) {
        Map<Bytes, Fingerprint> devices = known(document);
        Fingerprint before = devices.get(peer);
        if (fingerprint.equals(before) || instead.isPresent() && !instead.get().equals(before)) {
            return;
        }
        devices.put(peer, fingerprint);
        if (unwritten.isEmpty()) {
            services.scheduler().after(PACE, LANE, this::write);
        }
        unwritten.put(List.of(peer, document), new Write.Acknowledged(peer, document, fingerprint));
    }

    private void write() {
        List<Write> writes = take();
        if (!writes.isEmpty()) {
            services.commits().submit(writes, LANE, failure -> { });
        }
    }

    private synchronized List<Write> take() {
        List<Write> writes = new ArrayList<>(unwritten.values());
        unwritten.clear();
        return writes;
    }

    /** Writes what is not yet written, when nothing else is under way. */
    void close(Storage storage) throws StorageException {
        List<Write> writes = take();
        if (!writes.isEmpty()) {
            storage.commit(writes);
        }
    }
}
