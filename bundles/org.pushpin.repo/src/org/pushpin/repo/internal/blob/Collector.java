// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Blobs.Unlinked;
import org.pushpin.repo.UnavailableException;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.BlobStore.Form;
import org.pushpin.storage.BlobStore.Kept;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * Removes blobs that no document has linked to for long, as the package says. First it looks: at all that is kept, less what
 * the stored links of every document name. It believes them only when all documents have been crawled, and nothing stored was found
 * damaged. Then, of what is due, one after the other: asks once more whether anything links to it, and lets the store remove it
 * unless it was imported or began to come meanwhile. A crash loses nothing but the rest of the work. On a lane of its own.
 */
final class Collector {

    /** When it looks by itself. */
    static final Duration FIRST = Duration.ofMinutes(15);
    static final Duration EACH = Duration.ofHours(6);

    /** What was imported is linked to soon, or never; so long it is not touched, whoever asks. */
    static final Duration RECENT = Duration.ofHours(1);

    private static final String LANE = "io/collect";
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final int ATTEMPTS = 100;
    private static final System.Logger LOG = System.getLogger(Collector.class.getName());

    private final Services services;
    private final Links links;
    private final Consumer<BlobId> removed;
    private final Map<BlobId, Instant> wanted = new ConcurrentHashMap<>();
    private final Register register;
    private volatile boolean closed;

    /** @param removed is told what is not here any more */
    Collector(Services services, Links links, Consumer<BlobId> removed) throws StorageException {
        this.services = services;
        this.links = links;
        this.removed = removed;
        this.register = new Register(services.commits().storage().setting(Register.SETTING));
    }

    void start() {
        services.scheduler().after(FIRST, LANE, this::now);
    }

    private void now() {
        if (!closed) {
            collect(false).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(System.Logger.Level.DEBUG, "nothing was collected: {0}", failure.getMessage());
                }
                services.scheduler().after(EACH, LANE, this::now);
            });
        }
    }

    void close() {
        closed = true;
    }

    /** Somebody imported it, or it came: its time begins anew. Any thread. */
    void pardon(BlobId blob) {
        Instant now = services.scheduler().now();
        wanted.values().removeIf(when -> when.plus(RECENT).isBefore(now));
        wanted.put(blob, now);
        synchronized (register) {
            register.pardon(blob);
        }
    }

    CompletionStage<List<Unlinked>> look() {
        CompletableFuture<List<Unlinked>> stage = new CompletableFuture<>();
        begin(stage, ATTEMPTS, unlinked -> stage.complete(told(unlinked)));
        return stage;
    }

    /** @param early also what is not due */
    CompletionStage<List<Unlinked>> collect(boolean early) {
        CompletableFuture<List<Unlinked>> stage = new CompletableFuture<>();
        begin(stage, ATTEMPTS, unlinked -> new Removal(unlinked, early, stage).next());
        return stage;
    }

    private void begin(CompletableFuture<List<Unlinked>> stage, int attempts, Consumer<List<Kept>> then) {
        services.scheduler().execute(LANE, () -> attempt(stage, () -> {
            if (links.areSettled()) {
                new Mark(stage, then).next();
            } else if (attempts > 1 && !closed) {
                services.scheduler().after(AGAIN, LANE, () -> begin(stage, attempts - 1, then));
            } else {
                throw new UnavailableException("Links are still being looked for in the documents. Try again later.");
            }
        }));
    }

    /** A part of the work. */
    private interface Part {
        void run() throws IOException, StorageException, UnavailableException;
    }

    private void attempt(CompletableFuture<?> stage, Part part) {
        try {
            if (closed) {
                throw new UnavailableException("The profile is closed.");
            }
            if (!stage.isDone()) {
                part.run();
            }
        } catch (IOException | StorageException | UnavailableException | RuntimeException e) {
            stage.completeExceptionally(e);
        }
    }

    private Storage storage() throws StorageException {
        return services.commits().storage();
    }

    /** Finds what nothing links to: goes through all documents, some at a time. */
    private final class Mark {
        private static final int STEP = 64;

        private final CompletableFuture<List<Unlinked>> stage;
        private final Consumer<List<Kept>> then;
        private final Map<BlobId, List<Kept>> unlinked = new HashMap<>();
        private final List<DocumentId> documents;
        private int at;

        Mark(CompletableFuture<List<Unlinked>> stage, Consumer<List<Kept>> then) throws IOException, StorageException {
            this.stage = stage;
            this.then = then;
            for (Kept kept : storage().blobs().kept()) {
                unlinked.computeIfAbsent(kept.blob(), blob -> new ArrayList<>()).add(kept);
            }
            documents = List.copyOf(links.documents());
        }

        void next() {
            attempt(stage, () -> {
                for (int end = Math.min(documents.size(), at + STEP); at < end; at++) {
                    unlinked.keySet().removeAll(links.blobs(documents.get(at)));
                }
                if (at < documents.size() && !unlinked.isEmpty()) {
                    services.scheduler().execute(LANE, this::next);
                } else {
                    end();
                }
            });
        }

        private void end() throws StorageException, UnavailableException {
            if (!storage().damage().isEmpty()) {
                throw new UnavailableException("Something stored is damaged, so it cannot be told what is linked to. Nothing is removed.");
            }
            remember(unlinked.keySet());
            then.accept(unlinked.values().stream().flatMap(List::stream).toList());
        }
    }

    private void remember(Collection<BlobId> unlinked) {
        synchronized (register) {
            if (register.see(unlinked, services.scheduler().now())) {
                services.commits().submit(List.of(new Write.Setting(Register.SETTING, register.encode())), LANE, failure -> { });
            }
        }
    }

    private List<Unlinked> told(List<Kept> unlinked) {
        return unlinked.stream().map(this::told).toList();
    }

    private Unlinked told(Kept kept) {
        synchronized (register) {
            Instant now = services.scheduler().now();
            Instant due = kept.form() == Form.REMAINS ? now : register.due(kept.blob(), now);
            return new Unlinked(kept.blob(), kept.form() == Form.WHOLE, kept.bytes(), due);
        }
    }

    private boolean mayGo(Kept kept, boolean early) {
        Instant now = services.scheduler().now();
        Instant when = wanted.get(kept.blob());
        boolean recent = when != null && when.plus(RECENT).isAfter(now);
        synchronized (register) {
            return kept.form() == Form.REMAINS || !recent && (early || register.isDue(kept.blob(), now));
        }
    }

    /** Removes, one by one, what may go. */
    private final class Removal {
        private final List<Kept> todo;
        private final CompletableFuture<List<Unlinked>> stage;
        private final List<Unlinked> done = new ArrayList<>();
        private long moment = links.moment() - 1; // something may have been stored since all was settled
        private int at;

        Removal(List<Kept> unlinked, boolean early, CompletableFuture<List<Unlinked>> stage) {
            this.todo = unlinked.stream().filter(kept -> mayGo(kept, early)).toList();
            this.stage = stage;
        }

        void next() {
            attempt(stage, () -> {
                if (at == todo.size()) {
                    stage.complete(done);
                    return;
                }
                remove(todo.get(at++));
                services.scheduler().execute(LANE, this::next);
            });
        }

        private void remove(Kept kept) throws IOException, StorageException, UnavailableException {
            long now = links.moment();
            if (now != moment && !links.areSettled()) {
                throw new UnavailableException("Documents are being changed. Try again later.");
            }
            moment = now;
            BlobStore blobs = storage().blobs();
            if (!links.isLinked(kept.blob())) {
                Unlinked told = told(kept);
                if (blobs.remove(kept)) {
                    done.add(told);
                    removed.accept(kept.blob());
                }
            }
        }
    }
}
