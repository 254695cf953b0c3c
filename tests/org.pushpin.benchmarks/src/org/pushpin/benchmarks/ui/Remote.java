// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.pushpin.content.Adjustment;
import org.pushpin.content.ContentType;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.repo.DocHandle;

/** Somebody else who moves a card of the board fifty times a second, on a thread of his own. */
final class Remote implements AutoCloseable {

    private static final int A_SECOND = 50;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    Remote(DocHandle board, ContentType type, List<String> keys) {
        Random random = new Random(5);
        thread.scheduleAtFixedRate(() -> {
            int card = random.nextInt(keys.size());
            Point to = new Point(random.nextInt(4000), random.nextInt(4000));
            board.changeSilently(null, edit -> type.perform(
                    new Intent.Arrange(Map.of(keys.get(card), Adjustment.move(to))), edit));
        }, 0, 1_000_000 / A_SECOND, TimeUnit.MICROSECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
