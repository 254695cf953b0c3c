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
 * which nobody changes here, the answer is a few seconds old where they are many, and comes bit by bit. Ui thread.
 */
final class Reach {

    /** A question costs microseconds: so many are asked at a time. */
    private static final int MOST = 300;
    /** Where all have been asked, they are asked again at most this often. */
    private static final Duration AGE = Duration.ofSeconds(5);

    private final Core core;
    private List<SceneItem> asked = List.of();
    private int next;
    private Instant at = Instant.MIN;
    private Part cards = Part.UNKNOWN;
    private Part asking = Part.ALL;
    private final Set<DocumentId> seen = new HashSet<>();

    Reach(Core core) {
        this.core = core;
    }

    /** What holds for some documents together. */
    private record Part(boolean saved, int peersWithAll, Set<DeviceId> holders, boolean any) {
        static final Part ALL = new Part(true, Integer.MAX_VALUE, Set.of(), false);
        static final Part UNKNOWN = new Part(false, 0, Set.of(), true);

        Part and(SyncStatus status, boolean alsoSaved) {
            Set<DeviceId> both = new HashSet<>(status.holders());
            if (any) both.retainAll(holders);
            return new Part(saved && alsoSaved, Math.min(peersWithAll, status.peersWithAll()), both, true);
        }
    }

    /** Of a document that is not here. */
    Status coming() {
        return new Status(Status.Place.COMING, false, core.services.repo().status(core.url.id()).peersConnected(), 0, 0);
    }

    /** Of a document that is here. */
    Status status() {
        SyncStatus root = core.services.repo().status(core.url.id());
        Part all = cards();
        all = all.and(root, true);
        for (DocHandle shown : core.documents.here()) {
            all = all.and(core.services.repo().status(shown.id()), shown.saved());
        }
        return new Status(Status.Place.HERE, all.saved, root.peersConnected(), all.peersWithAll, all.holders.size());
    }

    /** Of all cards, as far as they have been asked: a round goes on where it stopped, with the cards that it began with. */
    private Part cards() {
        Instant now = core.host.now();
        boolean rests = next == asked.size();
        boolean fresh = Duration.between(at, now).compareTo(AGE) < 0;
        boolean few = core.items().size() <= MOST;
        if (rests && at.isAfter(Instant.MIN) && fresh && (asked == core.items() || !few)) return cards;
        if (rests) begin(now);
        int until = Math.min(asked.size(), next + MOST);
        while (next < until) ask(asked.get(next++));
        if (next == asked.size()) cards = asking;
        else core.host.execute(core.host::damaged);
        return cards;
    }

    private void begin(Instant now) {
        at = now;
        asked = core.items();
        next = 0;
        asking = Part.ALL;
        seen.clear();
    }

    private void ask(SceneItem item) {
        DocumentUrl url = item.rendered().url();
        if (url == null || !seen.add(url.id())) return;
        SyncStatus status = core.services.repo().status(url.id());
        asking = asking.and(status, status.saved());
    }
}
