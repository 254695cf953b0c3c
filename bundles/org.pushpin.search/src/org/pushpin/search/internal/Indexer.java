// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.repo.DocumentEvent;
import org.pushpin.repo.DurableDocument;
import org.pushpin.repo.Repo;
import org.pushpin.search.IndexWrite;
import org.pushpin.search.IndexedDocument;
import org.pushpin.search.IndexedDocument.Link;
import org.pushpin.search.Search;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.internal.Backlog.Todo;
import org.pushpin.search.internal.Plugins.Plugin;

/**
 * Keeps an index as the repo is. What is to be indexed waits in a backlog; {@link #step} works off a little of it and commits that.
 * Told by any thread, stepped by one. Given the same documents, openings and plug-ins, and nothing left waiting, the index is the
 * same, however they came.
 */
final class Indexer {

    private static final Logger LOG = System.getLogger(Indexer.class.getName());

    /** A document that changes all the time is indexed so often. */
    private static final long SOON = Duration.ofMillis(500).toNanos();

    /** A document that takes long to index may take one part in so many of the time. */
    private static final int SHARE = 20;
    private static final long LONG = SOON / SHARE;

    private static final long STEP = Duration.ofMillis(100).toNanos();
    private static final int STEP_DOCUMENTS = 64;
    private static final int MOST_TYPES = 8;

    private final Repo repo;
    private final Plugins plugins;
    private final Reading reading;
    private final LongSupplier clock;
    private final Backlog backlog = new Backlog();
    private final Map<DocumentId, String> opened = new ConcurrentHashMap<>();
    private final Map<DocumentId, Long> pauses = new ConcurrentHashMap<>();
    private final Set<Plugin> arrived = ConcurrentHashMap.newKeySet();
    private SearchIndex known;
    private volatile int atHand;

    /** @param clock in nanoseconds of {@link System#nanoTime}'s kind */
    Indexer(Repo repo, Plugins plugins, Reading reading, LongSupplier clock) {
        this.repo = repo;
        this.plugins = plugins;
        this.reading = reading;
        this.clock = clock;
    }

    /** Something happened to a document. Any thread; returns at once. */
    void happened(DocumentEvent event) {
        long now = clock.getAsLong();
        switch (event) {
            case DocumentEvent.Stored stored ->
                backlog.add(stored.document(), now + pauses.getOrDefault(stored.document(), SOON), true);
            case DocumentEvent.Opened open -> {
                opened.put(open.document(), open.contentType());
                backlog.add(open.document(), now + SOON, false);
            }
        }
    }

    /** A card type came. Any thread; returns at once. */
    void arrived(Plugin plugin) {
        arrived.add(plugin);
    }

    /** How many documents wait. Any thread. */
    int waiting() {
        return backlog.size() + atHand;
    }

    /** When there is something to do; {@link Long#MAX_VALUE} if nothing is known of. */
    long due() {
        return arrived.isEmpty() ? backlog.due() : Long.MIN_VALUE;
    }

    /** Has all that waits, and all that the repo holds and the index does not, indexed without delay. */
    void hurry(SearchIndex index) throws SearchException {
        compare(index);
        backlog.hurry(clock.getAsLong());
    }

    /** Indexes what is due, for a tenth of a second or a little more. @return whether more is due */
    boolean step(SearchIndex index) throws SearchException, InterruptedException {
        if (index != known) {
            compare(index);
            arrived.addAll(plugins.all());
            known = index;
        }
        redo(index);
        List<Todo> taken = new ArrayList<>();
        boolean written = false;
        try {
            work(index, taken);
            written = true;
        } finally {
            atHand = 0;
            if (!written) {
                taken.forEach(todo -> backlog.add(todo.document(), todo.due(), true));
            }
        }
        return due() <= clock.getAsLong();
    }

    /** What the repo holds now beside what was indexed last. */
    private void compare(SearchIndex index) throws SearchException {
        long now = clock.getAsLong();
        Map<DocumentId, Fingerprint> here = repo.fingerprints();
        Map<DocumentId, Fingerprint> indexed = new HashMap<>(index.indexed());
        here.forEach((document, fingerprint) -> {
            if (!fingerprint.equals(indexed.remove(document))) {
                backlog.add(document, now, true);
            }
        });
        indexed.keySet().forEach(gone -> backlog.add(gone, now, true));
    }

    /** What other versions of the plug-ins that came have made, or nobody. */
    private void redo(SearchIndex index) throws SearchException {
        for (Plugin plugin : arrived) {
            if (plugins.find(plugin.contentType()).filter(plugin::equals).isPresent()) {
                long now = clock.getAsLong();
                index.madeOtherwise(plugin.contentType(), plugin.version()).forEach(document -> backlog.add(document, now, true));
            }
            arrived.remove(plugin);
        }
    }

    private void work(SearchIndex index, List<Todo> taken) throws SearchException, InterruptedException {
        long end = clock.getAsLong() + STEP;
        Map<DocumentId, IndexWrite> writes = new LinkedHashMap<>();
        Set<DocumentId> relinked = new HashSet<>();
        while (clock.getAsLong() < end && taken.size() < STEP_DOCUMENTS) {
            boolean all = writes.isEmpty(); // what is postponed may depend on what is not written yet
            Todo todo = backlog.take(clock.getAsLong(), all);
            if (todo == null) {
                break;
            }
            taken.add(todo);
            atHand = taken.size();
            try {
                index(index, todo, writes, relinked);
            } catch (RuntimeException e) { // one document must not keep the others from being found
                LOG.log(Level.ERROR, "a document cannot be indexed: " + todo.document(), e);
            }
        }
        List<IndexWrite> all = new ArrayList<>(writes.values());
        relinked.forEach(target -> all.add(new IndexWrite.Stale(target)));
        if (!all.isEmpty()) {
            index.write(all);
        }
        long now = clock.getAsLong();
        relinked.stream().filter(target -> repo.url(target, Search.UNKNOWN_TYPE).isPresent())
                .forEach(target -> backlog.add(target, now, true));
    }

    private void index(SearchIndex index, Todo todo, Map<DocumentId, IndexWrite> writes, Set<DocumentId> relinked)
            throws SearchException, InterruptedException {
        DocumentId id = todo.document();
        Optional<SearchIndex.Known> before = index.known(id);
        List<String> types = types(index, id);
        if (before.isEmpty() && !todo.last() && types.equals(List.of(Search.UNKNOWN_TYPE))) {
            backlog.postpone(id);
            return;
        }
        if (!todo.read() && before.isPresent() && before.get().makers().keySet().equals(Set.copyOf(types))) {
            return;
        }
        long started = clock.getAsLong();
        Optional<DurableDocument> durable = repo.durable(id);
        if (durable.isPresent()) {
            IndexedDocument document = reading.read(id, durable.get(), types);
            writes.put(id, new IndexWrite.Put(document));
            relinked.addAll(difference(before.map(SearchIndex.Known::links).orElse(Set.of()), document.links()));
            pause(id, clock.getAsLong() - started);
        } else if (before.isPresent() && !repo.documents().contains(id)) { // else it cannot be read just now
            writes.put(id, new IndexWrite.Remove(id));
            before.get().links().forEach(link -> relinked.add(link.target()));
        }
    }

    private void pause(DocumentId id, long cost) {
        if (cost > LONG) {
            pauses.put(id, cost * SHARE);
        } else {
            pauses.remove(id);
        }
    }

    private static Set<DocumentId> difference(Set<Link> before, Set<Link> after) {
        Set<DocumentId> targets = new HashSet<>();
        before.stream().filter(link -> !after.contains(link)).forEach(link -> targets.add(link.target()));
        after.stream().filter(link -> !before.contains(link)).forEach(link -> targets.add(link.target()));
        return targets;
    }

    /** As what a document is shown: those first that somebody can show. */
    private List<String> types(SearchIndex index, DocumentId id) throws SearchException {
        List<String> linked = index.linkedAs(id);
        if (linked.isEmpty()) {
            return List.of(opened.getOrDefault(id, Search.UNKNOWN_TYPE));
        }
        return linked.stream().sorted(Comparator.comparing(type -> plugins.find(type).isEmpty())).limit(MOST_TYPES).toList();
    }
}
