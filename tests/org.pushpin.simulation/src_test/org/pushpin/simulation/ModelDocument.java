// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.WriterHead;

/** What a replica has made of a document's batches: which are applied, which wait, and where each writer's branches end. */
final class ModelDocument {
    private final Map<Bytes, ModelChange> applied = new LinkedHashMap<>();
    private final Map<Bytes, ModelChange> waiting = new LinkedHashMap<>();
    private final Set<WriterHead> heads = new HashSet<>();
    private final Map<Bytes, Set<ClockEntry>> known = new HashMap<>();
    private final Set<Bytes> tips = new LinkedHashSet<>();
    private final Set<BlobId> blobs = new LinkedHashSet<>();

    boolean has(Bytes hash) {
        return applied.containsKey(hash) || waiting.containsKey(hash);
    }

    boolean applied(Bytes hash) {
        return applied.containsKey(hash);
    }

    int size() {
        return applied.size();
    }

    int waiting() {
        return waiting.size();
    }

    /** Gives what is applied by this change's coming, itself among it unless it waits. */
    List<ModelChange> take(ModelChange change) {
        waiting.put(change.hash(), change);
        List<ModelChange> news = new ArrayList<>();
        boolean again = true;
        while (again) {
            again = false;
            for (ModelChange each : List.copyOf(waiting.values())) {
                if (ready(each)) {
                    waiting.remove(each.hash());
                    apply(each);
                    news.add(each);
                    again = true;
                }
            }
        }
        return news;
    }

    private boolean ready(ModelChange change) {
        return (change.sequence() == 1 || applied.containsKey(change.header().range().prev()))
                && applied.keySet().containsAll(change.dependencies());
    }

    private void apply(ModelChange change) {
        applied.put(change.hash(), change);
        WriterHead head = new WriterHead(change.actor(), change.sequence(), change.hash());
        heads.remove(change.sequence() == 1 ? null
                : new WriterHead(change.actor(), change.sequence() - 1, change.header().range().prev()));
        heads.add(head);
        known.computeIfAbsent(change.actor(), actor -> new HashSet<>()).add(head.clockEntry());
        change.dependencies().forEach(tips::remove);
        tips.remove(change.header().range().prev());
        tips.add(change.hash());
        blobs.addAll(change.blobs());
    }

    List<WriterHead> clock() {
        return heads.stream().sorted().toList();
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(heads);
    }

    boolean contains(ClockEntry entry) {
        return known.getOrDefault(entry.writer(), Set.of()).contains(entry);
    }

    List<Bytes> tips() {
        return tips.stream().sorted().toList();
    }

    Set<BlobId> blobs() {
        return blobs;
    }
}
