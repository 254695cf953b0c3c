// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.pushpin.content.ContentType;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.search.internal.Plugins.Plugin;

/**
 * Asks card types for summaries. Their code may do anything: one that throws costs the document its summary, one that does not
 * return in time is not asked again while it is registered. One thread at a time.
 */
final class Summaries implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Summaries.class.getName());

    private final Duration patience;
    private final Set<ContentType> silent = Collections.newSetFromMap(new WeakHashMap<>());
    private final ExecutorService guests = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("search-guest-", 0).factory());

    /** What came of asking. {@code answered}: it will say the same again, be it nothing. */
    record Answer(Optional<Summary> summary, boolean answered) {}

    Summaries(Duration patience) {
        this.patience = patience;
    }

    Answer ask(Plugin plugin, Doc document) throws InterruptedException {
        if (silent.contains(plugin.service())) {
            return new Answer(Optional.empty(), false);
        }
        Future<Summary> answer = guests.submit(() -> plugin.service().summarize(document));
        try {
            return new Answer(Optional.ofNullable(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS)), true);
        } catch (ExecutionException thrown) {
            LOG.log(Level.WARNING, () -> plugin.contentType() + " has no summary: " + describe(thrown.getCause()));
            return new Answer(Optional.empty(), true);
        } catch (TimeoutException late) {
            silent.add(plugin.service());
            answer.cancel(true);
            LOG.log(Level.ERROR, () -> plugin.contentType() + " gave no summary in " + patience + " and is not asked again");
            return new Answer(Optional.empty(), false);
        }
    }

    /** Class and place, never the message: it may hold a person's text. */
    private static String describe(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    @Override
    public void close() {
        guests.shutdownNow();
    }
}
