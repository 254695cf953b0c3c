// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.blob.Links;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.link.LinkCrawler;
import org.pushpin.repo.internal.link.Targets;
import org.pushpin.storage.StorageException;

/** The stored links of all documents, for whoever must not miss one. A failure is a failure, never "no links". Any thread. */
final class BlobLinks implements Links {

    private final Services services;
    private final Documents documents;
    private final LinkGraph graph;

    BlobLinks(Services services, Documents documents, LinkGraph graph) {
        this.services = services;
        this.documents = documents;
        this.graph = graph;
    }

    @Override
    public boolean areSettled() throws StorageException {
        return documents.all().stream().allMatch(slot -> slot.open().map(OpenDocument::saved).orElse(true)) && graph.isUpToDate();
    }

    @Override
    public long moment() {
        return graph.moment();
    }

    @Override
    public Collection<DocumentId> documents() {
        return documents.all().stream().map(slot -> slot.id).toList();
    }

    /** From what is stored; only of a document with more links than are stored, from itself. */
    @Override
    public Set<BlobId> blobs(DocumentId document) throws StorageException {
        Set<String> links = services.commits().storage().links(document);
        if (links.size() < LinkCrawler.MAX_LINKS) {
            return Targets.of(links.stream().filter(Targets::isBlob).collect(Collectors.toSet())).blobs();
        }
        Optional<OpenDocument> whole = documents.look(document);
        return LinkCrawler.allBlobs(whole.orElseThrow(() -> new StorageException(document + " cannot be read.")).durable());
    }

    @Override
    public boolean isLinked(BlobId blob) throws StorageException {
        return !graph.linking(blob, 1).isEmpty();
    }
}
