// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Subscription;

/** A command has done something only when it is on the disk. */
final class Saving {

    static final Duration LIMIT = Duration.ofSeconds(60);

    private Saving() {
    }

    /** Waits until all that these documents show is durable. */
    static void await(Services services, List<DocumentUrl> urls, Console console)
            throws CommandException, InterruptedException {
        for (DocumentUrl url : urls) {
            DocHandle handle = Waiting.on(services.repo().open(url), LIMIT, "the document", console);
            CountDownLatch saved = new CountDownLatch(1);
            try (Subscription updates = handle.subscribe(update -> {
                if (handle.saved()) {
                    saved.countDown();
                }
            })) {
                if (!handle.saved() && !saved.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new CommandException(ExitCode.TIMEOUT, "the disk did not take " + url.withoutCapability()
                            + " within " + LIMIT.toSeconds() + " s");
                }
            }
        }
    }
}
