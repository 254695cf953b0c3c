// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.Fingerprint;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Genesis;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.DocumentHistory;
import org.pushpin.repo.Notice;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.batch.Packing;
import org.pushpin.repo.internal.document.Loading.Loaded;
import org.pushpin.repo.internal.replication.Replica.CaughtUp;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.repo.internal.undo.History;
import org.pushpin.repo.internal.undo.UndoStep;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.Write;

/**
 * A document and its two snapshots. Whoever changes it compare-and-sets {@link Shown}; everything else happens on the document's
 * lane: {@link StoreLane}, {@link Announcer}.
 */
public final class OpenDocument implements DocHandle {

    private final Services services;
    private final DocumentId id;
    private final DocumentSecret secret;
    private final Bytes genesis;
    private final String lane;
    private final AtomicReference<Shown> shown;
    private final Announcer announcer;
    private final StoreLane store;
    private final Undoing undoing;
    private final Authors authors = new Authors();
    private volatile OwnWriter writer;

    /** What is durable, as peers are told: where writers' chains end. */
    public record Clock(List<WriterHead> heads, Fingerprint fingerprint) {

        static Clock of(Ledger ledger) {
            List<WriterHead> heads = ledger.clock();
            return new Clock(heads, Fingerprint.of(heads));
        }
    }

    private OpenDocument(Services services, DocumentId id, DocumentSecret secret, Genesis genesis, OwnWriter writer, Loaded loaded,
            List<Write> birth) {
        this.services = services;
        this.id = id;
        this.secret = secret;
        this.genesis = genesis.encode();
        this.lane = StoreLane.laneOf(id);
        this.writer = writer;
        Doc found = loaded.ledger().document();
        this.shown = new AtomicReference<>(new Shown(found, found, null, History.EMPTY));
        this.announcer = new Announcer(this, found, services.notices());
        this.undoing = new Undoing(shown, services.scheduler(), this::writer, this::changed);
        this.store = new StoreLane(this, services, genesis.hash(), shown, this::writer, announcer, undoing, birth);
        store.take(loaded);
    }

    /** A document that was just made: nothing of it is durable yet. */
    public static OpenDocument create(Services services, DocumentSecret secret, org.pushpin.crypto.SigningKey key) {
        DocumentId id = new DocumentId(key.publicKey());
        OwnWriter writer = OwnWriter.of(services.device(), id);
        Genesis genesis = Genesis.sign(key, writer.id(), Genesis.Policy.SECRET_HOLDERS);
        Loaded nothing = new Loaded(new Ledger(Doc.empty()), new Revisions(id), List.of(), List.of(), false, Loading.Tail.NONE);
        return new OpenDocument(services, id, secret, genesis, writer, nothing,
                List.of(new Write.Document(id, secret), new Write.Genesis(id, genesis.encode())));
    }

    /** Reads a document that is here. @throws StorageException if the disk refuses, or the Genesis is damaged */
    public static OpenDocument open(Services services, StoredDocument stored) throws StorageException {
        Genesis genesis = genesis(stored);
        OwnWriter writer = OwnWriter.of(services.device(), stored.id());
        Loaded loaded = Loading.load(stored.id(), genesis.hash(), writer, stored.fingerprint(), services.commits().storage());
        OpenDocument document = new OpenDocument(services, stored.id(), stored.secret(), genesis, writer, loaded, List.of());
        document.store.report(loaded);
        return document;
    }

    private static Genesis genesis(StoredDocument stored) throws StorageException {
        try {
            return Genesis.decode(stored.genesis().orElseThrow(() -> new StorageException("The document is not here yet.")));
        } catch (FormatException e) {
            throw new StorageException("The document " + stored.id() + " cannot be read: " + e.getMessage());
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
        return store.clock();
    }

    /** Whether a change that somebody names is durable here; at the end of a chain or inside. Any thread. */
    public boolean contains(ClockEntry change) {
        for (WriterHead head : clock().heads()) {
            if (head.writer().equals(change.writer()) && head.seq() == change.seq() && head.head().startsWith(change.head())) {
                return true;
            }
        }
        return store.contains(durable(), change);
    }

    @Override
    public DocumentHistory history() {
        return new DocumentHistory(current(), authors.devices(store.certificates()));
    }

    /** Whether it must be kept open: something is on its way, or somebody listens. */
    public boolean isBusy() {
        return !saved() || store.hasArrivals() || announcer.hasListeners();
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
            if (store.isLost()) {
                announcer.notice(Notice.Kind.REFUSED, "This document could not be made, so it cannot be changed.", Optional.empty());
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
            UndoStep step = undoable ? new UndoStep(before.current(), edit, commit.get()) : null;
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
        announcer.notice(Notice.Kind.REFUSED, "That is more than one change can hold (16 MiB), so nothing was changed. Add it as a file instead.",
                Drafts.of(before.current(), commit.document()));
        return true;
    }

    private void changed(UndoStep step) {
        services.scheduler().execute(lane, () -> {
            if (step != null) {
                step.settle();
            }
            services.observer().used(this);
            announcer.announce(shown.get().current(), Origin.LOCAL);
            store.work();
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
        return undoing.undo();
    }

    @Override
    public boolean redo() {
        return undoing.redo();
    }

    @Override
    public boolean canUndo() {
        return undoing.canUndo();
    }

    @Override
    public boolean canRedo() {
        return undoing.canRedo();
    }

    @Override
    public UndoGroup group() {
        return undoing.group();
    }

    // Being told, and storing.

    @Override
    public Subscription subscribe(Consumer<Update> listener) {
        Subscription subscription = announcer.subscribe(listener);
        services.observer().used(this);
        return subscription;
    }

    /** Stores a document that was just made; with its first change, if it has one. */
    public void begin() {
        store.wake();
    }

    /** Stores all that is pending without regard to the pace; the stage completes when nothing is left. Any thread. */
    public CompletableFuture<Doc> flush() {
        return store.flush();
    }

    /** Verifies, stores and applies a batch from a peer. Any thread. */
    public CompletionStage<Ingested> ingest(Bytes header, Bytes body) {
        return store.ingest(header, body);
    }

    /** What a peer with this clock lacks, in as few batches as possible. Any thread. */
    public CompletionStage<CaughtUp> catchUp(List<ClockEntry> theirs) {
        return store.catchUp(theirs);
    }

    /** Folds the log at once, not only when it is worth while. Any thread. */
    public void fold() {
        store.fold();
    }
}
