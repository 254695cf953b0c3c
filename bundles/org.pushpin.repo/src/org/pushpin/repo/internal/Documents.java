// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.pushpin.crdt.Doc;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.SigningKey;
import org.pushpin.repo.UnavailableException;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.Write;

/**
 * Every document of the profile. A document is open at most once; those used last stay open, others while somebody holds them.
 * Any thread.
 */
final class Documents {

    private static final System.Logger LOG = System.getLogger(Documents.class.getName());

    private final Services services;
    private final Runnable read;
    private final Map<DocumentId, Slot> slots = new LinkedHashMap<>();
    private final KeptOpen kept;

    /** @param read is told whenever a document has been read from the disk */
    Documents(Services services, Runnable read) throws StorageException {
        this.services = services;
        this.read = read;
        this.kept = new KeptOpen(services.scheduler());
        services.commits().storage().eachDocument(stored -> {
            Slot slot = new Slot(stored.id(), stored.secret());
            slot.fingerprint = stored.fingerprint();
            if (stored.here()) {
                slot.here(true);
                slot.whole();
            }
            slots.put(slot.id, slot);
        });
    }

    /** How many there are, wanted ones included. */
    int count() {
        synchronized (slots) {
            return slots.size();
        }
    }

    List<Slot> all() {
        synchronized (slots) {
            return List.copyOf(slots.values());
        }
    }

    Optional<Slot> slot(DocumentId id) {
        synchronized (slots) {
            return Optional.ofNullable(slots.get(id));
        }
    }

    /** Makes a document; its content is put in by {@code fill}. It is known before that, because its first change wakes its lane. */
    OpenDocument create(java.util.function.Consumer<OpenDocument> fill) {
        SigningKey key = SigningKey.fromSeed(services.device().random(SigningKey.SEED_LENGTH));
        DocumentSecret secret = DocumentSecret.of(services.device().random(DocumentSecret.LENGTH));
        OpenDocument document = OpenDocument.create(services, secret, key);
        Slot slot = new Slot(document.id(), secret);
        slot.here(true);
        slot.whole();
        slot.open(document);
        synchronized (slots) {
            slots.put(slot.id, slot);
        }
        kept.keep(document);
        boolean filled = false;
        try {
            fill.accept(document);
            filled = true;
        } finally {
            if (!filled) {
                forget(document.id());
            }
        }
        document.begin();
        return document;
    }

    /** Takes back a document that could not be stored. */
    void forget(DocumentId id) {
        synchronized (slots) {
            slots.remove(id);
        }
        kept.forget(id);
    }

    /** Somebody uses a document that is open. */
    void used(OpenDocument document) {
        kept.keep(document);
    }

    /** How many are kept open; others are open while somebody holds them. */
    int keptOpen() {
        return kept.count();
    }

    /** The document if it is here; reads it if it is not open, and keeps it open for a while. */
    Optional<OpenDocument> open(DocumentId id) throws StorageException {
        Optional<OpenDocument> document = look(id);
        document.ifPresent(kept::keep);
        return document;
    }

    /** As {@link #open}, but it is open for only as long as somebody holds it, so that going through all displaces none. */
    Optional<OpenDocument> look(DocumentId id) throws StorageException {
        Optional<Slot> slot = slot(id).filter(Slot::isHere);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        synchronized (slot.get()) {
            Optional<OpenDocument> open = slot.get().open();
            return open.isPresent() ? open : Optional.of(read(slot.get()));
        }
    }

    private OpenDocument read(Slot slot) throws StorageException {
        OpenDocument document = OpenDocument.open(services, new StoredDocument(slot.id, slot.secret, genesis(slot), slot.fingerprint));
        slot.open(document);
        read.run();
        return document;
    }

    /** The Genesis of a document that is here; one that is damaged on the disk makes it wanted again. */
    Optional<Bytes> genesis(Slot slot) throws StorageException {
        Optional<Bytes> known = slot.open().map(OpenDocument::genesis).or(() -> slot.unsavedGenesis);
        if (known.isPresent() || !slot.isHere()) {
            return known;
        }
        Optional<Bytes> stored = services.commits().storage().document(slot.id).flatMap(StoredDocument::genesis);
        if (stored.isEmpty()) {
            slot.here(false);
            read.run();
        }
        return stored;
    }

    /** Remembers a document that is to be fetched. @return whether that is news */
    boolean want(DocumentId id, DocumentSecret secret) {
        synchronized (slots) {
            Slot slot = slots.get(id);
            if (slot != null && (slot.isHere() || slot.secret.equals(secret))) {
                return false;
            }
            if (slot == null) {
                slots.put(id, new Slot(id, secret));
            } else {
                slot.secret = secret;
            }
            return true;
        }
    }

    /** Everything open that has something on its way to the disk. */
    List<CompletableFuture<Doc>> flush() {
        List<CompletableFuture<Doc>> flushing = new ArrayList<>();
        for (Slot slot : all()) {
            slot.open().map(OpenDocument::flush).ifPresent(flushing::add);
        }
        return flushing;
    }

    /** The writes that make a wanted document last. */
    static Write wanted(DocumentId id, DocumentSecret secret) {
        return new Write.Document(id, secret);
    }

    /** Why a document cannot be had. */
    static UnavailableException unavailable(DocumentId id) {
        LOG.log(System.Logger.Level.DEBUG, "{0} is not here and its link carries no secret", id);
        return new UnavailableException("This link does not carry the document's secret, and the document is not here."
                + " Ask for a link that was made with \"Copy link\".");
    }
}
