// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.LinkLimits;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.link.LinkBudget;
import org.pushpin.repo.internal.link.Targets;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * How far links are followed: as deep and as much as a {@link LinkBudget} allows, counted from the roots. Any thread; wants on the
 * lane of links.
 */
final class Following {

    private static final int SOURCES = 256;
    private static final System.Logger LOG = System.getLogger(Following.class.getName());

    private final Services services;
    private final Documents documents;
    private final Linking linking;
    private final LinkBudget budget = new LinkBudget();
    private final Set<DocumentId> roots = ConcurrentHashMap.newKeySet();

    /** What links to a document, at most so many. */
    @FunctionalInterface
    interface Linking {
        List<DocumentId> to(DocumentId id, int limit) throws StorageException;
    }

    Following(Services services, Documents documents, Linking linking) {
        this.services = services;
        this.documents = documents;
        this.linking = linking;
    }

    /** Goes on with what was remembered. */
    void restore(Optional<Bytes> setting) {
        budget.restore(setting);
    }

    void root(DocumentId id) {
        roots.add(id);
    }

    /** Allows as much again. @return to be remembered */
    Write.Setting allowMore() {
        budget.allowMore();
        return new Write.Setting(LinkBudget.SETTING, budget.encode());
    }

    /** Wants the documents to which one links, as far as that is allowed. @param writes and {@code news} get what has to be stored and told */
    void want(DocumentId source, Targets found, List<Write> writes, List<DocumentId> news) {
        List<DocumentUrl> unknown = found.documents().stream().filter(url -> url.secret().isPresent())
                .filter(url -> documents.slot(url.id()).isEmpty()).toList();
        if (unknown.isEmpty()) {
            return;
        }
        if (depth(source) >= budget.depth()) {
            budget.tooDeep();
        } else {
            want(unknown, writes, news);
        }
        tellLimits();
    }

    private void want(List<DocumentUrl> unknown, List<Write> writes, List<DocumentId> news) {
        for (DocumentUrl url : unknown) {
            DocumentSecret secret = url.secret().orElseThrow();
            if (documents.slot(url.id()).isEmpty() && budget.takeDocument() && documents.want(url.id(), secret)) {
                writes.add(Documents.wanted(url.id(), secret));
                news.add(url.id());
            }
        }
        writes.add(new Write.Setting(LinkBudget.SETTING, budget.encode()));
    }

    /** Whether a file that is linked to may be fetched. Any thread. */
    boolean mayFetch(BlobId blob, long length) {
        boolean may = budget.takeBlob(blob, length);
        tellLimits();
        return may;
    }

    LinkLimits limits() {
        return budget.limits();
    }

    private void tellLimits() {
        if (budget.takeNews()) {
            services.notices().accept(new Notice(Notice.Kind.LIMIT, Optional.empty(), "Documents here link to more than is fetched by itself: at most "
                    + budget.depth() + " links deep, " + budget.limits().documents() + " documents and " + (budget.limits().bytes() >> 30)
                    + " GiB of files. The rest is not here until you say to go on.", Optional.empty()));
        }
    }

    /** How many links lead from a root to a document, at least, at most as many as are followed; costs what leads there. */
    private int depth(DocumentId sought) {
        Set<DocumentId> seen = new HashSet<>(Set.of(sought));
        List<DocumentId> level = List.of(sought);
        for (int depth = 0; depth < budget.depth(); depth++) {
            List<DocumentId> next = new ArrayList<>();
            for (DocumentId each : level) {
                List<DocumentId> sources = sources(each);
                if (roots.contains(each) || sources.isEmpty()) {
                    return depth;
                }
                sources.stream().filter(seen::add).forEach(next::add);
            }
            if (next.isEmpty()) {
                return 0; // documents that link to each other, and nothing to them
            }
            level = next;
        }
        return budget.depth();
    }

    private List<DocumentId> sources(DocumentId id) {
        try {
            return linking.to(id, SOURCES).stream().filter(source -> !source.equals(id)).toList();
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "links cannot be read: {0}", e.getMessage());
            return List.of();
        }
    }
}
