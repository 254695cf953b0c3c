// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterHead;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.profile.SessionMemory;
import org.pushpin.repo.internal.replication.Replica;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.repo.internal.replication.Replica.CaughtUp;
import org.pushpin.repo.internal.replication.Replica.Ingested;
import org.pushpin.repo.internal.replication.Replica.Page;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.MemoryDisk;

/** A profile in memory whose process can be killed and started again. */
final class Rig {

    final ManualScheduler scheduler = new ManualScheduler();
    final MemorySessions sessions = new MemorySessions();
    final List<Notice> notices = new ArrayList<>();
    MemoryDisk disk = new MemoryDisk();
    private final Random random;
    OpenRepo repo;

    /** Session tokens that survive the process. */
    static final class MemorySessions implements SessionMemory {
        final Map<Bytes, Session> sessions = new HashMap<>();

        @Override
        public Optional<Session> read(Bytes profileId) {
            return Optional.ofNullable(sessions.get(profileId));
        }

        @Override
        public void write(Bytes profileId, Session session) {
            sessions.put(profileId, session);
        }
    }

    Rig(long seed) {
        random = new Random(seed);
        start();
    }

    void start() {
        try {
            repo = OpenRepo.open(new RepoParts(Path.of("nowhere"), disk, scheduler, List.of(), random, sessions));
            repo.notices(notices::add);
        } catch (StorageException e) {
            throw new AssertionError(e);
        }
    }

    /** kill -9, and start again. */
    void restart() {
        disk.crash();
        scheduler.forget();
        start();
    }

    void settle() {
        scheduler.run(Duration.ofSeconds(1));
    }

    DocHandle text(String content) {
        return repo.create(null, edit -> {
            ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
            edit.splice(text, 0, 0, content);
        });
    }

    DocHandle local(DocumentId id) {
        return repo.local(id).orElseThrow();
    }

    static ObjectId textId(Read read) {
        return ((ObjectValue) read.get(ObjectId.ROOT, "text").orElseThrow()).id();
    }

    static String textOf(Read read) {
        return read.text(textId(read));
    }

    static void type(DocHandle handle, int at, int delete, String insert) {
        handle.change(null, edit -> edit.splice(textId(edit), at, delete, insert));
    }

    /** All that somebody gets who has nothing. */
    List<Carried> batches(DocumentId id) {
        return batches(id, List.of());
    }

    /** All that somebody gets who has said that he has this. */
    List<Carried> batches(DocumentId id, List<ClockEntry> theirs) {
        Map<Bytes, Long> covered = new HashMap<>();
        theirs.stream().filter(entry -> repo.replica().contains(id, entry))
                .forEach(entry -> covered.merge(entry.writer(), entry.seq(), Math::max));
        clock(id).stream().filter(entry -> !theirs.contains(entry)).map(ClockEntry::writer)
                .filter(writer -> clock(id).stream().filter(each -> each.writer().equals(writer)).count() > 1).forEach(covered::remove);
        Page page = repo.replica().batches(id, covered, 0, Long.MAX_VALUE);
        if (!page.folded()) {
            return page.batches();
        }
        CompletableFuture<CaughtUp> caughtUp = repo.replica().catchUp(id, theirs).toCompletableFuture();
        scheduler.run();
        List<Carried> all = new ArrayList<>(caughtUp.getNow(null).batches());
        all.addAll(repo.replica().batches(id, covered, caughtUp.getNow(null).through(), Long.MAX_VALUE).batches());
        return all;
    }

    List<ClockEntry> clock(DocumentId id) {
        return repo.replica().clock(id).stream().map(WriterHead::clockEntry).toList();
    }

    /** Folds a document's log. */
    void fold(DocumentId id) {
        repo.fold(id);
        scheduler.run();
    }

    /** What is on the disk, by itself; the profile is closed by a crash and must be started again. */
    Storage disk() {
        disk.crash();
        scheduler.forget();
        return disk.open();
    }

    Ingested ingest(DocumentId id, Carried batch) {
        var stage = repo.replica().ingest(id, batch.header(), batch.body()).toCompletableFuture();
        scheduler.run();
        return stage.getNow(null);
    }

    /** Knows the document and its Genesis, but none of its changes. */
    void adopt(Rig other, DocHandle handle) {
        repo.open(handle.url("text"));
        scheduler.run();
        Replica theirs = other.repo.replica();
        if (!repo.replica().acceptGenesis(handle.id(), theirs.genesis(handle.id()).orElseThrow())) {
            throw new AssertionError("genesis refused");
        }
        scheduler.run();
    }

    /** Gives all batches of a document to another profile. */
    void sendTo(Rig other, DocumentId id) {
        batches(id).forEach(batch -> other.ingest(id, batch));
    }
}
