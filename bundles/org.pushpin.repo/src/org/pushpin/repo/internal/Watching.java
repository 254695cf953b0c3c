// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.pushpin.crdt.ActorId;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterCertificate;
import org.pushpin.repo.DocumentEvent;
import org.pushpin.repo.DurableDocument;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.document.Listeners;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredWriter;

/** All documents at once, for whoever follows them: events, and what is durable. Any thread. */
final class Watching {

    private static final int REMEMBERED = 4_096;

    private final Services services;
    private final Documents documents;
    private final Listeners<DocumentEvent> listeners = new Listeners<>();
    private final Map<DocumentId, DocumentEvent.Opened> opened = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentId, DocumentEvent.Opened> eldest) {
            return size() > REMEMBERED;
        }
    };

    Watching(Services services, Documents documents) {
        this.services = services;
        this.documents = documents;
    }

    void stored(DocumentId id) {
        listeners.tell(new DocumentEvent.Stored(id));
    }

    void opened(DocumentUrl url) {
        var event = new DocumentEvent.Opened(url.id(), url.contentType());
        synchronized (opened) {
            if (event.equals(opened.put(url.id(), event))) {
                return;
            }
        }
        listeners.tell(event);
    }

    Subscription add(Consumer<DocumentEvent> listener) {
        Subscription subscription = listeners.add(listener);
        Map<DocumentId, DocumentEvent.Opened> before;
        synchronized (opened) {
            before = Map.copyOf(opened);
        }
        before.values().forEach(listener);
        return subscription;
    }

    Map<DocumentId, Fingerprint> fingerprints() {
        Map<DocumentId, Fingerprint> all = new HashMap<>();
        documents.all().forEach(slot -> slot.fingerprint.filter(known -> slot.isHere())
                .ifPresent(fingerprint -> all.put(slot.id, fingerprint)));
        return all;
    }

    Optional<DurableDocument> durable(DocumentId id) throws StorageException {
        Optional<OpenDocument> document = documents.look(id);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Map<ActorId, DeviceId> devices = new HashMap<>();
        for (StoredWriter writer : services.commits().storage().writers(id)) {
            device(writer).ifPresent(device -> devices.put(ActorId.of(writer.writer().actor().toByteArray()), device));
        }
        Fingerprint fingerprint = document.get().clock().fingerprint(); // before what it is at least of
        return Optional.of(new DurableDocument(document.get().durable(), fingerprint, devices));
    }

    private static Optional<DeviceId> device(StoredWriter writer) {
        try {
            return writer.certificate().isEmpty() ? Optional.empty()
                    : Optional.of(WriterCertificate.decode(writer.certificate()).device());
        } catch (FormatException newer) {
            return Optional.empty();
        }
    }
}
