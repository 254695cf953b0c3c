// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.batch.Packing;
import org.pushpin.repo.internal.batch.Rules;
import org.pushpin.repo.internal.batch.Tips.Tip;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.storage.Write;

/**
 * What is to become durable next: local changes, batches from others, and waiting ones that these set free. Works on a copy of
 * the ledger and gathers the writes, so that until these are durable nothing has happened. Confined to the document's lane.
 */
final class Step {

    private final DocumentId id;
    private final Bytes authority;
    private final Ledger ledger;
    private final List<Write> writes = new ArrayList<>();
    private final List<Bytes> discarded = new ArrayList<>();
    private boolean othersChanged;
    private final Set<WriterId> touched = new LinkedHashSet<>();
    private final Set<WriterId> moved = new LinkedHashSet<>();
    private boolean snapshot;
    private final Set<WriterId> forked = new LinkedHashSet<>();
    private final List<Settled> settled = new ArrayList<>();

    /** A batch that waited in the storage and now has another state. */
    record Settled(Bytes header, Write.State state) {}

    Step(DocumentId id, Bytes authority, Ledger before) {
        this.id = id;
        this.authority = authority;
        this.ledger = before.copy();
    }

    Ledger ledger() {
        return ledger;
    }

    List<Write> writes() {
        return writes;
    }

    /** Whether changes of others were applied. */
    boolean remote() {
        return othersChanged;
    }

    /** Headers of batches that waited in the storage and are to be forgotten. */
    List<Bytes> discarded() {
        return discarded;
    }

    /** Writers of whom it became known now that they signed two different things. */
    Set<WriterId> forked() {
        return forked;
    }

    /** Whether somebody else brought changes of this writer that were not here. */
    boolean moved(WriterId writer) {
        return moved.contains(writer);
    }

    /** Whether a snapshot was taken in, which the log is better without. */
    boolean snapshot() {
        return snapshot;
    }

    List<Settled> settled() {
        return settled;
    }

    boolean isEmpty() {
        return writes.isEmpty() && settled.isEmpty() && discarded.isEmpty();
    }

    /** Signs local changes. @param after the document with all of them */
    void local(List<Pending> pending, Doc after) {
        Packing packing = new Packing(id, authority, BatchHeader.Kind.CHANGES);
        for (int from = 0; from < pending.size();) {
            OwnWriter writer = pending.get(from).writer();
            int to = from;
            List<Change> run = new ArrayList<>();
            while (to < pending.size() && pending.get(to).writer().id().equals(writer.id())) {
                run.add(pending.get(to++).change());
            }
            for (Batch batch : packing.pack(writer, after, run)) {
                store(batch, extend(batch, after));
            }
            from = to;
        }
        ledger.document(after);
    }

    /**
     * Verifies a batch from somebody else and finds its place.
     *
     * @throws FormatException if it breaks a rule: then nothing of it is kept
     */
    Ingested admit(BatchHeader header, Batch.Carried carried) throws FormatException {
        if (ledger.knows(header, carried.header())) {
            return Ingested.KNOWN;
        }
        return switch (Batch.read(authority, header, carried)) {
            case Batch.Complete complete -> place(complete);
            case Batch.Part part -> admit(part);
        };
    }

    private Ingested admit(Batch.Part part) throws FormatException {
        ledger.checkRoom(part.carried().header().length() + part.carried().body().length());
        Optional<List<Batch.Part>> complete = ledger.gather(part);
        if (complete.isEmpty()) {
            write(part.header(), part.carried(), Write.State.WAITING);
            return Ingested.WAITING;
        }
        try {
            Ingested placed = place(Batch.join(complete.get()));
            switch (placed) {
                case WAITING -> { }
                case STORED -> settleEarlier(complete.get(), part, Write.State.APPLIED);
                case FORKED -> settleEarlier(complete.get(), part, Write.State.FORKED);
                case KNOWN, DROPPED, REFUSED -> discard(complete.get());
            }
            return placed;
        } catch (FormatException e) {
            discard(complete.get());
            throw e;
        }
    }

    /** Complete parts that make nothing are not kept. */
    private void discard(List<Batch.Part> parts) {
        ledger.drop(parts);
        Set<Bytes> headers = new HashSet<>();
        parts.forEach(part -> headers.add(part.carried().header()));
        writes.removeIf(write -> write instanceof Write.Batch batch && headers.contains(batch.header()));
        discarded.addAll(headers);
    }

    /** The parts that came before the last one were stored as waiting. */
    private void settleEarlier(List<Batch.Part> parts, Batch.Part last, Write.State state) {
        parts.stream().map(part -> part.carried().header()).filter(header -> !header.equals(last.carried().header()))
                .forEach(header -> settle(header, state));
    }

    private Ingested place(Batch.Complete complete) throws FormatException {
        return switch (complete) {
            case Batch.Whole whole -> place(whole.batch());
            case Batch.Snapshot taken -> adopt(taken);
        };
    }

    private Ingested adopt(Batch.Snapshot taken) throws FormatException {
        Set<WriterId> before = new HashSet<>(ledger.tips().all().keySet());
        before.removeIf(writer -> !ledger.tips().forked(writer));
        Adoption.Result result = new Adoption(id, authority, ledger).adopt(taken);
        if (!result.isNew()) {
            return result.incomplete() ? Ingested.DROPPED : Ingested.KNOWN;
        }
        snapshot = true;
        othersChanged = true;
        touched.addAll(result.writers());
        moved.addAll(result.writers());
        result.writers().stream().filter(ledger.tips()::forked).filter(writer -> !before.contains(writer)).forEach(forked::add);
        taken.carried().forEach(carried -> write(taken.header(), carried, Write.State.APPLIED));
        release();
        return Ingested.STORED;
    }

    private Ingested place(Batch batch) throws FormatException {
        if (!batch.missing(ledger.document()::contains).isEmpty()) {
            ledger.checkRoom(batch.bytes());
            ledger.await(batch);
            touched.add(batch.header().writer());
            store(batch, Write.State.WAITING);
            return Ingested.WAITING;
        }
        Write.State state = apply(batch);
        store(batch, state);
        release();
        return state == Write.State.FORKED ? Ingested.FORKED : Ingested.STORED;
    }

    /** Applies whatever waited for what has come now. */
    void release() {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Batch batch : ledger.waiting()) {
                if (batch.missing(ledger.document()::contains).isEmpty()) {
                    release(batch);
                    progress = true;
                }
            }
        }
    }

    private void release(Batch batch) {
        Write.State state;
        try {
            state = ledger.contains(batch.header()) ? Write.State.APPLIED : apply(batch);
        } catch (FormatException breaksRule) {
            state = Write.State.QUARANTINED;
        }
        ledger.settled(batch);
        touched.add(batch.header().writer());
        for (Batch.Carried carried : batch.carried()) {
            settle(carried.header(), state);
        }
    }

    /** What waited has another state now: in the storage if it is there, and among what this very step is about to write. */
    private void settle(Bytes header, Write.State state) {
        for (ListIterator<Write> at = writes.listIterator(); at.hasNext();) {
            if (at.next() instanceof Write.Batch batch && batch.header().equals(header)) {
                at.set(new Write.Batch(id, batch.writer(), batch.fromSequence(), batch.toSequence(), state, header, batch.body()));
            }
        }
        settled.add(new Settled(header, state));
    }

    /** Checks the rules, and applies. */
    private Write.State apply(Batch batch) throws FormatException {
        Doc later = Rules.apply(ledger.document(), batch);
        othersChanged |= later.changeCount() > ledger.document().changeCount();
        moved.add(batch.header().writer());
        Write.State state = extend(batch, later);
        ledger.document(later);
        return state;
    }

    /** Moves the end of the writer's chain, or begins a new branch. @param later with the batch */
    private Write.State extend(Batch batch, Doc later) {
        WriterId writer = batch.header().writer();
        boolean wasForked = ledger.tips().forked(writer);
        ledger.extend(batch, ledger.document()::contains);
        touched.add(writer);
        if (!ledger.tips().forked(writer)) {
            return Write.State.APPLIED;
        }
        ledger.joinBranches(writer, later, batch.head());
        if (!wasForked) {
            forked.add(writer);
        }
        return Write.State.FORKED;
    }

    private void store(Batch batch, Write.State state) {
        batch.carried().forEach(carried -> write(batch.header(), carried, state));
    }

    private void write(BatchHeader header, Batch.Carried carried, Write.State state) {
        writes.add(new Write.Batch(id, header.writer(), header.range().from(), header.range().to(), state, carried.header(),
                carried.body()));
    }

    /** What is remembered of this writer is to be written again. */
    void touch(WriterId writer) {
        touched.add(writer);
    }

    /** Adds what is remembered beside the batches: where writers' chains end, and the fingerprint. */
    void finish() {
        for (WriterId writer : touched) {
            List<Tip> ends = ledger.tips().of(writer);
            boolean one = ends.size() == 1;
            writes.add(new Write.Writer(id, writer, ledger.certificates().getOrDefault(writer, Bytes.EMPTY), one ? ends.get(0).seq() : 0,
                    one ? Bytes.of(ends.get(0).hash().toByteArray()) : Bytes.zeros(ChangeHash.LENGTH)));
        }
        writes.add(new Write.DocumentFingerprint(id, Fingerprint.of(ledger.clock())));
    }
}
