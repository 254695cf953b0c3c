// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterHead;
import org.pushpin.crypto.WriterId;

/**
 * What is stored of a document: all that was applied, and what waits. A {@link Step} works on a copy, which takes the place of
 * this one once it is durable. Confined to the document's lane.
 */
final class Ledger {

    private Doc document;
    private final Tips tips;
    private final Map<Bytes, Batch> waiting;
    private final Map<List<Object>, SortedMap<Integer, Batch.Part>> parts;
    private final Map<WriterId, Bytes> certificates;
    private final Set<Bytes> waitingHeaders;
    private long waitingBytes;

    Ledger(Doc document) {
        this.document = document;
        tips = new Tips();
        waiting = new LinkedHashMap<>();
        parts = new HashMap<>();
        certificates = new HashMap<>();
        waitingHeaders = new HashSet<>();
    }

    private Ledger(Ledger other) {
        document = other.document;
        tips = other.tips.copy();
        waiting = new LinkedHashMap<>(other.waiting);
        parts = new HashMap<>();
        other.parts.forEach((key, value) -> parts.put(key, new TreeMap<>(value)));
        certificates = new HashMap<>(other.certificates);
        waitingHeaders = new HashSet<>(other.waitingHeaders);
        waitingBytes = other.waitingBytes;
    }

    Ledger copy() {
        return new Ledger(this);
    }

    Doc document() {
        return document;
    }

    void document(Doc later) {
        document = later;
    }

    Tips tips() {
        return tips;
    }

    Map<WriterId, Bytes> certificates() {
        return certificates;
    }

    List<Batch> waiting() {
        return List.copyOf(waiting.values());
    }

    long waitingBytes() {
        return waitingBytes;
    }

    /** Whether what the header vouches for is here already, or waits. */
    boolean knows(BatchHeader header, Bytes encoded) {
        return waitingHeaders.contains(encoded) || contains(header);
    }

    /** Whether all that the header vouches for has been applied. */
    boolean contains(BatchHeader header) {
        return document.contains(ChangeHash.of(header.range().head().toByteArray()));
    }

    void await(Batch batch) {
        waiting.put(batch.carried().get(0).header(), batch);
        batch.carried().forEach(this::awaited);
    }

    private void awaited(Batch.Carried carried) {
        if (waitingHeaders.add(carried.header())) {
            waitingBytes += carried.header().length() + carried.body().length();
        }
    }

    void settled(Batch batch) {
        waiting.remove(batch.carried().get(0).header());
        batch.carried().forEach(this::arrived);
    }

    private void arrived(Batch.Carried carried) {
        if (waitingHeaders.remove(carried.header())) {
            waitingBytes -= carried.header().length() + carried.body().length();
        }
    }

    /** Keeps a part; gives all of them, in order, when it was the last. */
    Optional<List<Batch.Part>> gather(Batch.Part part) {
        SortedMap<Integer, Batch.Part> gathered = parts.computeIfAbsent(part.key(), key -> new TreeMap<>());
        gathered.putIfAbsent(part.part().index(), part);
        awaited(part.carried());
        if (gathered.size() < part.part().count()) {
            return Optional.empty();
        }
        parts.remove(part.key());
        return Optional.of(List.copyOf(gathered.values()));
    }

    /** Forgets complete parts that make nothing. */
    void drop(List<Batch.Part> useless) {
        useless.forEach(part -> arrived(part.carried()));
    }

    /** Where the chains of all writers end, applied changes only. */
    List<WriterHead> clock() {
        List<WriterHead> clock = new ArrayList<>();
        tips.all().forEach((writer, ends) -> ends.forEach(
                tip -> clock.add(new WriterHead(writer.actor(), tip.seq(), Bytes.of(tip.hash().toByteArray())))));
        Collections.sort(clock);
        return List.copyOf(clock);
    }
}
