// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.Patch;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.WriterHead;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.document.Loading.Loaded;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.repo.internal.undo.Aliases;
import org.pushpin.repo.internal.undo.History;
import org.pushpin.repo.internal.undo.Inverse;
import org.pushpin.repo.internal.undo.UndoStep;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.Write;

/**
 * A document and its two snapshots. Whoever changes it compare-and-sets {@link Shown}; everything else happens on the document's
 * lane, where one {@link Step} at a time is on its way to the disk.
 */
public final class OpenDocument implements DocHandle {

    /** Live edits leave at once, and then at most this often. */
    private static final Duration PACE = Duration.ofMillis(30);
    private static final int MAX_ARRIVALS = 256;
    private static final int MAX_ARRIVAL_BYTES = 4 << 20;
    private static final int SNAPSHOT_BATCHES = 256;

    private static final System.Logger LOG = System.getLogger(OpenDocument.class.getName());

    private final Services services;
    private final DocumentId id;
    private final DocumentSecret secret;
    private final Bytes genesis;
    private final Bytes authority;
    private final String lane;
    private final AtomicReference<Shown> shown;
    private final Queue<Arrival> inbox = new ConcurrentLinkedQueue<>();
    private final Listeners<Update> listeners = new Listeners<>();
    private final Aliases aliases = new Aliases();
    private final Object undoing = new Object();
    private final Heads inside = new Heads();
    private volatile OwnWriter writer;
    private volatile Clock clock;
    private volatile boolean lost;

    // What follows is confined to the lane.
    private Ledger ledger;
    private Revisions revisions;
    private List<Write> birth;
    private Doc announced;
    private final Set<WriterId> forksTold = new HashSet<>();
    private final List<CompletableFuture<Doc>> flushed = new ArrayList<>();
    private boolean storing;
    private Instant lastStored = Instant.MIN;
    private boolean woken;
    private int tailBatches;
    private long tailBytes;
    private long snapshotBytes;

    /** What is durable, as peers are told: where writers' chains end. */
    public record Clock(List<WriterHead> heads, Fingerprint fingerprint) {

        static Clock of(Ledger ledger) {
            List<WriterHead> heads = ledger.clock();
            return new Clock(heads, Fingerprint.of(heads));
        }
    }

    private record Arrival(BatchHeader header, Batch.Carried carried, CompletableFuture<Ingested> answer) {}

    private record Answer(CompletableFuture<Ingested> stage, Ingested result) {}

    private OpenDocument(Services services, DocumentId id, DocumentSecret secret, Genesis genesis, OwnWriter writer, Loaded loaded,
            List<Write> birth) {
        this.services = services;
        this.id = id;
        this.secret = secret;
        this.genesis = genesis.encode();
        this.authority = genesis.hash();
        this.lane = "doc/" + id;
        this.writer = writer;
        this.birth = birth;
        this.shown = new AtomicReference<>(new Shown(loaded.ledger().document(), loaded.ledger().document(), null, History.EMPTY));
        this.announced = loaded.ledger().document();
        take(loaded);
    }

    /** A document that was just made: nothing of it is durable yet. */
    public static OpenDocument create(Services services, DocumentSecret secret, org.pushpin.crypto.SigningKey key) {
        DocumentId id = new DocumentId(key.publicKey());
        OwnWriter writer = OwnWriter.of(services.device(), id);
        Genesis genesis = Genesis.sign(key, writer.id(), Genesis.Policy.SECRET_HOLDERS);
        Loaded nothing = new Loaded(new Ledger(Doc.empty()), new Revisions(id, 0), List.of(), List.of(), false, 0, 0, 0);
        return new OpenDocument(services, id, secret, genesis, writer, nothing,
                List.of(new Write.Document(id, secret), new Write.Genesis(id, genesis.encode())));
    }

    /** Reads a document that is here. @throws StorageException if the disk refuses, or the Genesis is damaged */
    public static OpenDocument open(Services services, StoredDocument stored) throws StorageException {
        Genesis genesis = genesis(stored);
        OwnWriter writer = OwnWriter.of(services.device(), stored.id());
        Loaded loaded = Loading.load(stored.id(), genesis.hash(), writer.id(), services.commits().storage());
        OpenDocument document = new OpenDocument(services, stored.id(), stored.secret(), genesis, writer, loaded, List.of());
        document.report(loaded);
        return document;
    }

    private static Genesis genesis(StoredDocument stored) throws StorageException {
        try {
            return Genesis.decode(stored.genesis().orElseThrow(() -> new StorageException("The document is not here yet.")));
        } catch (FormatException e) {
            throw new StorageException("The document " + stored.id() + " cannot be read: " + e.getMessage());
        }
    }

    private void take(Loaded loaded) {
        ledger = loaded.ledger();
        revisions = loaded.revisions();
        tailBatches = loaded.tailBatches();
        tailBytes = loaded.tailBytes();
        snapshotBytes = loaded.snapshotBytes();
        ledger.tips().all().keySet().stream().filter(ledger.tips()::forked).forEach(forksTold::add);
        clock = Clock.of(ledger);
    }

    private void report(Loaded loaded) {
        loaded.damage().forEach(text -> tell(Notice.Kind.DAMAGE, text, Optional.empty()));
        List<Write> writes = new ArrayList<>(loaded.repairs());
        if (loaded.ownBehind()) {
            writes.addAll(services.device().renew());
        }
        if (!writes.isEmpty()) {
            services.commits().submit(writes, lane, failure -> { });
        }
    }

    // Reading.

    @Override
    public DocumentId id() {
        return id;
    }

    public DocumentSecret secret() {
        return secret;
    }

    @Override
    public DocumentUrl url(String contentType) {
        return DocumentUrl.of(id, contentType, secret);
    }

    @Override
    public Doc current() {
        return shown.get().current();
    }

    @Override
    public Doc durable() {
        return shown.get().durable();
    }

    @Override
    public boolean saved() {
        return shown.get().pending() == null;
    }

    /** The signed Genesis. */
    public Bytes genesis() {
        return genesis;
    }

    /** What peers are told; any thread. */
    public Clock clock() {
        return clock;
    }

    /** Whether a change that somebody names is durable here; at the end of a chain or inside. Any thread. */
    public boolean contains(ClockEntry change) {
        for (WriterHead head : clock.heads()) {
            if (head.writer().equals(change.writer()) && head.seq() == change.seq() && head.head().startsWith(change.head())) {
                return true;
            }
        }
        boolean mayBeInside = clock.heads().stream()
                .anyMatch(head -> head.writer().equals(change.writer()) && head.seq() >= change.seq());
        return mayBeInside && inside.contain(durable(), change);
    }

    /** Whether it must be kept open: something is on its way, or somebody listens. */
    public boolean isBusy() {
        return !saved() || !inbox.isEmpty() || !listeners.isEmpty();
    }

    // Changing.

    @Override
    public Doc change(String message, Consumer<Edit> edit) {
        return change(message, edit, true);
    }

    @Override
    public Doc changeSilently(String message, Consumer<Edit> edit) {
        return change(message, edit, false);
    }

    private Doc change(String message, Consumer<Edit> content, boolean undoable) {
        while (true) {
            Shown before = shown.get();
            if (lost) {
                tell(Notice.Kind.REFUSED, "This document could not be made, so it cannot be changed.", Optional.empty());
                return before.current();
            }
            OwnWriter own = writer();
            Edit edit = before.current().edit(own.actor());
            content.accept(edit);
            Optional<Commit> commit = edit.commit(message, services.scheduler().now());
            if (commit.isEmpty()) {
                return before.current();
            }
            if (isTooLarge(before, commit.get())) {
                return before.current();
            }
            UndoStep step = undoable ? new UndoStep(before.current(), commit.get()) : null;
            History history = undoable ? before.history().with(step) : before.history();
            if (shown.compareAndSet(before, before.with(commit.get(), own, history))) {
                changed(step);
                return commit.get().document();
            }
        }
    }

    private boolean isTooLarge(Shown before, Commit commit) {
        if (commit.change().toByteArray().length <= Packing.MAX_CHANGE_BYTES) {
            return false;
        }
        tell(Notice.Kind.REFUSED, "That is more than one change can hold (16 MiB), so nothing was changed. Add it as a file instead.",
                Drafts.of(before.current(), commit.document()));
        return true;
    }

    private void changed(UndoStep step) {
        services.scheduler().execute(lane, () -> {
            if (step != null) {
                step.settle();
            }
            announceLocal();
            work();
        });
    }

    /** As whom to write now: looked up again when a new incarnation has begun. */
    private OwnWriter writer() {
        OwnWriter known = writer;
        if (!known.incarnation().equals(services.device().incarnation())) {
            known = OwnWriter.of(services.device(), id);
            writer = known;
        }
        return known;
    }

    // Undo.

    @Override
    public boolean undo() {
        return takeBack(false);
    }

    @Override
    public boolean redo() {
        return takeBack(true);
    }

    private boolean takeBack(boolean redo) {
        synchronized (undoing) {
            while (true) {
                Shown before = shown.get();
                History history = before.history();
                Optional<History.Group> group = redo ? history.newestUndone() : history.newest();
                if (group.isEmpty()) {
                    return false;
                }
                OwnWriter own = writer();
                Edit edit = before.current().edit(own.actor());
                aliases.discard();
                Inverse.write(edit, group.get(), aliases);
                Optional<Commit> commit = edit.commit(null, services.scheduler().now());
                Optional<UndoStep> step = commit.map(made -> new UndoStep(before.current(), made));
                History after = redo ? history.redone(step) : history.undone(step);
                Shown next = commit.map(made -> before.with(made, own, after)).orElseGet(() -> before.with(after));
                if (shown.compareAndSet(before, next) && step.isPresent()) {
                    aliases.keep();
                    changed(step.get());
                    return true;
                }
            }
        }
    }

    @Override
    public boolean canUndo() {
        return shown.get().history().newest().isPresent();
    }

    @Override
    public boolean canRedo() {
        return shown.get().history().newestUndone().isPresent();
    }

    @Override
    public UndoGroup group() {
        shown.updateAndGet(now -> now.with(now.history().opened()));
        AtomicReference<Shown> target = shown;
        return new UndoGroup() {
            private boolean open = true;

            @Override
            public synchronized void close() {
                if (open) {
                    open = false;
                    target.updateAndGet(now -> now.with(now.history().closed()));
                }
            }
        };
    }

    // Being told.

    @Override
    public Subscription subscribe(Consumer<Update> listener) {
        return listeners.add(listener);
    }

    private void announceLocal() {
        announce(shown.get().current(), Origin.LOCAL);
    }

    private void announce(Doc after, Origin origin) {
        Doc before = announced;
        if (before == after && origin != Origin.SAVED) {
            return;
        }
        announced = after;
        if (!listeners.isEmpty()) {
            List<Patch> patches = before == after ? List.of() : before.diff(after);
            listeners.tell(new Update(this, before, after, patches, origin));
        }
    }

    private void tell(Notice.Kind kind, String text, Optional<String> draft) {
        services.notices().accept(new Notice(kind, Optional.of(id), text, draft));
    }

    // Storing.

    /** Stores a document that was just made; with its first change, if it has one. */
    public void begin() {
        services.scheduler().execute(lane, this::work);
    }

    /** Stores all that is pending without regard to the pace; the stage completes when nothing is left. Any thread. */
    public CompletableFuture<Doc> flush() {
        CompletableFuture<Doc> done = new CompletableFuture<>();
        services.scheduler().execute(lane, () -> {
            lastStored = Instant.MIN;
            flushed.add(done);
            work();
            completeFlushed();
        });
        return done;
    }

    private void completeFlushed() {
        if (!storing && saved() && birth.isEmpty() && inbox.isEmpty()) {
            flushed.forEach(done -> done.complete(durable()));
            flushed.clear();
        }
    }

    /** Verifies, stores and applies a batch from a peer. Any thread. */
    public CompletionStage<Ingested> ingest(Bytes header, Bytes body) {
        CompletableFuture<Ingested> answer = new CompletableFuture<>();
        try {
            BatchHeader decoded = BatchHeader.decode(header);
            if (!decoded.document().equals(id)) {
                throw new FormatException("the batch belongs to another document");
            }
            inbox.add(new Arrival(decoded, new Batch.Carried(header, body), answer));
            services.scheduler().execute(lane, this::work);
        } catch (FormatException e) {
            refuse(answer, e);
        }
        return answer;
    }

    private void refuse(CompletableFuture<Ingested> answer, FormatException why) {
        LOG.log(System.Logger.Level.DEBUG, "refused a batch: {0}", why.getMessage());
        answer.complete(Ingested.REFUSED);
    }

    /** Sends the next step on its way, unless one is. */
    private void work() {
        if (storing) {
            return;
        }
        Shown now = shown.get();
        boolean due = isDue();
        Pending newest = due ? now.pending() : null;
        Step step = new Step(id, authority, ledger);
        List<Write> more = new ArrayList<>(birth);
        if (newest != null) {
            step.local(Pending.since(newest, null), now.current());
        }
        List<Answer> answers = new ArrayList<>();
        admitArrivals(step, answers, more);
        if (now.pending() != null && !due) {
            wakeLater();
        }
        if (step.isEmpty() && more.isEmpty()) {
            answers.forEach(answer -> answer.stage().complete(answer.result()));
        } else {
            send(step, newest, answers, more);
        }
    }

    private boolean isDue() {
        return !services.scheduler().now().isBefore(lastStored.equals(Instant.MIN) ? Instant.MIN : lastStored.plus(PACE));
    }

    private void wakeLater() {
        if (!woken) {
            woken = true;
            Duration left = Duration.between(services.scheduler().now(), lastStored.plus(PACE));
            services.scheduler().after(left.isNegative() ? Duration.ZERO : left, lane, () -> {
                woken = false;
                work();
            });
        }
    }

    private void admitArrivals(Step step, List<Answer> answers, List<Write> more) {
        int count = 0;
        int bytes = 0;
        for (Arrival arrival = inbox.peek(); arrival != null && count < MAX_ARRIVALS && bytes < MAX_ARRIVAL_BYTES;
                arrival = inbox.peek()) {
            inbox.remove();
            count++;
            bytes += arrival.carried().body().length();
            admit(step, arrival, answers, more);
        }
    }

    private void admit(Step step, Arrival arrival, List<Answer> answers, List<Write> more) {
        try {
            Ingested result = step.admit(arrival.header(), arrival.carried());
            answers.add(new Answer(arrival.answer(), result));
            if (result != Ingested.KNOWN && arrival.header().writer().equals(writer.id())
                    && writer.incarnation().equals(services.device().incarnation())) {
                LOG.log(System.Logger.Level.WARNING, "a peer holds more of this device''s own changes: a new incarnation begins");
                more.addAll(services.device().renew());
            }
        } catch (FormatException e) {
            refuse(arrival.answer(), e);
        }
    }

    private void send(Step step, Pending newest, List<Answer> answers, List<Write> more) {
        storing = true;
        if (newest != null) {
            lastStored = services.scheduler().now();
        }
        step.finish();
        List<Write> writes = new ArrayList<>(more);
        writes.addAll(states(step));
        writes.addAll(step.writes());
        services.commits().submit(writes, lane, failure -> {
            storing = false;
            if (failure.isPresent()) {
                failed(failure.get(), answers);
            } else {
                stored(step, newest, answers);
            }
            if (!flushed.isEmpty()) {
                lastStored = Instant.MIN;
            }
            work();
            completeFlushed();
        });
    }

    private List<Write> states(Step step) {
        List<Write> states = new ArrayList<>();
        try {
            Storage storage = step.settled().isEmpty() ? null : services.commits().storage();
            for (Step.Settled settled : step.settled()) {
                revisions.take(storage, settled.header())
                        .ifPresent(revision -> states.add(new Write.BatchState(revision, settled.state())));
            }
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "what waited stays marked as waiting: {0}", e.getMessage());
        }
        return states;
    }

    private void stored(Step step, Pending newest, List<Answer> answers) {
        boolean born = !birth.isEmpty();
        birth = List.of();
        ledger = step.ledger();
        clock = Clock.of(ledger);
        for (Write write : step.writes()) {
            if (write instanceof Write.Batch batch) {
                tailBatches++;
                tailBytes += batch.body().length();
            }
        }
        show(step, newest);
        answers.forEach(answer -> answer.stage().complete(answer.result()));
        step.forked().stream().filter(forksTold::add).forEach(forked -> tell(Notice.Kind.FORK,
                "A device has written two different changes under one number, as if it had been copied or restored from a backup."
                        + " Both are kept and shown; nothing is lost.", Optional.empty()));
        if (born || !step.writes().isEmpty()) {
            services.observer().stored(this);
        }
        snapshotIfLong();
    }

    /** Merges aside; local commits that won the race meanwhile are applied again on top. */
    private void show(Step step, Pending newest) {
        Doc merged = ledger.document();
        Shown before;
        Shown after;
        do {
            before = shown.get();
            List<Pending> later = Pending.since(before.pending(), newest);
            Doc current = step.remote().isEmpty() ? before.current() : later.isEmpty() ? merged : applied(merged, later);
            Doc durable = later.isEmpty() ? current : merged;
            after = new Shown(current, durable, Pending.after(before.pending(), newest), before.history());
        } while (!shown.compareAndSet(before, after));
        announce(before.current(), Origin.LOCAL);
        announce(after.current(), step.remote().isEmpty() ? Origin.SAVED : Origin.REMOTE);
    }

    private static Doc applied(Doc base, List<Pending> pending) {
        List<Change> changes = pending.stream().map(Pending::change).toList();
        try {
            return base.apply(changes);
        } catch (MalformedException e) {
            throw new IllegalStateException("an own change does not apply: " + e.getMessage(), e);
        }
    }

    // When the store refuses.

    private void failed(StorageException why, List<Answer> answers) {
        answers.forEach(answer -> answer.stage().completeExceptionally(why));
        reload();
        Shown before;
        Shown after;
        Doc kept = ledger.document();
        do {
            before = shown.get();
            after = new Shown(kept, kept, null, before.history().retain(kept::contains));
        } while (!shown.compareAndSet(before, after));
        announce(before.current(), Origin.LOCAL);
        announce(kept, Origin.REFUSED);
        if (!kept.heads().equals(before.current().heads())) {
            tell(Notice.Kind.REFUSED, "Your last change could not be saved and was taken back. " + why.getMessage(),
                    Drafts.of(kept, before.current()));
        }
        if (!birth.isEmpty()) {
            birth = List.of();
            lost = true;
            services.observer().lost(this);
        }
    }

    /** After a failed commit nobody knows what is on the disk: it is read again. */
    private void reload() {
        try {
            Storage storage = services.commits().storage();
            Optional<StoredDocument> stored = storage.document(id);
            if (stored.isPresent() && stored.get().genesis().isPresent()) {
                birth = List.of();
                Loaded loaded = Loading.load(id, authority, writer.id(), storage);
                take(loaded);
                report(loaded);
            }
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "the document could not be read again: {0}", e.getMessage());
        }
    }

    // Opening fast the next time.

    private void snapshotIfLong() {
        if (tailBatches < SNAPSHOT_BATCHES || tailBytes < snapshotBytes / 4) {
            return;
        }
        List<Bytes> headers = new ArrayList<>();
        ledger.tips().all().values().forEach(tips -> tips.forEach(tip -> headers.add(tip.header())));
        try {
            long through = revisions.through(services.commits().storage());
            Bytes body = SnapshotBody.encode(ledger.document(), headers);
            tailBatches = 0;
            tailBytes = 0;
            snapshotBytes = body.length();
            services.commits().submit(List.of(new Write.Snapshot(id, through, body)), lane, failure -> { });
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "no snapshot was written: {0}", e.getMessage());
        }
    }
}
