// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.LinkLimits;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.document.OpenDocument;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.repo.internal.link.LinkBudget;
import org.pushpin.repo.internal.link.LinkCrawler;
import org.pushpin.repo.internal.link.Targets;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * Who links to whom. A document that was stored is crawled soon after, once however often it changed; what it links to becomes
 * wanted, as deep and as much as a {@link LinkBudget} allows. A root is a document that was made or opened here, or that nothing
 * links to. Crawls on a lane of its own; reads on any thread.
 */
final class LinkGraph {

    /** The lane on which documents are crawled. */
    static final String LANE = "links";

    private static final String CRAWLED = "links.";

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration STARTING = Duration.ofMillis(500);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MAX_UNREMEMBERED = 256;
    private static final int RECENT = 1_024;
    private static final int CRAWLERS = 32;
    private static final System.Logger LOG = System.getLogger(LinkGraph.class.getName());

    private final Services services;
    private final Documents documents;
    private final Consumer<DocumentId> changed;
    private final Runnable crawled;
    private final Following following;
    /** What is not durable yet, and what was asked for last. */
    private final Map<DocumentId, Targets> unsaved = new ConcurrentHashMap<>();
    private final Map<DocumentId, Targets> recent = Collections.synchronizedMap(bounded(RECENT));
    /** Of the documents that changed last; on the lane. */
    private final Map<DocumentId, LinkCrawler> crawlers = bounded(CRAWLERS);
    private final Map<DocumentId, OpenDocument> scheduled = new ConcurrentHashMap<>();
    private final Map<DocumentId, Write> unremembered = new ConcurrentHashMap<>();
    private final Set<DocumentId> cappedTold = ConcurrentHashMap.newKeySet();
    private final AtomicLong moment = new AtomicLong();
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
        this.following = new Following(services, documents, this::linking);
    }

    /**
     * Crawls, one by one, the documents that the last process stored but did not crawl any more; usually there are none. A moment later,
     * since somebody may wait for a board.
     */
    void start() throws StorageException {
        following.restore(services.commits().storage().setting(LinkBudget.SETTING));
        services.scheduler().after(STARTING, LANE, () -> catchUp(behind().iterator()));
    }

    private List<Slot> behind() {
        try {
            return closed ? List.of() : uncrawled();
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "links are not followed: {0}", e.getMessage());
            return List.of();
        }
    }

    /** Those whose links are not those of what is stored. One statement, however many documents there are. */
    private List<Slot> uncrawled() throws StorageException {
        Map<String, Bytes> crawledTo = services.commits().storage().settings(CRAWLED);
        return documents.all().stream().filter(slot -> slot.fingerprint.map(Fingerprint::bytes)
                .filter(fingerprint -> !fingerprint.equals(crawledTo.get(CRAWLED + slot.id)) && !isRemembered(slot.id, fingerprint)).isPresent())
                .toList();
    }

    /** Whether that is only waiting to be written down. */
    private boolean isRemembered(DocumentId id, Bytes fingerprint) {
        return unremembered.get(id) instanceof Write.Setting crawled && crawled.value().equals(fingerprint);
    }

    /** Whether all links are known, and stored, of all that is stored. Waits for the disk. */
    boolean isUpToDate() throws StorageException {
        return scheduled.isEmpty() && unsaved.isEmpty() && uncrawled().isEmpty();
    }

    /** Moves on with whatever is stored. */
    long moment() {
        return moment.get();
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

    private static <V> Map<DocumentId, V> bounded(int size) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<DocumentId, V> eldest) {
                return size() > size;
            }
        };
    }

    void root(DocumentId id) {
        following.root(id);
    }

    /** Whether the links of a document are those of what is durable now. */
    boolean isSettled(DocumentId id) {
        return !scheduled.containsKey(id);
    }

    /** What a document links to, as far as it has been crawled. */
    Targets of(DocumentId id) {
        Targets known = unsaved.get(id);
        return known != null ? known : recent.computeIfAbsent(id, this::read);
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
        moment.incrementAndGet();
        if (scheduled.putIfAbsent(document.id(), document) == null) {
            services.scheduler().after(SOON, LANE, () -> crawl(document));
        }
    }

    private void crawl(OpenDocument document) {
        scheduled.remove(document.id());
        Bytes fingerprint = document.clock().fingerprint().bytes();
        LinkCrawler crawler = crawlers.computeIfAbsent(document.id(), id -> new LinkCrawler(document.durable()));
        crawler.advance(document.durable());
        Set<String> found = crawler.links();
        if (crawler.isCapped()) {
            tellCapped(document.id());
        }
        List<Write> writes = new ArrayList<>();
        List<DocumentId> news = new ArrayList<>();
        if (!found.equals(of(document.id()).links())) {
            Targets after = Targets.of(found);
            unsaved.put(document.id(), after);
            news.add(document.id());
            writes.add(new Write.Links(document.id(), found));
            following.want(document.id(), after, writes, news);
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
        Targets storing = unsaved.get(id);
        services.commits().submit(writes, LANE, failure -> {
            recent.remove(id);
            failure.ifPresent(why -> unremembered.remove(id));
            if (storing != null) {
                unsaved.remove(id, storing);
            }
            news.forEach(changed);
        });
    }

    /** Whether a file that is linked to may be fetched. Any thread. */
    boolean mayFetch(BlobId blob, long length) {
        return following.mayFetch(blob, length);
    }

    LinkLimits limits() {
        return following.limits();
    }

    /** Allows as much again, and looks at all links that were left alone. Any thread. */
    void followFurther() {
        Write.Setting allowed = following.allowMore();
        services.scheduler().execute(LANE, () -> {
            services.commits().submit(List.of(allowed), LANE, failure -> { });
            followAgain(documents.all().iterator());
        });
    }

    private void followAgain(Iterator<Slot> rest) {
        if (!rest.hasNext() || closed) {
            return;
        }
        Slot slot = rest.next();
        List<Write> writes = new ArrayList<>();
        List<DocumentId> news = new ArrayList<>(List.of(slot.id));
        following.want(slot.id, of(slot.id), writes, news);
        if (!writes.isEmpty()) {
            store(slot.id, writes, news);
        } else if (!of(slot.id).blobs().isEmpty()) {
            changed.accept(slot.id);
        }
        services.scheduler().execute(LANE, () -> followAgain(rest));
    }

    private void tellCapped(DocumentId id) {
        if (cappedTold.add(id)) {
            services.notices().accept(new Notice(Notice.Kind.LIMIT, Optional.of(id), "This document holds more than " + LinkCrawler.MAX_LINKS
                    + " links. Those beyond are not followed; open them to fetch what they lead to.", Optional.empty()));
        }
    }

    /** What links to a document, as far as it is durable. */
    List<DocumentId> linking(DocumentId id, int limit) throws StorageException {
        return services.commits().storage().linking(DocumentUrl.SCHEME + id + "?", limit);
    }

    /** What links to a blob, as far as it is durable. */
    List<DocumentId> linking(BlobId blob, int limit) throws StorageException {
        return services.commits().storage().linking(Targets.link(blob), limit);
    }
}
