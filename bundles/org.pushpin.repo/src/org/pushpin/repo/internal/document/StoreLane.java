// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterId;
import org.pushpin.repo.DocHandle.Origin;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.document.Loading.Loaded;
import org.pushpin.repo.internal.batch.Batch;
import org.pushpin.repo.internal.batch.Foreigners;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.document.OpenDocument.Clock;
import org.pushpin.repo.internal.replication.Replica.CaughtUp;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.Write;

/**
 * How a document gets to the disk: one {@link Step} at a time, with all that has gathered meanwhile, local and from peers. Local
 * changes leave at once and then at most every 30 ms. All but the methods that say so are confined to the document's lane.
 */
final class StoreLane {

    private static final Duration PACE = Duration.ofMillis(30);

    private static final System.Logger LOG = System.getLogger(StoreLane.class.getName());

    private final OpenDocument document;
    private final Services services;
    private final DocumentId id;
    private final Bytes authority;
    private final String lane;
    private final AtomicReference<Shown> shown;
    private final Supplier<OwnWriter> writer;
    private final Announcer announcer;
    private final Undoing undoing;
    private final Inbox inbox = new Inbox();
    private final Set<WriterId> forksTold = new HashSet<>();
    private final List<CompletableFuture<Doc>> flushed = new ArrayList<>();
    private final Folding folding;
    private volatile Clock clock;
    private volatile Foreigners foreigners = Foreigners.NONE;
    private volatile Map<WriterId, Bytes> certificates = Map.of();
    private volatile boolean lost;
    private Ledger ledger;
    private Revisions revisions;
    private List<Write> birth;
    private boolean storing;
    private Instant lastStored = Instant.MIN;
    private boolean woken;

    private record Answer(CompletableFuture<Ingested> stage, Ingested result) {}

    /** @param birth what is to be written before anything else, for a document that was just made */
    StoreLane(OpenDocument document, Services services, Bytes authority, AtomicReference<Shown> shown, Supplier<OwnWriter> writer,
            Announcer announcer, Undoing undoing, List<Write> birth) {
        this.document = document;
        this.services = services;
        this.id = document.id();
        this.authority = authority;
        this.lane = laneOf(id);
        this.shown = shown;
        this.writer = writer;
        this.announcer = announcer;
        this.undoing = undoing;
        this.birth = birth;
        this.folding = new Folding(services, id, authority, () -> storing ? null : ledger, writer);
    }

    static String laneOf(DocumentId id) {
        return "doc/" + id;
    }

    /** What is durable, as peers are told; any thread. */
    Clock clock() {
        return clock;
    }

    /** Whether a change is in a document, by who made it, its number, and the beginning of its hash. Any thread. */
    boolean contains(Doc document, ClockEntry change) {
        return document.changes(foreigners.actor(change.writer()), change.seq()).stream()
                .anyMatch(each -> Batch.hash(each).startsWith(change.head()));
    }

    /** Whose the writers are; immutable, and the same while nothing is new; any thread. */
    Map<WriterId, Bytes> certificates() {
        return certificates;
    }

    private void publish() {
        clock = Clock.of(ledger);
        foreigners = ledger.foreigners();
        if (certificates.size() != ledger.certificates().size()) {
            certificates = Map.copyOf(ledger.certificates());
        }
    }

    /** Whether the document could not be made; any thread. */
    boolean isLost() {
        return lost;
    }

    /** Whether batches have come that were not looked at; any thread. */
    boolean hasArrivals() {
        return !inbox.isEmpty();
    }

    /** Begins, or begins again, with what was read. */
    void take(Loaded loaded) {
        ledger = loaded.ledger();
        revisions = loaded.revisions();
        folding.take(loaded.tail());
        ledger.tips().all().keySet().stream().filter(ledger.tips()::forked).forEach(forksTold::add);
        publish();
    }

    /** Says what was damaged, and has the storage remember; told that less is here, peers bring it again. */
    void report(Loaded loaded) {
        loaded.damage().forEach(text -> announcer.notice(Notice.Kind.DAMAGE, text, Optional.empty()));
        List<Write> writes = new ArrayList<>(loaded.repairs());
        if (loaded.ownBehind()) {
            writes.addAll(services.device().renew());
        }
        if (!writes.isEmpty()) {
            services.commits().submit(writes, lane, failure -> {
                if (failure.isEmpty()) {
                    services.observer().stored(document);
                }
            });
        }
    }

    /** Looks what there is to do, on the lane. */
    void wake() {
        services.scheduler().execute(lane, this::work);
    }

    /** Stores all that is pending without regard to the pace; the stage completes when nothing is left. Any thread. */
    CompletableFuture<Doc> flush() {
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
        if (!storing && shown.get().pending() == null && birth.isEmpty() && inbox.isEmpty()) {
            flushed.forEach(done -> done.complete(shown.get().durable()));
            flushed.clear();
        }
    }

    /** Verifies, stores and applies a batch from a peer. Any thread. */
    CompletionStage<Ingested> ingest(Bytes header, Bytes body) {
        CompletionStage<Ingested> answer = inbox.add(id, header, body);
        wake();
        return answer;
    }

    /** What a peer with this clock lacks. Any thread. */
    CompletionStage<CaughtUp> catchUp(List<ClockEntry> theirs) {
        return folding.catchUp(theirs);
    }

    /** Folds the log at once. Any thread. */
    void fold() {
        services.scheduler().execute(lane, folding::foldNow);
    }

    /** Sends the next step on its way, unless one is. */
    void work() {
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
        for (Inbox.Arrival arrival : inbox.take()) {
            admit(step, arrival, answers, more);
        }
    }

    private void admit(Step step, Inbox.Arrival arrival, List<Answer> answers, List<Write> more) {
        try {
            Ingested result = step.admit(arrival.header(), arrival.carried());
            answers.add(new Answer(arrival.answer(), result));
            if (result != Ingested.KNOWN && (arrival.header().writer().equals(writer.get().id()) || step.moved(writer.get().id()))) {
                LOG.log(System.Logger.Level.WARNING, "a peer holds more of this device's own changes: a new incarnation begins");
                more.addAll(services.device().renew());
            }
        } catch (FormatException e) {
            arrival.refuse(e);
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
            folding.rest();
            work();
            completeFlushed();
        });
    }

    private List<Write> states(Step step) {
        if (step.settled().isEmpty() && step.discarded().isEmpty()) {
            return List.of();
        }
        List<Write> states = new ArrayList<>();
        try {
            Storage storage = services.commits().storage();
            List<Long> discarded = new ArrayList<>();
            for (Bytes header : step.discarded()) {
                revisions.take(storage, header).ifPresent(discarded::add);
            }
            if (!discarded.isEmpty()) {
                states.add(new Write.Forget(id, discarded));
            }
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
        publish();
        show(step, newest);
        answers.forEach(answer -> answer.stage().complete(answer.result()));
        step.forked().stream().filter(forksTold::add).forEach(forked -> announcer.notice(Notice.Kind.FORK,
                "A device has written two different changes under one number, as if it had been copied or restored from a backup."
                        + " Both are kept and shown; nothing is lost.", Optional.empty()));
        if (born || !step.writes().isEmpty()) {
            services.observer().stored(document);
        }
        folding.stored(step);
    }

    /** Merges aside; local commits that won the race meanwhile are applied again on top. */
    private void show(Step step, Pending newest) {
        Doc merged = ledger.document();
        Doc reapplied = merged;
        Pending through = newest;
        Shown before;
        Shown after;
        do {
            before = shown.get();
            List<Pending> later = Pending.since(before.pending(), newest);
            if (step.remote()) { // again only what came since the last try: whoever types fast does not win for ever
                reapplied = applied(reapplied, Pending.since(before.pending(), through));
                through = before.pending();
            }
            Doc current = step.remote() ? reapplied : before.current();
            Doc durable = later.isEmpty() ? current : merged;
            after = new Shown(current, durable, Pending.after(before.pending(), newest), before.history());
        } while (!shown.compareAndSet(before, after));
        announcer.announce(before.current(), Origin.LOCAL);
        announcer.announce(after.current(), !step.remote() ? Origin.SAVED : Origin.REMOTE);
    }

    private static Doc applied(Doc base, List<Pending> pending) {
        List<Change> changes = pending.stream().map(Pending::change).toList();
        try {
            return changes.isEmpty() ? base : base.apply(changes);
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
        undoing.refused(before.history().lost(kept::contains));
        announcer.announce(before.current(), Origin.LOCAL);
        announcer.announce(kept, Origin.REFUSED);
        if (!kept.heads().equals(before.current().heads())) {
            announcer.notice(Notice.Kind.REFUSED, "Your last change could not be saved and was taken back. " + why.getMessage(),
                    Drafts.of(kept, before.current()));
        }
        if (!birth.isEmpty()) {
            birth = List.of();
            lost = true;
            services.observer().lost(document);
        }
    }

    /** After a failed commit nobody knows what is on the disk: it is read again. */
    private void reload() {
        try {
            Storage storage = services.commits().storage();
            Optional<StoredDocument> stored = storage.document(id);
            if (stored.isPresent() && stored.get().genesis().isPresent()) {
                birth = List.of();
                Loaded loaded = Loading.load(id, authority, writer.get(), stored.get().fingerprint(), storage);
                take(loaded);
                report(loaded);
            }
        } catch (StorageException e) {
            LOG.log(System.Logger.Level.WARNING, "the document could not be read again: {0}", e.getMessage());
        }
    }
}
