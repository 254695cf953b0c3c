// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.document.Tips.Tip;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredSnapshot;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Write;

/**
 * Reads a document back: the snapshot, then the batches after it, each verified against its header. What is damaged is set aside
 * and reported; what builds on it then waits, and a peer brings it again. Costs what the snapshot and the tail are long.
 */
final class Loading {

    private static final long PAGE_BYTES = 4L << 20;

    private final DocumentId id;
    private final Bytes authority;
    private final Storage storage;
    private final List<String> damage = new ArrayList<>();
    private final List<Write> repairs = new ArrayList<>();
    private Ledger ledger;
    private Revisions revisions;
    private int tailBatches;
    private long tailBytes;
    private long snapshotBytes;

    /** Applied batches are gathered and applied a page at a time. */
    private final List<Change> ready = new ArrayList<>();
    private final Set<ChangeHash> readyHashes = new HashSet<>();

    /**
     * A document as it was found.
     *
     * @param damage a sentence for each thing that was damaged
     * @param repairs what the storage should remember of that
     * @param ownBehind whether something of the writer given is missing, so that it must not go on
     */
    record Loaded(Ledger ledger, Revisions revisions, List<String> damage, List<Write> repairs, boolean ownBehind,
            int tailBatches, long tailBytes, long snapshotBytes) {}

    private Loading(DocumentId id, Bytes authority, Storage storage) {
        this.id = id;
        this.authority = authority;
        this.storage = storage;
    }

    static Loaded load(DocumentId id, Bytes authority, WriterId own, Storage storage) throws StorageException {
        return new Loading(id, authority, storage).load(own);
    }

    private Loaded load(WriterId own) throws StorageException {
        long through = loadSnapshot();
        revisions = new Revisions(id, through);
        List<StoredWriter> writers = storage.writers(id);
        writers.stream().filter(writer -> !writer.certificate().isEmpty())
                .forEach(writer -> ledger.certificates().put(writer.writer(), writer.certificate()));
        replay(through);
        return new Loaded(ledger, revisions, damage, repairs, isBehind(own, writers), tailBatches, tailBytes, snapshotBytes);
    }

    private long loadSnapshot() throws StorageException {
        Optional<StoredSnapshot> stored = storage.snapshot(id);
        ledger = new Ledger(Doc.empty());
        if (stored.isEmpty()) {
            return 0;
        }
        try {
            SnapshotBody body = SnapshotBody.decode(id, stored.get().body());
            ledger = new Ledger(body.document());
            for (BatchHeader header : body.headers()) {
                ChangeHash head = ChangeHash.of(header.range().head().toByteArray());
                ledger.tips().extend(header.writer(), null, new Tip(header.range().to(), head, header.encode()));
            }
            snapshotBytes = stored.get().body().length();
            return stored.get().throughRevision();
        } catch (FormatException e) {
            damage.add("A stored snapshot was damaged (" + e.getMessage() + "); the document was read from its log instead.");
            return 0;
        }
    }

    private void replay(long through) throws StorageException {
        long after = through;
        for (List<StoredBatch> page = storage.batches(id, after, PAGE_BYTES); !page.isEmpty();
                page = storage.batches(id, after, PAGE_BYTES)) {
            for (StoredBatch row : page) {
                revisions.note(row);
                tailBatches++;
                tailBytes += row.body().length();
                replay(row);
            }
            flush();
            after = page.get(page.size() - 1).revision();
        }
        release();
    }

    private void replay(StoredBatch row) {
        if (row.state() == Write.State.QUARANTINED) {
            return;
        }
        try {
            BatchHeader header = BatchHeader.decode(row.header());
            if (!header.document().equals(id)) {
                throw new FormatException("the batch belongs to another document");
            }
            Batch.Carried carried = new Batch.Carried(row.header(), row.body());
            if (!ledger.contains(header)) {
                take(Batch.read(authority, header, carried), row.state() == Write.State.WAITING);
            }
        } catch (FormatException e) {
            damage.add("A stored part of a document was damaged and has been set aside (" + e.getMessage()
                    + "). A peer that has it will bring it again.");
            repairs.add(new Write.BatchState(row.revision(), Write.State.QUARANTINED));
        }
    }

    private void take(Batch.Read read, boolean unchecked) throws FormatException {
        switch (read) {
            case Batch.Whole whole -> take(whole.batch(), unchecked);
            case Batch.Part part -> {
                Optional<List<Batch.Part>> complete = ledger.gather(part);
                if (complete.isPresent()) {
                    ledger.drop(complete.get());
                    take(Batch.join(complete.get()), unchecked);
                }
            }
        }
    }

    /** What was applied before needs no check of its place; what waited gets it when it is released. */
    private void take(Batch batch, boolean unchecked) {
        if (unchecked || !batch.missing(this::isHere).isEmpty()) {
            ledger.await(batch);
            return;
        }
        WriterId writer = batch.header().writer();
        Bytes header = batch.carried().get(0).header();
        for (int i = 0; i < batch.changes().size(); i++) {
            Change change = batch.changes().get(i);
            if (!isHere(change.hash())) {
                ledger.tips().extend(writer, batch.ownPrevious(i).orElse(null), new Tip(change.seq(), change.hash(), header));
                ready.add(change);
                readyHashes.add(change.hash());
            }
        }
    }

    private boolean isHere(ChangeHash hash) {
        return readyHashes.contains(hash) || ledger.document().contains(hash);
    }

    private void flush() throws StorageException {
        try {
            ledger.document(ledger.document().apply(ready));
        } catch (MalformedException e) {
            throw new StorageException("The document " + id + " cannot be read: " + e.getMessage());
        }
        ready.clear();
        readyHashes.clear();
    }

    /** A batch that waited may be complete by now, if the process ended between two commits. */
    private void release() throws StorageException {
        Step step = new Step(id, authority, ledger);
        step.release();
        ledger = step.ledger();
        for (Step.Settled settled : step.settled()) {
            revisions.take(storage, settled.header())
                    .ifPresent(revision -> repairs.add(new Write.BatchState(revision, settled.state())));
        }
    }

    private boolean isBehind(WriterId own, List<StoredWriter> writers) {
        long here = ledger.tips().of(own).stream().mapToLong(Tip::seq).max().orElse(0);
        return writers.stream().anyMatch(writer -> writer.writer().equals(own) && writer.sequence() > here);
    }
}
