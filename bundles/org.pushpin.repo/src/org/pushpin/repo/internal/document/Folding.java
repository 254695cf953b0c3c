// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.internal.batch.CatchUp;
import org.pushpin.repo.internal.batch.Held;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.document.Loading.Tail;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.CaughtUp;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * Folds a document's log (rule R2): a snapshot and the headers that prove it are written beside the log, and then the batches for which
 * they stand are taken out of it, some at a time, each time in a commit that holds nothing else. It happens when the log has become long
 * for the snapshot, or somewhat long and nobody has written for a while. Whenever the process dies, what is on the disk is whole: a
 * batch is in the log, or in the snapshot, or in both. What is begun is given up when the profile closes, or a commit fails, and is
 * begun again some other time.
 *
 * <p>Where a fold would write a large snapshot for a few changes, this device's own last batches are {@linkplain Repacking packed anew}.
 *
 * <p>Also makes what {@linkplain #catchUp peers} get instead of batches that are no longer in the log.
 *
 * <p>Confined to the document's lane, but for what takes long: that is done with values on a lane of its own, one document at a time.
 */
final class Folding {

    /** The lane on which snapshots are encoded. */
    static final String LANE = "fold";

    /** A log is long that has so many batches, and is a quarter as long as the snapshot; or that has so many more. */
    private static final int LONG = 256;
    private static final int TOO_LONG = 2048;
    private static final int SHARE = 4;

    /** After a while without changes so few are worth while, if they are not next to nothing beside the snapshot. */
    private static final int SOME = 8;
    private static final int SOME_SHARE = 16;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    /** So many batches are taken out of the log in one commit. */
    private static final int PIECE = 256;

    /** A larger snapshot is not made: half of what can be sent, so that what gathers on top of it can be sent too. */
    private static final int LARGEST = 32 << 20;

    private static final System.Logger LOG = System.getLogger(Folding.class.getName());

    private final Services services;
    private final DocumentId id;
    private final Bytes authority;
    private final String lane;
    private final Supplier<Ledger> ledger;
    private final Supplier<OwnWriter> writer;
    private final Queue<Consumer<Held>> wanted = new ArrayDeque<>();
    private int batches;
    private long bytes;
    private long through;
    private long snapshotBytes;
    private boolean busy;
    private boolean watching;
    private Instant changed = Instant.MIN;

    /** @param ledger what is durable, or null while a commit of this document is under way */
    Folding(Services services, DocumentId id, Bytes authority, Supplier<Ledger> ledger, Supplier<OwnWriter> writer) {
        this.services = services;
        this.id = id;
        this.authority = authority;
        this.lane = StoreLane.laneOf(id);
        this.ledger = ledger;
        this.writer = writer;
    }

    /** Begins with what was read. */
    void take(Tail tail) {
        batches = tail.batches();
        bytes = tail.bytes();
        through = tail.through();
        snapshotBytes = tail.snapshotBytes();
        if (!tail.leftover().isEmpty() && !busy) {
            busy = true;
            services.scheduler().execute(lane, () -> forget(tail.leftover()));
        }
        if (batches >= SOME) {
            watch();
        }
    }

    /** Something more is durable. */
    void stored(Step step) {
        for (Write write : step.writes()) {
            if (write instanceof Write.Batch batch) {
                batches++;
                bytes += batch.body().length();
            }
        }
        if (step.snapshot()) {
            batches += LONG;
        }
        changed = services.scheduler().now();
        if (isLong()) {
            fold();
        } else if (batches >= SOME) {
            watch();
        }
        rest();
    }

    private boolean isLong() {
        return batches >= TOO_LONG || batches >= LONG && bytes * SHARE >= snapshotBytes;
    }

    private void watch() {
        if (!watching) {
            watching = true;
            services.scheduler().after(A_WHILE, lane, this::look);
        }
    }

    private void look() {
        watching = false;
        if (changed.plus(A_WHILE).isAfter(services.scheduler().now())) {
            watch();
        } else if (batches >= LONG || batches >= SOME && bytes * SOME_SHARE >= snapshotBytes) {
            fold();
            rest();
        } else if (batches >= SOME && !busy) {
            busy = true;
            wanted.add(this::repack);
            rest();
        }
    }

    /** Submitted while nothing of this document is under way, and before anything else can be: so it keeps its place in the log. */
    private void repack(Held held) {
        try {
            List<Write> writes = new Repacking(held, writer.get())
                    .writes(services.commits().storage().batches(id, 0, Long.MAX_VALUE));
            if (writes.isEmpty()) {
                busy = false;
                return;
            }
            batches -= ((Write.Forget) writes.get(writes.size() - 1)).revisions().size() - (writes.size() - 1);
            services.commits().submit(writes, lane, failure -> busy = false);
        } catch (StorageException e) {
            stop(e);
        }
    }

    /** Folds what there is, whether or not it is worth while. */
    void foldNow() {
        if (batches > 0) {
            fold();
            rest();
        }
    }

    private void fold() {
        if (!busy) {
            busy = true;
            wanted.add(this::begin);
        }
    }

    /** What a peer with this clock lacks, and up to which revision of the log. Any thread. */
    CompletionStage<CaughtUp> catchUp(List<ClockEntry> clock) {
        CompletableFuture<CaughtUp> done = new CompletableFuture<>();
        services.scheduler().execute(lane, () -> {
            wanted.add(held -> services.scheduler().execute(LANE, () -> done.complete(caughtUp(held, writer.get(), clock))));
            rest();
        });
        return done;
    }

    private static CaughtUp caughtUp(Held held, OwnWriter signer, List<ClockEntry> clock) {
        return new CaughtUp(new CatchUp(held, signer).since(clock).stream()
                .map(carried -> new Carried(carried.header(), carried.body())).toList(), held.through());
    }

    /** Takes a look at what is durable, for those who want it, unless a commit of this document is under way. */
    void rest() {
        Ledger durable = ledger.get();
        if (durable == null || wanted.isEmpty()) {
            return;
        }
        try {
            Held held = durable.held(id, authority, Math.max(through, newest(services.commits().storage())));
            for (Consumer<Held> each = wanted.poll(); each != null; each = wanted.poll()) {
                each.accept(held);
            }
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} is not folded: {1}", id, e.getMessage());
        }
    }

    private long newest(Storage storage) throws StorageException {
        List<Long> settled = storage.settled(id);
        return settled.isEmpty() ? 0 : settled.get(settled.size() - 1);
    }

    private void begin(Held held) {
        try {
            List<Long> settled = services.commits().storage().settled(id);
            batches = 0;
            bytes = 0;
            services.scheduler().execute(LANE, () -> {
                Bytes body = OwnSnapshot.encode(held);
                services.scheduler().execute(lane, () -> write(held, body, settled));
            });
        } catch (StorageException e) {
            stop(e);
        }
    }

    private void write(Held held, Bytes body, List<Long> settled) {
        snapshotBytes = body.length();
        if (body.length() > LARGEST) {
            busy = false;
            return;
        }
        List<Write> writes = List.of(new Write.Snapshot(id, held.through(), body),
                new Write.Headers(id, held.waypoints().with(held.tips(), authority)));
        services.commits().submitAlone(writes, lane, failure -> {
            if (failure.isPresent()) {
                stop(failure.get());
            } else {
                through = held.through();
                forget(settled);
            }
        });
    }

    private void forget(List<Long> revisions) {
        if (revisions.isEmpty()) {
            busy = false;
            return;
        }
        List<Long> piece = revisions.subList(0, Math.min(PIECE, revisions.size()));
        services.commits().submitAlone(List.of(new Write.Forget(id, piece)), lane, failure -> {
            Optional<StorageException> why = failure;
            if (why.isPresent()) {
                stop(why.get());
            } else {
                forget(revisions.subList(piece.size(), revisions.size()));
            }
        });
    }

    private void stop(StorageException why) {
        busy = false;
        LOG.log(System.Logger.Level.DEBUG, "folding {0} was given up: {1}", id, why.getMessage());
    }
}
