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
import java.util.function.Predicate;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterHead;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.Foreigners;
import org.pushpin.repo.internal.batch.Held;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.batch.Tips;
import org.pushpin.repo.internal.batch.Tips.Tip;
import org.pushpin.repo.internal.batch.Waypoints;
import org.pushpin.storage.StoredHeader;

/**
 * What is stored of a document: all that was applied, and what waits. A {@link Step} works on a copy, which takes the place of
 * this one once it is durable. Confined to the document's lane.
 */
final class Ledger {

    /** How much of a document may wait for what has not come. */
    static final long MAX_WAITING_BYTES = 64L << 20;

    private Doc document;
    private final Tips tips;
    private final Waypoints waypoints;
    private Foreigners foreigners = Foreigners.NONE;
    private final Map<Bytes, Batch> waiting;
    private final Map<List<Object>, SortedMap<Integer, Batch.Part>> parts;
    private final Map<WriterId, Bytes> certificates;
    private final Set<Bytes> waitingHeaders;
    private long waitingBytes;

    Ledger(Doc document) {
        this.document = document;
        tips = new Tips();
        waypoints = new Waypoints();
        waiting = new LinkedHashMap<>();
        parts = new HashMap<>();
        certificates = new HashMap<>();
        waitingHeaders = new HashSet<>();
    }

    private Ledger(Ledger other) {
        document = other.document;
        tips = other.tips.copy();
        waypoints = other.waypoints.copy();
        foreigners = other.foreigners;
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

    Waypoints waypoints() {
        return waypoints;
    }

    Foreigners foreigners() {
        return foreigners;
    }

    void foreigners(Foreigners changed) {
        foreigners = changed;
    }

    /** Moves the end of the writer's line past a batch that is about to be applied, or begins a new branch. @param isHere what is applied */
    void extend(Batch batch, Predicate<ChangeHash> isHere) {
        WriterId writer = batch.header().writer();
        Bytes header = batch.carried().get(0).header();
        batch.certificate().ifPresent(certificate -> certificates.put(writer, certificate.encode()));
        for (int i = 0; i < batch.changes().size(); i++) {
            Change change = batch.changes().get(i);
            if (!isHere.test(change.hash())) {
                tips.extend(writer, batch.ownPrevious(i).orElse(null), new Tip(change.seq(), change.hash(), header));
            }
        }
        waypoints.pass(batch.header(), header, batch.carried().stream().mapToLong(each -> each.body().length()).sum());
    }

    /** Headers that were stored; those of the ends of lines are known as such. */
    void keep(List<StoredHeader> headers, Bytes authority) {
        Set<StoredHeader> ends = new HashSet<>(waypoints.with(tips, authority));
        waypoints.keep(headers.stream().filter(header -> !ends.contains(header)).toList());
    }

    /** A branch that another one of the same writer has taken in is no end. @param newest an end in any case */
    void joinBranches(WriterId writer, Doc later, ChangeHash newest) {
        Set<ChangeHash> last = lastOf(writer, later);
        last.add(newest);
        tips.set(writer, tips.of(writer).stream().filter(tip -> last.contains(tip.hash())).toList());
    }

    void joinAllBranches() {
        tips.all().keySet().stream().filter(tips::forked).toList()
                .forEach(writer -> tips.set(writer, tips.of(writer).stream()
                        .filter(tip -> lastOf(writer, document).contains(tip.hash())).toList()));
    }

    private static Set<ChangeHash> lastOf(WriterId writer, Doc document) {
        Set<ChangeHash> last = new HashSet<>();
        document.lastChanges(OwnWriter.actor(writer)).forEach(change -> last.add(change.hash()));
        return last;
    }

    /** What is here as a value. */
    Held held(DocumentId id, Bytes authority, long through) {
        return new Held(id, authority, document, tips.copy(), waypoints.copy(), certificates, foreigners, through);
    }

    Map<WriterId, Bytes> certificates() {
        return certificates;
    }

    List<Batch> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Only what would wait needs room: what waits in vain must not keep out what fits. */
    void checkRoom(int bytes) throws FormatException {
        if (waitingBytes + bytes > MAX_WAITING_BYTES) {
            throw new FormatException("too much of this document waits for changes that have not come");
        }
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
        clock.addAll(foreigners.clock());
        Collections.sort(clock);
        return List.copyOf(clock);
    }
}
