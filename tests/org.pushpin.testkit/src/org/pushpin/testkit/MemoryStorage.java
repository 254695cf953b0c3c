// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.NoSpaceException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.StoredEntry;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.StoredSnapshot;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;

/** A storage that is open on a {@link MemoryDisk}; its lock is the disk. */
final class MemoryStorage implements Storage {

    private final MemoryDisk disk;
    private final List<String> damage = new ArrayList<>();
    private final Set<Long> reported = new TreeSet<>();
    private boolean dead;
    private boolean poisoned;

    MemoryStorage(MemoryDisk disk) {
        this.disk = disk;
    }

    void kill() {
        synchronized (disk) {
            dead = true;
        }
    }

    @Override
    public void commit(List<Write> writes) throws StorageException {
        synchronized (disk) {
            checkAlive();
            if (poisoned) {
                throw new StorageException("Nothing more is saved, because saving failed before. Close and open the profile again.");
            }
            if (disk.isFull()) {
                throw new NoSpaceException("The disk is full.");
            }
            if (disk.nextCommitFails(writes)) {
                poisoned = true;
                throw new StorageException("The disk did not take what should be saved.");
            }
            disk.apply(writes);
        }
    }

    @Override
    public List<DocumentId> documents() throws StorageException {
        synchronized (disk) {
            checkAlive();
            return List.copyOf(disk.documents.keySet());
        }
    }

    @Override
    public void eachDocument(Consumer<StoredEntry> consumer) throws StorageException {
        for (DocumentId document : documents()) {
            document(document).map(it -> new StoredEntry(document, it.secret(), it.genesis().isPresent(), it.fingerprint())).ifPresent(consumer);
        }
    }

    @Override
    public Optional<StoredDocument> document(DocumentId document) throws StorageException {
        return read(document, entry -> new StoredDocument(document, entry.secret, entry.genesis, entry.fingerprint));
    }

    @Override
    public List<StoredBatch> batches(DocumentId document, long afterRevision, long limitBytes) throws StorageException {
        return read(document, entry -> page(entry, afterRevision, limitBytes)).orElse(List.of());
    }

    private List<StoredBatch> page(MemoryDisk.Entry entry, long afterRevision, long limitBytes) {
        List<StoredBatch> page = new ArrayList<>();
        long bytes = 0;
        for (StoredBatch batch : entry.batches.tailMap(afterRevision, false).values()) {
            if (disk.log.get(batch.revision()).damaged()) {
                report(batch.revision());
                continue;
            }
            page.add(batch);
            bytes += batch.body().length();
            if (bytes > limitBytes) {
                break;
            }
        }
        return List.copyOf(page);
    }

    private void report(long revision) {
        if (reported.add(revision)) {
            damage.add("Stored change " + revision + " is damaged and was set aside.");
        }
    }

    @Override
    public List<StoredWriter> writers(DocumentId document) throws StorageException {
        return read(document, entry -> List.copyOf(entry.writers.values())).orElse(List.of());
    }

    @Override
    public Optional<StoredSnapshot> snapshot(DocumentId document) throws StorageException {
        return read(document, entry -> entry.snapshot).flatMap(Function.identity());
    }

    @Override
    public long snapshotRevision(DocumentId document) throws StorageException {
        return snapshot(document).map(StoredSnapshot::throughRevision).orElse(0L);
    }

    @Override
    public List<StoredHeader> headers(DocumentId document) throws StorageException {
        return read(document, entry -> entry.kept).orElse(List.of());
    }

    @Override
    public List<Long> settled(DocumentId document) throws StorageException {
        return read(document, entry -> entry.batches.values().stream().filter(batch -> !disk.log.get(batch.revision()).damaged())
                .filter(batch -> batch.state() == Write.State.APPLIED || batch.state() == Write.State.FORKED)
                .map(StoredBatch::revision).toList()).orElse(List.of());
    }

    @Override
    public Set<String> links(DocumentId source) throws StorageException {
        return read(source, entry -> entry.links).orElse(Set.of());
    }

    @Override
    public List<DocumentId> linking(String target, int limit) throws StorageException {
        synchronized (disk) {
            checkAlive();
            return disk.documents.entrySet().stream().filter(each -> each.getValue().links.stream().anyMatch(it -> it.startsWith(target)))
                    .map(Map.Entry::getKey).limit(limit).toList();
        }
    }

    @Override
    public Map<Bytes, Fingerprint> acknowledged(DocumentId document) throws StorageException {
        return read(document, entry -> Map.copyOf(entry.acknowledged)).orElse(Map.of());
    }

    @Override
    public Optional<Bytes> setting(String name) throws StorageException {
        synchronized (disk) {
            checkAlive();
            return Optional.ofNullable(disk.settings.get(name));
        }
    }

    @Override
    public Map<String, Bytes> settings(String prefix) throws StorageException {
        synchronized (disk) {
            checkAlive();
            Map<String, Bytes> settings = new HashMap<>(disk.settings);
            settings.keySet().removeIf(name -> !name.startsWith(prefix));
            return settings;
        }
    }

    @Override
    public List<String> damage() {
        synchronized (disk) {
            return List.copyOf(damage);
        }
    }

    @Override
    public BlobStore blobs() {
        return disk.blobs;
    }

    @Override
    public void backup(OutputStream target, Transfer progress) throws StorageException, IOException {
        Bytes ticket;
        synchronized (disk) {
            checkAlive();
            ticket = disk.keepBackup();
        }
        progress.moved(0);
        ticket.writeTo(target);
        progress.moved(ticket.length());
    }

    @Override
    public void close() {
        kill();
    }

    private <T> Optional<T> read(DocumentId document, Function<MemoryDisk.Entry, T> reader) throws StorageException {
        synchronized (disk) {
            checkAlive();
            return Optional.ofNullable(disk.documents.get(document)).map(reader);
        }
    }

    private void checkAlive() throws StorageException {
        if (dead) {
            throw new StorageException("The profile is closed.");
        }
    }
}
