// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.SyncStatus;
import org.pushpin.scene.Status;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.render.SceneItem;

/**
 * How far a board and all its cards have come, opened or not. What is opened is asked about every time; of the others,
 * which nobody changes here, the answer is a few seconds old where they are many. Ui thread.
 */
final class Reach {

    private static final int MANY = 300;
    /** A question costs microseconds; this many of them are asked for again at most this often. */
    private static final Duration AGE = Duration.ofSeconds(5);

    private final Core core;
    private List<SceneItem> asked = List.of();
    private Instant at = Instant.MIN;
    private Part cards = Part.ALL;

    Reach(Core core) {
        this.core = core;
    }

    /** What holds for some documents together. */
    private record Part(boolean saved, int peersWithAll, Set<DeviceId> holders, boolean any) {
        static final Part ALL = new Part(true, Integer.MAX_VALUE, Set.of(), false);

        Part and(SyncStatus status, boolean alsoSaved) {
            Set<DeviceId> both = new HashSet<>(status.holders());
            if (any) both.retainAll(holders);
            return new Part(saved && alsoSaved, Math.min(peersWithAll, status.peersWithAll()), both, true);
        }
    }

    /** Of a document that is here. */
    Status status() {
        SyncStatus root = core.services.repo().status(core.url.id());
        Part all = cards();
        all = all.and(root, true);
        for (DocHandle shown : core.documents.here()) {
            all = all.and(core.services.repo().status(shown.id()), shown.saved());
        }
        return new Status(true, all.saved, root.peersConnected(), all.peersWithAll, all.holders.size());
    }

    private Part cards() {
        List<SceneItem> items = core.items();
        Instant now = core.host.now();
        boolean fresh = items == asked || items.size() > MANY && Duration.between(at, now).compareTo(AGE) < 0;
        if (fresh && at.isAfter(Instant.MIN) && Duration.between(at, now).compareTo(AGE) < 0) return cards;
        asked = items;
        at = now;
        cards = Part.ALL;
        Set<DocumentId> seen = new HashSet<>();
        for (SceneItem item : items) {
            DocumentUrl url = item.rendered().url();
            if (url == null || !seen.add(url.id())) continue;
            SyncStatus status = core.services.repo().status(url.id());
            cards = cards.and(status, status.saved());
        }
        return cards;
    }
}
