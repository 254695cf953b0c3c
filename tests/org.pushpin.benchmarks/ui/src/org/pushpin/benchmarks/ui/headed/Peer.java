// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.pushpin.benchmarks.Adapters;
import org.pushpin.benchmarks.repo.OpenProfile;
import org.pushpin.content.Adjustment;
import org.pushpin.content.ContentType;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.network.Address;
import org.pushpin.repo.DocHandle;

/**
 * Somebody else, in a process and a profile of his own: connects to the desktop, and moves cards of its board fifty times a second, each
 * a change of its own, until standard input ends.
 */
final class Peer {

    private static final long BEAT_NANOS = 1_000_000_000 / 50;
    private static final int WANDERING = 30;
    private static final long PATIENCE_SECONDS = 120;

    private Peer() {
    }

    /** @param arguments a folder for the profile, HOST:PORT of the desktop, the board's link, how many cards it has */
    public static void main(String[] arguments) throws Exception {
        List<Cards.Card> cards = new Cards(Integer.parseInt(arguments[3])).moving();
        ContentType type = ProfileFolder.type("board", "Board");
        try (OpenProfile profile = new OpenProfile(Path.of(arguments[0]), List.of(Adapters.tcp()))) {
            profile.repo().peers().join(Address.parse(arguments[1])); // until it is there
            DocHandle board = profile.repo().open(DocumentUrl.parse(arguments[2])).toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            System.out.println("here");
            Random random = new Random(5);
            long next = System.nanoTime();
            while (System.in.available() == 0) {
                Cards.Card card = cards.get(random.nextInt(cards.size()));
                Point to = new Point(card.x() + random.nextInt(WANDERING), card.y() + random.nextInt(WANDERING));
                board.changeSilently(null, edit -> type.perform(new Intent.Arrange(Map.of(card.key(), Adjustment.move(to))), edit));
                next = Math.max(next + BEAT_NANOS, System.nanoTime() - BEAT_NANOS);
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        }
        System.exit(0); // the transport's threads are its own
    }
}
