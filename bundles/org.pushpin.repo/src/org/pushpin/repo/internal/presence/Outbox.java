// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/**
 * What is to be told to one peer about one document: of each device and kind only the newest, so a slow peer gets fewer and never older
 * news. The first leaves at once. One lane.
 */
final class Outbox {
    private record Key(DeviceId device, int kind) {}

    private final Audience audience;
    private final DocumentId document;
    private final Scheduler scheduler;
    private final String lane;
    private final Map<Key, Ephemeral> waiting = new LinkedHashMap<>();
    private boolean resting;
    private boolean full;

    Outbox(Audience audience, DocumentId document, Scheduler scheduler, String lane) {
        this.audience = audience;
        this.document = document;
        this.scheduler = scheduler;
        this.lane = lane;
    }

    /** Takes the place of what waits of the same device and kind; a farewell, of all that waits of the device. */
    void put(Ephemeral news) {
        if (news.kind() == Guest.LEAVES) {
            waiting.keySet().removeIf(key -> key.device.equals(news.device()));
        }
        Key key = new Key(news.device(), news.kind());
        waiting.remove(key);
        waiting.put(key, news);
    }

    void flush() {
        if (resting || full || waiting.isEmpty() || !audience.shares(document)) {
            return;
        }
        List<Ephemeral> page = new ArrayList<>();
        Iterator<Ephemeral> each = waiting.values().iterator();
        while (each.hasNext() && page.size() < Bounds.NEWS) {
            page.add(each.next());
            each.remove();
        }
        full = !audience.send(document, page);
        resting = true;
        scheduler.after(Bounds.GATHER, lane, () -> {
            resting = false;
            flush();
        });
    }

    void writable() {
        full = false;
        flush();
    }
}
