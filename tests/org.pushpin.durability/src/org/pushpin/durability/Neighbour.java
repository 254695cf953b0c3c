// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Value;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.ClockEntry;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.profile.SessionMemory;
import org.pushpin.repo.internal.replication.Replica.Carried;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.MemoryDisk;

/**
 * Another device that holds the same documents in memory: it types into a text of its own in each, folds its logs, and gives what it
 * has; some of it twice, some of it before what it builds on. It lives as long as the process. One thread, which waits.
 */
final class Neighbour implements AutoCloseable {

    /** Before the name of whoever typed, as a key of a document. */
    static final String KEY = "by.";

    private static final int NAME = 8;

    private final Hurry scheduler = new Hurry(1);
    private final OpenRepo repo;
    private final Side here;
    private final Random random;
    private final String name;

    private static final class NoMemory implements SessionMemory {

        @Override
        public Optional<Session> read(Bytes profileId) {
            return Optional.empty();
        }

        @Override
        public void write(Bytes profileId, Session session) {
            // a device that lives but once
        }
    }

    Neighbour(Random random) throws StorageException {
        this.random = random;
        repo = OpenRepo.open(new RepoParts(Path.of("nowhere"), new MemoryDisk(), scheduler, List.of(), new SecureRandom(), new NoMemory()));
        here = new Side(repo, scheduler);
        name = repo.device().toString().substring(0, NAME);
    }

    String name() {
        return name;
    }

    /** Gets all that somebody has of a document. */
    void take(Side from, DocHandle theirs) throws InterruptedException, ExecutionException, TimeoutException {
        DocumentId id = theirs.id();
        repo.open(theirs.url("text"));
        Bytes genesis = from.ask(replica -> replica.genesis(id)).orElseThrow();
        if (!here.ask(replica -> replica.acceptGenesis(id, genesis))) {
            throw new AssertionError("the genesis was refused");
        }
        here.ingest(id, from.batches(id, here.clock(id)));
    }

    /** @return how long its own text is now */
    int type(DocumentId id) throws InterruptedException, ExecutionException {
        DocHandle document = repo.local(id).orElseThrow();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            document.change(null, this::type);
            repo.flush().toCompletableFuture().get();
        }
        if (random.nextInt(3) == 0) {
            repo.fold(id);
        }
        return document.current().length(text(document.current().get(ObjectId.ROOT, KEY + name).orElseThrow()));
    }

    private void type(Edit edit) {
        ObjectId text = edit.get(ObjectId.ROOT, KEY + name).map(Neighbour::text)
                .orElseGet(() -> edit.putObject(ObjectId.ROOT, KEY + name, ObjectType.TEXT));
        edit.splice(text, edit.length(text), 0, Character.toString(RepoLoad.letter(edit.length(text))));
    }

    static ObjectId text(Value value) {
        return ((ObjectValue) value).id();
    }

    /** Gives what somebody lacks. @return whether all of it is now durable there, and in the document */
    boolean give(Side to, DocumentId id) throws InterruptedException, ExecutionException, TimeoutException {
        List<ClockEntry> own = here.clock(id);
        List<Carried> batches = new ArrayList<>(here.batches(id, to.clock(id)));
        if (random.nextInt(3) == 0) {
            Collections.shuffle(batches, random);
        }
        if (batches.size() > 1 && random.nextInt(2) == 0) {
            to.ingest(id, batches.subList(1, batches.size())); // what builds on what comes later waits on the disk
        }
        to.ingest(id, batches);
        return to.ask(replica -> own.stream().allMatch(entry -> replica.contains(id, entry)));
    }

    @Override
    public void close() {
        repo.close();
        scheduler.close();
    }
}
