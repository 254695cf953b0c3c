// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.link.LinkCrawler;
import org.pushpin.repo.internal.link.Targets;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * Who links to whom. A document that was stored is crawled soon after, once however often it changed; what it links to becomes
 * wanted, down to {@link #MAX_DEPTH} links from a root and up to {@link #MAX_DOCUMENTS} in all. A root is a document that was made
 * or opened here, or that nothing links to. Crawls on a lane of its own; reads on any thread.
 */
final class LinkGraph {

    /** The lane on which documents are crawled. */
    static final String LANE = "links";

    private static final String CRAWLED = "links.";

    static final int MAX_DEPTH = 8;
    static final int MAX_DOCUMENTS = 10_000;

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MAX_UNREMEMBERED = 256;
    private static final System.Logger LOG = System.getLogger(LinkGraph.class.getName());

    private final Services services;
    private final Documents documents;
    private final Consumer<DocumentId> changed;
    private final Runnable crawled;
    private final Map<DocumentId, Targets> targets = new ConcurrentHashMap<>();
    private final Map<DocumentId, OpenDocument> scheduled = new ConcurrentHashMap<>();
    private final Map<DocumentId, Write> unremembered = new ConcurrentHashMap<>();
    private final Set<DocumentId> roots = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param changed is told which documents have other links now, or have become wanted
     * @param crawled is told whenever a document has been crawled
     */
    LinkGraph(Services services, Documents documents, Consumer<DocumentId> changed, Runnable crawled) {
        this.services = services;
        this.documents = documents;
        this.changed = changed;
        this.crawled = crawled;
    }

    /** Crawls, one by one, the documents that the last process stored but did not crawl any more; usually there are none. */
    void start() {
        services.scheduler().execute(LANE, () -> catchUp(behind().iterator()));
    }

    /** One statement, however many documents there are. */
    private List<Slot> behind() {
        try {
            Map<String, Bytes> crawledTo = services.commits().storage().settings(CRAWLED);
            return documents.all().stream().filter(slot -> slot.fingerprint.map(Fingerprint::bytes)
                    .filter(fingerprint -> !fingerprint.equals(crawledTo.get(CRAWLED + slot.id))).isPresent()).toList();
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "links are not followed: {0}", e.getMessage());
            return List.of();
        }
    }

    private void catchUp(Iterator<Slot> rest) {
        if (!rest.hasNext() || closed) {
            return;
        }
        Slot slot = rest.next();
        try {
            documents.look(slot.id).ifPresent(this::crawl);
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "links are not followed: {0}", e.getMessage());
        }
        services.scheduler().execute(LANE, () -> catchUp(rest));
    }

    void root(DocumentId id) {
        roots.add(id);
    }

    /** Whether the links of a document are those of what is durable now. */
    boolean isSettled(DocumentId id) {
        return !scheduled.containsKey(id);
    }

    /** What a document links to, as far as it has been crawled. */
    Targets of(DocumentId id) {
        Targets known = targets.get(id);
        if (known == null) {
            known = read(id);
            targets.putIfAbsent(id, known);
        }
        return known;
    }

    private Targets read(DocumentId id) {
        try {
            return documents.slot(id).isPresent() ? Targets.of(services.commits().storage().links(id)) : Targets.NONE;
        } catch (StorageException e) {
            LOG.log(closed ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, "links cannot be read: {0}", e.getMessage());
            return Targets.NONE;
        }
    }

    /** The storage goes, with what is to be remembered: what is still asked gets no answer, and need not. */
    void close() {
        closed = true;
        remember();
    }

    /** Something more of a document is durable. */
    void stored(OpenDocument document) {
        if (scheduled.putIfAbsent(document.id(), document) == null) {
            services.scheduler().after(SOON, LANE, () -> crawl(document));
        }
    }

    private void crawl(OpenDocument document) {
        scheduled.remove(document.id());
        Bytes fingerprint = document.clock().fingerprint().bytes();
        Set<String> found = LinkCrawler.crawl(document.durable());
        List<Write> writes = new ArrayList<>();
        List<DocumentId> news = new ArrayList<>();
        if (!found.equals(of(document.id()).links())) {
            Targets after = Targets.of(found);
            targets.put(document.id(), after);
            news.add(document.id());
            writes.add(new Write.Links(document.id(), found));
            want(document.id(), after, writes, news);
        }
        Write done = new Write.Setting(CRAWLED + document.id(), fingerprint);
        if (news.isEmpty()) {
            rememberLater(document.id(), done);
        } else {
            unremembered.remove(document.id());
            writes.add(done);
            store(document.id(), writes, news);
        }
        crawled.run();
    }

    /** That a document with the same links needs no crawl at the next start: written now and then, since losing it costs a crawl. */
    private void rememberLater(DocumentId id, Write done) {
        if (unremembered.isEmpty() && !closed) {
            services.scheduler().after(REMEMBERED, LANE, this::remember);
        }
        unremembered.put(id, done);
        if (unremembered.size() >= MAX_UNREMEMBERED) {
            remember();
        }
    }

    private void remember() {
        List<Write> writes = List.copyOf(unremembered.values());
        unremembered.clear();
        if (!writes.isEmpty()) {
            services.commits().submit(writes, LANE, failure -> { });
        }
    }

    private void store(DocumentId id, List<Write> writes, List<DocumentId> news) {
        services.commits().submit(writes, LANE, failure -> {
            if (failure.isPresent()) {
                targets.remove(id);
            }
            news.forEach(changed);
        });
    }

    private void want(DocumentId source, Targets found, List<Write> writes, List<DocumentId> news) {
        List<DocumentUrl> unknown = found.documents().stream().filter(url -> documents.slot(url.id()).isEmpty()).toList();
        if (unknown.isEmpty()) {
            return;
        }
        if (depth(source) >= MAX_DEPTH) {
            LOG.log(System.Logger.Level.INFO, "{0} links are too far from any root to be followed", unknown.size());
            return;
        }
        int room = MAX_DOCUMENTS - documents.count();
        for (DocumentUrl url : unknown) {
            Optional<DocumentSecret> secret = url.secret();
            if (secret.isPresent() && room-- > 0 && documents.want(url.id(), secret.get())) {
                writes.add(Documents.wanted(url.id(), secret.get()));
                news.add(url.id());
            }
        }
    }

    /** How many links lead from a root to a document, at least; 0 if nothing links to it. O(links). */
    private int depth(DocumentId sought) {
        Map<DocumentId, Integer> depths = new HashMap<>();
        Deque<DocumentId> todo = new ArrayDeque<>();
        for (DocumentId root : rootsNow()) {
            depths.put(root, 0);
            todo.add(root);
        }
        while (!todo.isEmpty() && !depths.containsKey(sought)) {
            DocumentId source = todo.poll();
            for (DocumentUrl url : of(source).documents()) {
                if (depths.putIfAbsent(url.id(), depths.get(source) + 1) == null) {
                    todo.add(url.id());
                }
            }
        }
        return depths.getOrDefault(sought, 0);
    }

    private Set<DocumentId> rootsNow() {
        Set<DocumentId> unlinked = new HashSet<>();
        List<Slot> all = documents.all();
        all.forEach(slot -> unlinked.add(slot.id));
        all.forEach(slot -> of(slot.id).documents().stream().filter(url -> !url.id().equals(slot.id))
                .forEach(url -> unlinked.remove(url.id())));
        unlinked.addAll(roots);
        return unlinked;
    }
}
