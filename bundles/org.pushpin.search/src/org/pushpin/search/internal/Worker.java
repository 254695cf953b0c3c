// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.pushpin.repo.Subscription;
import org.pushpin.search.SearchException;
import org.pushpin.search.SearchIndex;
import org.pushpin.search.SearchProgress;

/** The thread that steps the indexer: of low priority, asleep while nothing is due. */
final class Worker {

    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final long TOLD = Duration.ofMillis(250).toNanos();
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Indexer indexer;
    private final IndexHolder holder;
    private final Thread thread = Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("search-indexer").unstarted(this::run);
    private final List<Consumer<SearchProgress>> listeners = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> settling = new ArrayList<>();
    private final Duration pause;
    private SearchIndex current;
    private SearchIndex checked;
    private volatile SearchProgress progress = new SearchProgress(0, "");
    private SearchProgress told = progress;
    private long lastTold;
    private boolean woken;
    private boolean closed;
    private boolean rebuild;
    private boolean hurry;
    private long rest = 1;

    /** @param pause before the first step, unless somebody asks to {@link #settle}: what starts with us goes first */
    Worker(Indexer indexer, IndexHolder holder, Duration pause) {
        this.indexer = indexer;
        this.holder = holder;
        this.pause = pause;
    }

    void start() {
        thread.start();
    }

    /** Something may be due. Any thread. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    synchronized CompletableFuture<Void> settle() {
        var settled = new CompletableFuture<Void>();
        if (closed) {
            settled.cancel(false);
        } else {
            settling.add(settled);
            wake();
        }
        return settled;
    }

    synchronized void rebuild() {
        rebuild = true;
        wake();
    }

    SearchProgress progress() {
        return new SearchProgress(indexer.waiting(), progress.problem());
    }

    Subscription subscribe(Consumer<SearchProgress> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run() {
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        try {
            pause();
            while (await(asked)) {
                tell();
                round(asked);
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asked.forEach(settled -> settled.cancel(false));
    }

    private synchronized void pause() throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && !closed && settling.isEmpty(); left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        woken = true;
    }

    /** Waits until something is due, or may be. @return whether to go on */
    private synchronized boolean await(List<CompletableFuture<Void>> asked) throws InterruptedException {
        if (asked.isEmpty() && settling.isEmpty() && !closed) {
            wait(rest); // at most half of a core, unless somebody waits for us
        }
        long retry = System.nanoTime() + RETRY.toNanos();
        while (!closed && !woken && settling.isEmpty()) {
            long due = progress.problem().isEmpty() ? indexer.due() : retry;
            long left = due == Long.MIN_VALUE ? 0 : due == Long.MAX_VALUE ? RETRY.toMillis() : (due - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(Math.min(left, RETRY.toMillis()));
        }
        woken = false;
        hurry |= !settling.isEmpty();
        asked.addAll(settling);
        settling.clear();
        return !closed;
    }

    private void round(List<CompletableFuture<Void>> asked) throws InterruptedException {
        try {
            long started = System.nanoTime();
            boolean more = step();
            rest = 1 + (System.nanoTime() - started) / 1_000_000;
            problem("");
            if (!more) {
                asked.forEach(settled -> settled.complete(null));
                asked.clear();
                check();
            }
        } catch (SearchException e) {
            failed(e, asked);
        } catch (RuntimeException e) { // the top of this thread: search must not end because of one document
            LOG.log(Level.ERROR, "indexing failed", e);
            problem("Search is not up to date: " + e.getClass().getName());
        }
    }

    private boolean step() throws SearchException, InterruptedException {
        if (takeRebuild()) {
            holder.discard(current);
        }
        current = null;
        current = holder.get();
        if (hurry) {
            indexer.hurry(current);
            hurry = false;
        }
        return indexer.step(current);
    }

    /** Looks for damage, once for an index, when there is time. */
    private void check() throws SearchException {
        if (checked != current && indexer.waiting() == 0) {
            checked = current;
            current.check();
        }
    }

    private synchronized boolean takeRebuild() {
        boolean wanted = rebuild;
        rebuild = false;
        return wanted;
    }

    private void failed(SearchException e, List<CompletableFuture<Void>> asked) {
        SearchException last = e;
        if (!holder.holds(current)) { // a query found the damage first
            wake();
            return;
        }
        if (e.isDamage()) {
            LOG.log(Level.WARNING, "{0} It is made anew.", e.getMessage());
            try {
                holder.discard(current);
                wake();
                return;
            } catch (SearchException worse) {
                last = worse;
            }
        }
        problem(last.getMessage());
        for (CompletableFuture<Void> settled : asked) {
            settled.completeExceptionally(last);
        }
        asked.clear();
    }

    private void problem(String text) {
        if (!text.isEmpty() && !text.equals(progress.problem())) {
            LOG.log(Level.WARNING, text);
        }
        progress = new SearchProgress(0, text);
    }

    private void tell() {
        SearchProgress now = progress();
        long time = System.nanoTime();
        if (!now.equals(told) && (now.waiting() == 0 || time - lastTold > TOLD)) {
            told = now;
            lastTold = time;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    /** Waits for the step at hand. */
    void close() {
        List<CompletableFuture<Void>> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(settling);
            settling.clear();
            notifyAll();
        }
        left.forEach(settled -> settled.cancel(false));
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
