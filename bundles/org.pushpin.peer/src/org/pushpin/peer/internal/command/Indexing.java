// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.pushpin.repo.Subscription;
import org.pushpin.search.SearchProgress;

/** What is not indexed yet is not found, so a command waits for it. */
final class Indexing {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final long TOLD_NANOS = 1_000_000_000;

    private Indexing() {
    }

    /** Waits until everything stored is indexed; tells how far it is. */
    static void await(Services services, Console console) throws CommandException, InterruptedException {
        AtomicLong told = new AtomicLong(System.nanoTime());
        try (Subscription telling = services.search().subscribe(progress -> tell(progress, told, console))) {
            Waiting.on(services.search().settle(), LIMIT, "the search index", console);
        }
    }

    private static void tell(SearchProgress progress, AtomicLong told, Console console) {
        long now = System.nanoTime();
        if (progress.waiting() > 0 && now - told.get() > TOLD_NANOS) {
            told.set(now);
            console.progress("indexing, " + progress.waiting() + " documents to go");
        }
    }
}
