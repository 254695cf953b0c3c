// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.pushpin.crdt.Edit;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.Blobs;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocumentEvent;
import org.pushpin.repo.DurableDocument;
import org.pushpin.repo.FetchProgress;
import org.pushpin.repo.LinkLimits;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Peers;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.SyncStatus;
import org.pushpin.repo.UnavailableException;

/** Documents on paper: in memory, under names that are no keys, until the repo is let go. One thread. */
final class PaperRepo implements Repo {

    private static final Subscription NOTHING = () -> { };

    private final Random names = new Random(1);
    private final Map<DocumentId, PaperDocument> documents = new HashMap<>();
    private final Map<String, Bytes> settings = new HashMap<>();
    private final PaperPresence nobody = new PaperPresence();
    private final Peers peers;
    final PaperFiles files = new PaperFiles();

    /** @param peers looked at, and no more */
    PaperRepo(Peers peers) {
        this.peers = peers;
    }

    private Bytes name(int length) {
        byte[] bytes = new byte[length];
        names.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    @Override
    public PaperDocument create(String message, Consumer<Edit> content) {
        DocumentUrl url = DocumentUrl.of(new DocumentId(name(DocumentId.LENGTH)), "paper",
                DocumentSecret.of(name(DocumentSecret.LENGTH)));
        PaperDocument document = new PaperDocument(url);
        document.change(message, content);
        documents.put(url.id(), document);
        return document;
    }

    @Override
    public CompletionStage<DocHandle> open(DocumentUrl url) {
        return local(url.id()).map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(new UnavailableException("this is paper only")));
    }

    @Override
    public Optional<DocHandle> local(DocumentId document) {
        return Optional.ofNullable(documents.get(document));
    }

    @Override
    public List<DocumentId> documents() {
        return List.copyOf(documents.keySet());
    }

    @Override
    public Optional<DocumentUrl> url(DocumentId document, String contentType) {
        return local(document).map(handle -> handle.url(contentType));
    }

    @Override
    public Map<DocumentId, Fingerprint> fingerprints() {
        return Map.of();
    }

    @Override
    public Optional<DurableDocument> durable(DocumentId document) {
        return Optional.empty();
    }

    @Override
    public Subscription watch(Consumer<DocumentEvent> listener) {
        return NOTHING;
    }

    @Override
    public CompletionStage<Void> fetch(DocumentUrl url, Consumer<FetchProgress> progress) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<DocumentId> linking(DocumentId document, int limit) {
        return List.of();
    }

    @Override
    public LinkLimits linkLimits() {
        return new LinkLimits(0, 0, 0, 0, 0, false);
    }

    @Override
    public void followFurther() {
        // nothing leads anywhere
    }

    @Override
    public SyncStatus status(DocumentId document) {
        return new SyncStatus(true, 0, 0, Set.of(), Set.of());
    }

    @Override
    public Blobs blobs() {
        return files;
    }

    @Override
    public Peers peers() {
        return peers;
    }

    @Override
    public Presence presence() {
        return nobody;
    }

    @Override
    public Optional<Bytes> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public void setting(String name, Bytes value) {
        settings.put(name, value);
    }

    @Override
    public CompletionStage<Void> backup(Path file, LongConsumer progress) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Subscription notices(Consumer<Notice> listener) {
        return NOTHING;
    }

    @Override
    public void close() {
        documents.clear();
    }
}
