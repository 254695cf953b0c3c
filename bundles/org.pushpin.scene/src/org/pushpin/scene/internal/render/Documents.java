// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.UnavailableException;

/** The documents that one stage shows: opened when they are first asked for, followed while they are shown. Any thread. */
public final class Documents implements AutoCloseable {

    /** How far a document has come. */
    public sealed interface State {}

    public record Here(DocHandle handle) implements State {}

    /** Wanted, not arrived. */
    public record Coming() implements State {}

    /** Cannot be had. @param reason fit to be shown */
    public record Unavailable(String reason) implements State {}

    private static final class Entry {
        volatile State state = new Coming();
        private CompletableFuture<DocHandle> opening;
        volatile Subscription subscription = () -> { };
        volatile boolean closed;

        /** It may have been closed by another thread while the disk was asked. */
        synchronized void opening(CompletableFuture<DocHandle> stage) {
            opening = stage;
            if (closed) stage.cancel(false);
        }

        synchronized void close() {
            closed = true;
            subscription.close();
            if (opening != null) opening.cancel(false);
        }
    }

    private final Repo repo;
    private final Consumer<DocHandle.Update> updated;
    private final Runnable arrived;
    private final Map<DocumentId, Entry> entries = new ConcurrentHashMap<>();
    /** What a pass of the render lane opens after that is let go at once. */
    private volatile boolean closed;
    /** What is being read beside, and nobody has asked for yet. */
    private final Set<DocumentId> expected = ConcurrentHashMap.newKeySet();

    /**
     * @param updated told of every change of an open document, on its worker
     * @param arrived called when a document has come, or turned out not to be had, on any thread
     */
    public Documents(Repo repo, Consumer<DocHandle.Update> updated, Runnable arrived) {
        this.repo = repo;
        this.updated = updated;
        this.arrived = arrived;
    }

    /** What is on this disk is there at once, after a look at the disk; anything else when it has come. */
    public State open(DocumentUrl url) {
        Entry fresh = new Entry();
        Entry entry = entries.putIfAbsent(url.id(), fresh);
        if (entry != null) return entry.state;
        expected.remove(url.id());
        Optional<DocHandle> local = repo.local(url.id())
                .filter(handle -> !handle.current().heads().isEmpty());
        CompletableFuture<DocHandle> opening = local.map(CompletableFuture::completedFuture)
                .orElseGet(() -> repo.open(url).toCompletableFuture());
        boolean atOnce = opening.isDone();
        fresh.opening(opening);
        opening.whenComplete((handle, failure) -> settle(fresh, handle, failure, atOnce));
        if (closed) close(url.id());
        return fresh.state;
    }

    /** Has documents read from the disk beside, which will be asked for soon. Those that are known already cost a look each. */
    void expect(Stream<DocumentUrl> soon) {
        soon.filter(url -> !entries.containsKey(url.id()) && expected.add(url.id())).forEach(repo::open);
    }

    private void settle(Entry entry, DocHandle handle, Throwable failure, boolean atOnce) {
        if (entry.closed) return;
        if (handle != null) {
            entry.state = new Here(handle);
            entry.subscription = handle.subscribe(updated);
            if (entry.closed) entry.subscription.close();
        } else {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            entry.state = new Unavailable(cause instanceof UnavailableException ? cause.getMessage() : "");
        }
        if (!atOnce) arrived.run();
    }

    /** The state of a document that was asked for before. */
    public State state(DocumentId id) {
        Entry entry = entries.get(id);
        return entry == null ? new Coming() : entry.state;
    }

    /** Those that are here. */
    public List<DocHandle> here() {
        return entries.values().stream().flatMap(entry -> entry.state instanceof Here here
                ? Stream.of(here.handle()) : Stream.empty()).toList();
    }

    /** Lets go of all others. */
    public void retain(Set<DocumentId> shown) {
        expected.clear();
        for (DocumentId id : new HashSet<>(entries.keySet())) if (!shown.contains(id)) close(id);
    }

    private void close(DocumentId id) {
        Entry entry = entries.remove(id);
        if (entry != null) entry.close();
    }

    @Override
    public void close() {
        closed = true;
        retain(Set.of());
    }
}
