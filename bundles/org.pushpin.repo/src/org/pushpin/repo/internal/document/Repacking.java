// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.Change;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.FormatException;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.Held;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.batch.Packing;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.Write;

/**
 * Packs the last batches of a log anew (kind 2), where these are this device's own and small: one header then stands for many, here and
 * at whoever asks. Only the end of the log is packed, so what comes after it still comes after it; another's batches never are.
 */
final class Repacking {

    /** Fewer are not worth a commit. */
    private static final int FEW = 8;

    private final Held held;
    private final OwnWriter own;

    Repacking(Held held, OwnWriter own) {
        this.held = held;
        this.own = own;
    }

    /** The writes that replace them, the last of which forgets them; none if there is nothing to be won. @param log all of it, in order */
    List<Write> writes(List<StoredBatch> log) {
        List<StoredBatch> run = run(log);
        if (run.size() < FEW || held.tips().forked(own.id())) {
            return List.of();
        }
        try {
            List<Change> changes = new ArrayList<>();
            for (StoredBatch row : run) {
                changes.addAll(changes(row));
            }
            List<Batch> packed = new Packing(held.id(), held.authority(), BatchHeader.Kind.REPACKED).pack(own, held.document(), changes);
            return packed.size() * 2 > run.size() ? List.of() : writes(packed, run);
        } catch (FormatException damaged) {
            return List.of();
        }
    }

    private List<Change> changes(StoredBatch row) throws FormatException {
        Batch.Read read = Batch.read(held.authority(), BatchHeader.decode(row.header()), new Batch.Carried(row.header(), row.body()));
        if (read instanceof Batch.Whole whole) {
            return whole.batch().changes();
        }
        throw new FormatException("this is no batch of changes");
    }

    /** The longest end of the log that is one line of own changes in whole batches. */
    private List<StoredBatch> run(List<StoredBatch> log) {
        int from = log.size();
        long next = 0;
        while (from > 0 && isOwn(log.get(from - 1)) && (next == 0 || log.get(from - 1).toSequence() == next - 1)) {
            from--;
            next = log.get(from).fromSequence();
        }
        return log.subList(from, log.size());
    }

    private boolean isOwn(StoredBatch row) {
        try {
            return row.writer().equals(own.id()) && row.state() == Write.State.APPLIED
                    && (BatchHeader.decode(row.header()).flags() & BatchHeader.PART) == 0;
        } catch (FormatException damaged) {
            return false;
        }
    }

    private List<Write> writes(List<Batch> packed, List<StoredBatch> run) {
        List<Write> writes = new ArrayList<>();
        for (Batch batch : packed) {
            BatchHeader.Range range = batch.header().range();
            batch.carried().forEach(carried -> writes.add(new Write.Batch(held.id(), own.id(), range.from(), range.to(),
                    Write.State.APPLIED, carried.header(), carried.body())));
        }
        writes.add(new Write.Forget(held.id(), run.stream().map(StoredBatch::revision).toList()));
        return writes;
    }
}
