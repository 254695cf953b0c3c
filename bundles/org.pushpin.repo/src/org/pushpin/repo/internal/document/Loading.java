// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.batch.Tips.Tip;
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
    private static final Fingerprint NOTHING = Fingerprint.of(List.of());

    private final DocumentId id;
    private final Bytes authority;
    private final Storage storage;
    private final List<String> damage = new ArrayList<>();
    private final List<Write> repairs = new ArrayList<>();
    private Ledger ledger;
    private Revisions revisions;
    private Doc folded = Doc.empty();
    private long through;
    private final List<Long> leftover = new ArrayList<>();
    private final Map<Bytes, Long> snapshotRows = new HashMap<>();
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
    record Loaded(Ledger ledger, Revisions revisions, List<String> damage, List<Write> repairs, boolean ownBehind, Tail tail) {}

    /**
     * What of the log a snapshot could stand for.
     *
     * @param leftover revisions of batches for which the snapshot stands already
     * @param through the snapshot's revision, 0 if there is none; {@code snapshotBytes} its length
     */
    record Tail(int batches, long bytes, List<Long> leftover, long through, long snapshotBytes) {
        static final Tail NONE = new Tail(0, 0, List.of(), 0, 0);
    }

    private Loading(DocumentId id, Bytes authority, Storage storage) {
        this.id = id;
        this.authority = authority;
        this.storage = storage;
    }

    /** @param told what peers were told is here */
    static Loaded load(DocumentId id, Bytes authority, OwnWriter own, Optional<Fingerprint> told, Storage storage)
            throws StorageException {
        return new Loading(id, authority, storage).load(own, told.orElse(NOTHING));
    }

    private Loaded load(OwnWriter own, Fingerprint told) throws StorageException {
        List<StoredWriter> writers = storage.writers(id);
        loadSnapshot(own, writers);
        revisions = new Revisions(id);
        writers.stream().filter(writer -> !writer.certificate().isEmpty())
                .forEach(writer -> ledger.certificates().put(writer.writer(), writer.certificate()));
        replay();
        boolean behind = isBehind(own.id(), writers);
        if (!Fingerprint.of(ledger.clock()).equals(told)) {
            sayWhatIsHere(writers);
        }
        return new Loaded(ledger, revisions, damage, repairs, behind, new Tail(tailBatches, tailBytes, leftover, through, snapshotBytes));
    }

    /** Peers compare fingerprints without opening documents: one that names what is lost would keep them from bringing it. */
    private void sayWhatIsHere(List<StoredWriter> writers) {
        Step step = new Step(id, authority, ledger);
        writers.forEach(writer -> step.touch(writer.writer()));
        step.finish();
        repairs.addAll(step.writes());
    }

    private void loadSnapshot(OwnWriter own, List<StoredWriter> writers) throws StorageException {
        ledger = new Ledger(Doc.empty());
        Optional<StoredSnapshot> stored = storage.snapshot(id);
        if (stored.isEmpty()) {
            if (storage.snapshotRevision(id) > 0) {
                damage.add("A stored part of a document was damaged. A peer that has it will bring it again.");
            }
        } else if (!OwnSnapshot.isFormer(stored.get().body())) {
            try {
                ledger = new OwnSnapshot(id, authority, own, damage).read(stored.get().body(), storage.headers(id), writers);
                folded = ledger.document();
                through = stored.get().throughRevision();
                snapshotBytes = stored.get().body().length();
            } catch (FormatException e) {
                damage.add("A stored part of a document was damaged (" + e.getMessage() + "). A peer that has it will bring it again.");
            }
        }
    }

    private void replay() throws StorageException {
        long after = 0;
        for (List<StoredBatch> page = storage.batches(id, after, PAGE_BYTES); !page.isEmpty();
                page = storage.batches(id, after, PAGE_BYTES)) {
            for (StoredBatch row : page) {
                revisions.note(row);
                replay(row);
            }
            flush();
            after = page.get(page.size() - 1).revision();
        }
        ledger.joinAllBranches();
        release();
    }

    private void replay(StoredBatch row) throws StorageException {
        if (row.state() == Write.State.QUARANTINED) {
            return;
        }
        try {
            BatchHeader header = BatchHeader.decode(row.header());
            if (!header.document().equals(id)) {
                throw new FormatException("the batch belongs to another document");
            }
            Batch.Carried carried = new Batch.Carried(row.header(), row.body());
            boolean unchecked = row.state() == Write.State.WAITING;
            if (header.kind() == BatchHeader.Kind.SNAPSHOT) {
                snapshotRows.put(row.header(), row.revision());
            } else if (!unchecked && folded.contains(ChangeHash.of(header.range().head().toByteArray()))) {
                leftover.add(row.revision());
                return;
            }
            tailBatches++;
            tailBytes += row.body().length();
            if (!ledger.contains(header)) {
                take(Batch.read(authority, header, carried), unchecked);
            }
        } catch (FormatException e) {
            damage.add("A stored part of a document was damaged and has been set aside (" + e.getMessage()
                    + "). A peer that has it will bring it again.");
            repairs.add(new Write.BatchState(row.revision(), Write.State.QUARANTINED));
        }
    }

    private void take(Batch.Read read, boolean unchecked) throws FormatException, StorageException {
        switch (read) {
            case Batch.Whole whole -> take(whole.batch(), unchecked);
            case Batch.Snapshot snapshot -> {
                flush();
                Adoption.Result result = new Adoption(id, authority, ledger).adopt(snapshot);
                if (!result.isNew() && !result.incomplete()) {
                    snapshot.carried().forEach(carried -> leftover.add(snapshotRows.get(carried.header())));
                }
            }
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
        ledger.extend(batch, this::isHere);
        for (Change change : batch.changes()) {
            if (!isHere(change.hash())) {
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
