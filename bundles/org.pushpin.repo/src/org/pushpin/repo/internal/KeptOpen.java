// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;

import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.document.OpenDocument;

/**
 * The documents that stay open though nobody may hold them: those used last, within a budget of documents and of changes, and all that
 * are {@linkplain OpenDocument#isBusy busy}. Whoever holds a handle keeps that one alive anyway, and gets the same again. Any thread.
 */
final class KeptOpen {

    private static final String LANE = "documents";
    private static final int DOCUMENTS = 256;
    private static final long CHANGES = 2_000_000;
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final LinkedHashMap<DocumentId, Kept> recent = new LinkedHashMap<>(16, 0.75f, true);
    private boolean looking;

    private record Kept(OpenDocument document, Instant used) {}

    KeptOpen(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A document is used: it stays open for a while. */
    synchronized void keep(OpenDocument document) {
        recent.put(document.id(), new Kept(document, scheduler.now()));
        trim();
        lookLater();
    }

    synchronized void forget(DocumentId id) {
        recent.remove(id);
    }

    synchronized int count() {
        return recent.size();
    }

    /** Lets go of the eldest until the rest is within the budget; the newest stays. */
    private void trim() {
        long changes = recent.values().stream().mapToLong(KeptOpen::changes).sum();
        Iterator<Kept> eldest = recent.values().iterator();
        for (int seen = 1; seen < recent.size() && (recent.size() > DOCUMENTS || changes > CHANGES) && eldest.hasNext(); seen++) {
            Kept kept = eldest.next();
            if (!kept.document().isBusy()) {
                eldest.remove();
                seen--;
                changes -= changes(kept);
            }
        }
    }

    private static long changes(Kept kept) {
        return kept.document().current().changeCount();
    }

    private void lookLater() {
        if (!looking) {
            looking = true;
            scheduler.after(LOOK, LANE, this::look);
        }
    }

    private synchronized void look() {
        Instant idle = scheduler.now().minus(IDLE);
        recent.values().removeIf(kept -> kept.used().isBefore(idle) && !kept.document().isBusy());
        looking = false;
        if (!recent.isEmpty()) {
            lookLater();
        }
    }
}
