// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.Hashes;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.StoredSnapshot;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;

/**
 * The disk of one profile, in memory: what was committed survives {@link #crash()}, a commit can be made to fail, a batch can be
 * damaged. One storage is open on it at a time, as one process holds a profile. Any thread; everything is a function of the calls.
 */
public final class MemoryDisk implements StorageFactory {

    private static final int MAX_TICKET = 1024;

    final Map<DocumentId, Entry> documents = new LinkedHashMap<>();
    final TreeMap<Long, Row> log = new TreeMap<>();
    final Map<String, Bytes> settings = new HashMap<>();
    final MemoryBlobs blobs = new MemoryBlobs(this);
    private final List<MemoryDisk> backups = new ArrayList<>();
    private final Map<Path, MemoryDisk> restored = new HashMap<>();
    private MemoryStorage open;
    private long revisions;
    private long commits;
    private long failAt;
    private boolean full;
    private boolean keepFailed;

    /** What is stored of a document. */
    static final class Entry {
        DocumentSecret secret;
        Optional<Bytes> genesis = Optional.empty();
        Optional<Fingerprint> fingerprint = Optional.empty();
        Optional<StoredSnapshot> snapshot = Optional.empty();
        Set<String> links = Set.of();
        List<StoredHeader> kept = List.of();
        final TreeMap<Long, StoredBatch> batches = new TreeMap<>();
        final Map<Bytes, Long> headers = new HashMap<>();
        final TreeMap<WriterId, StoredWriter> writers = new TreeMap<>();
        final Map<Bytes, Fingerprint> acknowledged = new HashMap<>();

        Entry copy() {
            Entry copy = new Entry();
            copy.secret = secret;
            copy.genesis = genesis;
            copy.fingerprint = fingerprint;
            copy.snapshot = snapshot;
            copy.links = links;
            copy.kept = kept;
            copy.batches.putAll(batches);
            copy.headers.putAll(headers);
            copy.writers.putAll(writers);
            copy.acknowledged.putAll(acknowledged);
            return copy;
        }
    }

    /** Where a batch of the log is. */
    record Row(DocumentId document, boolean damaged) {}

    /** Opens the disk, or what was restored into the folder; otherwise the path says nothing here. */
    @Override
    public synchronized Storage open(Path profile) {
        return restored.containsKey(profile) ? restored.get(profile).open() : open();
    }

    /** A backup stays on its disk, and the stream has a ticket for it: its number, and a hash of that. */
    synchronized Bytes keepBackup() {
        backups.add(copy());
        return ticket(backups.size() - 1);
    }

    private static Bytes ticket(int number) {
        Bytes text = Bytes.utf8("backup " + number);
        return Bytes.concat(Hashes.sha256("testkit/ticket", text), text);
    }

    @Override
    public synchronized void restore(InputStream source, Path profile, List<Write> changes, Transfer progress)
            throws StorageException, IOException {
        if (restored.containsKey(profile)) {
            throw new StorageException("There is a profile already.");
        }
        Bytes ticket = Bytes.of(source.readNBytes(MAX_TICKET));
        progress.moved(ticket.length());
        int number = IntStream.range(0, backups.size()).filter(each -> ticket(each).equals(ticket)).findFirst()
                .orElse(-1);
        if (number < 0) {
            throw new StorageException("The backup is damaged.");
        }
        MemoryDisk disk = backups.get(number).copy();
        disk.apply(changes);
        restored.put(profile, disk);
    }

    /** Opens the disk. A storage that was open on it before fails from now on, as after a crash of its process. */
    public synchronized Storage open() {
        crash();
        open = new MemoryStorage(this);
        return open;
    }

    /** The process dies: the open storage fails from now on, imports that were not finished are gone. */
    public synchronized void crash() {
        if (open != null) {
            open.kill();
            open = null;
        }
        blobs.forgetImports();
    }

    /** Makes the commit fail that comes after {@code succeeding} more; nothing of it is kept, and the storage is poisoned. */
    public synchronized void failCommitAfter(int succeeding) {
        failAt = commits + succeeding + 1;
    }

    /** A backup of all that is durable now: a disk of its own. */
    public synchronized MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk();
        documents.forEach((id, entry) -> copy.documents.put(id, entry.copy()));
        copy.log.putAll(log);
        copy.settings.putAll(settings);
        copy.blobs.copyFrom(blobs);
        copy.revisions = revisions;
        copy.commits = commits;
        return copy;
    }

    /** How many blobs are whole. */
    public int blobsHere() {
        return blobs.list().size();
    }

    /** How many commits have been durable since the disk was made. */
    public synchronized long commits() {
        return commits;
    }

    /** Damages a stored batch: it is set aside and reported as soon as a storage meets it. */
    public synchronized void damageBatch(long revision) {
        log.computeIfPresent(revision, (key, row) -> new Row(row.document(), true));
    }

    /** The same, but all of it is on the disk when the storage is opened again: what a failed fsync means cannot be known. */
    public synchronized void failButKeepCommitAfter(int succeeding) {
        failCommitAfter(succeeding);
        keepFailed = true;
    }

    /** Makes every commit fail until told otherwise, as a disk that is full. */
    public synchronized void refuseCommits(boolean refuse) {
        full = refuse;
    }

    synchronized boolean isFull() {
        return full;
    }

    /** @param writes what is to be committed, which may turn up though it fails */
    synchronized boolean nextCommitFails(List<Write> writes) {
        boolean fails = failAt == commits + 1;
        if (fails && keepFailed) {
            keepFailed = false;
            apply(writes);
        }
        failAt = fails ? 0 : failAt;
        return fails;
    }

    /** All of it or, if a write is the caller's mistake, none. */
    synchronized void apply(List<Write> writes) {
        Set<DocumentId> known = new HashSet<>(documents.keySet());
        writes.forEach(write -> check(write, known));
        writes.forEach(this::apply);
        commits++;
    }

    private static void check(Write write, Set<DocumentId> known) {
        switch (write) {
            case Write.Document it -> known.add(it.document());
            case Write.Genesis it -> require(known, it.document());
            case Write.Batch it -> require(known, it.document());
            case Write.Writer it -> require(known, it.document());
            case Write.DocumentFingerprint it -> require(known, it.document());
            case Write.Snapshot it -> require(known, it.document());
            case Write.Headers it -> require(known, it.document());
            case Write.Forget it -> require(known, it.document());
            case Write.Links it -> require(known, it.source());
            case Write.Acknowledged it -> require(known, it.document());
            case Write.BatchState it -> { }
            case Write.Setting it -> { }
        }
    }

    private static void require(Set<DocumentId> known, DocumentId document) {
        if (!known.contains(document)) {
            throw new IllegalArgumentException("the document " + document + " has not been written");
        }
    }

    private void apply(Write write) {
        switch (write) {
            case Write.Document it -> documents.computeIfAbsent(it.document(), key -> new Entry()).secret = it.secret();
            case Write.Genesis it -> documents.get(it.document()).genesis = Optional.of(it.bytes());
            case Write.Batch it -> append(it);
            case Write.BatchState it -> changeState(it);
            case Write.Writer it -> documents.get(it.document()).writers.put(it.writer(),
                    new StoredWriter(it.writer(), it.certificate(), it.sequence(), it.head()));
            case Write.DocumentFingerprint it -> documents.get(it.document()).fingerprint = Optional.of(it.fingerprint());
            case Write.Snapshot it -> documents.get(it.document()).snapshot =
                    Optional.of(new StoredSnapshot(it.throughRevision(), it.body()));
            case Write.Headers it -> documents.get(it.document()).kept = it.headers().stream().distinct().sorted().toList();
            case Write.Forget it -> it.revisions().forEach(revision -> forget(it.document(), revision));
            case Write.Links it -> documents.get(it.source()).links = Set.copyOf(it.targets());
            case Write.Setting it -> settings.put(it.name(), it.value());
            case Write.Acknowledged it -> documents.get(it.document()).acknowledged.put(it.peer(), it.fingerprint());
        }
    }

    private void append(Write.Batch batch) {
        Entry entry = documents.get(batch.document());
        Long present = entry.headers.get(batch.header());
        if (present != null && !log.get(present).damaged()) {
            return;
        }
        long revision = ++revisions;
        entry.headers.put(batch.header(), revision);
        log.put(revision, new Row(batch.document(), false));
        entry.batches.put(revision, new StoredBatch(revision, batch.writer(), batch.fromSequence(), batch.toSequence(), batch.state(),
                batch.header(), batch.body()));
    }

    private void forget(DocumentId document, long revision) {
        Entry entry = documents.get(document);
        StoredBatch batch = entry.batches.remove(revision);
        if (batch != null) {
            log.remove(revision);
            entry.headers.remove(batch.header(), revision);
        }
    }

    private void changeState(Write.BatchState change) {
        Row row = log.get(change.revision());
        if (row != null) {
            documents.get(row.document()).batches.computeIfPresent(change.revision(), (revision, it) -> new StoredBatch(revision,
                    it.writer(), it.fromSequence(), it.toSequence(), change.state(), it.header(), it.body()));
        }
    }
}
