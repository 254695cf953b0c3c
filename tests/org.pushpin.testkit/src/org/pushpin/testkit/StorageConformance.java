// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.StoredDocument;
import org.pushpin.storage.StoredEntry;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.StoredSnapshot;
import org.pushpin.storage.StoredWriter;
import org.pushpin.storage.Write;

/** What every adapter of the storage port must do. Extend it and say how a profile is opened. */
public abstract class StorageConformance extends ProfileSuite {

    @Test
    void newProfileIsEmpty() throws StorageException {
        assertEquals(List.of(), storage.documents());
        assertEquals(Optional.empty(), storage.document(document));
        assertEquals(List.of(), storage.batches(document, 0, ALL));
        assertEquals(List.of(), storage.writers(document));
        assertEquals(Optional.empty(), storage.snapshot(document));
        assertEquals(0, storage.snapshotRevision(document));
        assertEquals(List.of(), storage.headers(document));
        assertEquals(List.of(), storage.settled(document));
        assertEquals(Set.of(), storage.links(document));
        assertEquals(Map.of(), storage.acknowledged(document));
        assertEquals(Optional.empty(), storage.setting("device.seed"));
        assertEquals(List.of(), storage.damage());
    }

    @Test
    void everyKindOfWriteIsReadBackAfterOpeningAgain() throws StorageException {
        Bytes genesis = samples.bytes(200);
        var fingerprint = samples.fingerprint();
        Write.Batch batch = samples.batch(document, writer, 1, 100);
        var known = new Write.Writer(document, writer, samples.bytes(180), 1, samples.bytes(32));
        Bytes snapshot = samples.bytes(700_000);
        Bytes peer = samples.bytes(32);

        commit(new Write.Document(document, secret), new Write.Genesis(document, genesis), batch, known,
                new Write.DocumentFingerprint(document, fingerprint), new Write.Snapshot(document, 1, snapshot),
                new Write.Links(document, Set.of("pushpin:/a#k1", "pushpin-blob:/é")), new Write.Setting("device.seed", Bytes.EMPTY),
                new Write.Acknowledged(peer, document, fingerprint));
        reopen();

        assertEquals(List.of(document), storage.documents());
        assertEquals(Optional.of(new StoredDocument(document, secret, Optional.of(genesis), Optional.of(fingerprint))),
                storage.document(document));
        assertEquals(List.of(new StoredBatch(1, writer, 1, 1, Write.State.APPLIED, batch.header(), batch.body())),
                storage.batches(document, 0, ALL));
        assertEquals(List.of(new StoredWriter(writer, known.certificate(), 1, known.head())), storage.writers(document));
        assertEquals(Optional.of(new StoredSnapshot(1, snapshot)), storage.snapshot(document));
        assertEquals(Set.of("pushpin:/a#k1", "pushpin-blob:/é"), storage.links(document));
        assertEquals(Optional.of(Bytes.EMPTY), storage.setting("device.seed"));
        assertEquals(Map.of(peer, fingerprint), storage.acknowledged(document));
        assertEquals(List.of(), storage.damage());
    }

    @Test
    void documentsAreListedAsTheyCame() throws StorageException {
        List<DocumentId> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            expected.add(samples.document());
            commit(new Write.Document(expected.get(i), samples.secret()));
        }
        commit(new Write.Document(expected.get(7), samples.secret()));

        reopen();

        assertEquals(expected, storage.documents());
    }

    @Test
    void documentsAreReadInOnePass() throws StorageException {
        List<StoredEntry> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            DocumentId each = samples.document();
            commit(new Write.Document(each, samples.secret()));
            if (i % 2 == 0) {
                commit(new Write.Genesis(each, samples.bytes(200)), new Write.DocumentFingerprint(each, samples.fingerprint()));
            }
            expected.add(storage.document(each).map(it -> new StoredEntry(it.id(), it.secret(), it.genesis().isPresent(), it.fingerprint()))
                    .orElseThrow());
        }
        reopen();

        List<StoredEntry> read = new ArrayList<>();
        storage.eachDocument(read::add);

        assertEquals(expected, read);
    }

    @Test
    void whatLinksHereIsFoundByTheBeginningOfItsTargets() throws StorageException {
        DocumentId other = samples.document();
        DocumentId third = samples.document();
        commit(new Write.Document(document, secret), new Write.Document(other, samples.secret()), new Write.Document(third, samples.secret()));
        commit(new Write.Links(third, Set.of("pushpin:/a?x", "pushpin:/a?y", "pushpin:/b?x")),
                new Write.Links(document, Set.of("pushpin:/a?z", "pushpin:/aa?x")), new Write.Links(other, Set.of("pushpin:/aa?x")));
        reopen();

        assertEquals(List.of(document, third), storage.linking("pushpin:/a?", 10), "as the documents came");
        assertEquals(List.of(document), storage.linking("pushpin:/a?", 1));
        assertEquals(List.of(document, other), storage.linking("pushpin:/aa", 10));
        commit(new Write.Links(document, Set.of()));
        assertEquals(List.of(third), storage.linking("pushpin:/a?", 10));
        assertEquals(List.of(), storage.linking("pushpin:/c", 10));
    }

    @Test
    void settingsAreReadByTheBeginningOfTheirNames() throws StorageException {
        commit(new Write.Setting("links.a", Bytes.utf8("1")), new Write.Setting("links.b", Bytes.utf8("2")),
                new Write.Setting("link", Bytes.utf8("3")), new Write.Setting("local.c", Bytes.utf8("4")));
        reopen();

        assertEquals(Map.of("links.a", Bytes.utf8("1"), "links.b", Bytes.utf8("2")), storage.settings("links."));
        assertEquals(Map.of(), storage.settings("x"));
    }

    @Test
    void wantedDocumentHasNoGenesisYet() throws StorageException {
        commit(new Write.Document(document, secret));
        assertEquals(Optional.of(new StoredDocument(document, secret, Optional.empty(), Optional.empty())), storage.document(document));

        commit(new Write.Genesis(document, Bytes.of((byte) 1)));
        assertEquals(Optional.of(Bytes.of((byte) 1)), storage.document(document).orElseThrow().genesis());
    }

    @Test
    void laterValueReplacesEarlierOne() throws StorageException {
        commit(new Write.Document(document, secret), new Write.Setting("a", samples.bytes(3)), new Write.Links(document, Set.of("x", "y")),
                new Write.Snapshot(document, 4, samples.bytes(9)), new Write.Writer(document, writer, Bytes.EMPTY, 1, samples.bytes(32)));
        Bytes head = samples.bytes(32);
        DocumentSecret otherSecret = samples.secret();
        commit(new Write.Document(document, otherSecret), new Write.Setting("a", Bytes.utf8("new")),
                new Write.Links(document, Set.of("y", "z")), new Write.Snapshot(document, 5, Bytes.utf8("five")),
                new Write.Writer(document, writer, Bytes.EMPTY, 2, head));

        reopen();

        assertEquals(otherSecret, storage.document(document).orElseThrow().secret());
        assertEquals(Optional.of(Bytes.utf8("new")), storage.setting("a"));
        assertEquals(Set.of("y", "z"), storage.links(document));
        assertEquals(Optional.of(new StoredSnapshot(5, Bytes.utf8("five"))), storage.snapshot(document));
        assertEquals(List.of(new StoredWriter(writer, Bytes.EMPTY, 2, head)), storage.writers(document));
    }

    @Test
    void batchesComeInArrivalOrderPageByPage() throws StorageException {
        DocumentId other = samples.document();
        commit(new Write.Document(document, secret), new Write.Document(other, samples.secret()));
        List<Bytes> bodies = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            Write.Batch batch = samples.batch(document, writer, i, 1000);
            bodies.add(batch.body());
            commit(batch, samples.batch(other, writer, i, 10));
        }
        reopen();

        List<Bytes> read = new ArrayList<>();
        long after = 0;
        for (List<StoredBatch> page = storage.batches(document, 0, 2500); !page.isEmpty(); page = storage.batches(document, after, 2500)) {
            assertTrue(page.size() <= 3, "a page ends with the batch that exceeds it");
            page.forEach(batch -> read.add(batch.body()));
            after = page.getLast().revision();
        }
        assertEquals(bodies, read);
        assertEquals(1, storage.batches(document, 0, 0).size());
    }

    @Test
    void revisionsGrowAcrossDocumentsAndOpenings() throws StorageException {
        DocumentId other = samples.document();
        commit(new Write.Document(document, secret), new Write.Document(other, samples.secret()), samples.batch(document, writer, 1, 5));
        reopen();
        commit(samples.batch(other, writer, 1, 5), samples.batch(document, writer, 2, 5));

        assertEquals(List.of(1L, 3L), storage.batches(document, 0, ALL).stream().map(StoredBatch::revision).toList());
        assertEquals(List.of(2L), storage.batches(other, 0, ALL).stream().map(StoredBatch::revision).toList());
    }

    @Test
    void batchThatIsThereIsNotStoredAgain() throws StorageException {
        Write.Batch batch = samples.batch(document, writer, 1, 5);
        commit(new Write.Document(document, secret), batch, batch);
        commit(batch);
        reopen();
        commit(batch);

        assertEquals(1, storage.batches(document, 0, ALL).size());
    }

    @Test
    void bothBranchesOfAForkAreKept() throws StorageException {
        Write.Batch one = samples.batch(document, writer, 1, 5);
        Write.Batch two = samples.batch(document, writer, 1, 5);
        commit(new Write.Document(document, secret), one);
        commit(new Write.Batch(document, writer, 1, 1, Write.State.FORKED, two.header(), two.body()),
                new Write.BatchState(1, Write.State.FORKED));

        List<StoredBatch> stored = storage.batches(document, 0, ALL);
        assertEquals(List.of(one.body(), two.body()), stored.stream().map(StoredBatch::body).toList());
        assertTrue(stored.stream().allMatch(batch -> batch.state() == Write.State.FORKED));
    }

    @Test
    void stateOfABatchChanges() throws StorageException {
        Write.Batch batch = samples.batch(document, writer, 1, 5);
        commit(new Write.Document(document, secret),
                new Write.Batch(document, writer, 1, 1, Write.State.WAITING, batch.header(), batch.body()));
        for (Write.State state : List.of(Write.State.APPLIED, Write.State.QUARANTINED, Write.State.WAITING, Write.State.FORKED)) {
            commit(new Write.BatchState(1, state), new Write.BatchState(99, state));
            reopen();
            assertEquals(List.of(new StoredBatch(1, writer, 1, 1, state, batch.header(), batch.body())),
                    storage.batches(document, 0, ALL));
        }
    }

    @Test
    void forgottenBatchesAreGoneAndTheirRevisionsNeverComeBack() throws StorageException {
        DocumentId other = samples.document();
        commit(new Write.Document(document, secret), new Write.Document(other, samples.secret()));
        for (int i = 1; i <= 6; i++) {
            commit(samples.batch(document, writer, i, 50));
        }
        commit(new Write.Forget(other, List.of(1L, 2L)));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), storage.settled(document));

        for (int again = 0; again < 2; again++) {
            commit(new Write.Forget(document, List.of(1L, 2L, 5L, 6L, 99L)));
            assertEquals(List.of(3L, 4L), storage.settled(document));
        }
        reopen();
        commit(new Write.Forget(document, List.of(3L, 4L)));
        reopen();
        commit(samples.batch(other, writer, 1, 5));

        assertEquals(List.of(), storage.batches(document, 0, ALL));
        assertEquals(List.of(7L), storage.batches(other, 0, ALL).stream().map(StoredBatch::revision).toList());
    }

    @Test
    void batchThatWasForgottenCanBeStoredAgain() throws StorageException {
        Write.Batch batch = samples.batch(document, writer, 1, 5);
        commit(new Write.Document(document, secret), batch, new Write.Forget(document, List.of(1L)), batch);

        assertEquals(List.of(2L), storage.settled(document));
    }

    @Test
    void onlyAppliedAndForkedBatchesAreSettled() throws StorageException {
        commit(new Write.Document(document, secret));
        for (Write.State state : Write.State.values()) {
            Write.Batch batch = samples.batch(document, writer, 1 + state.ordinal(), 5);
            commit(new Write.Batch(document, writer, 1, 1, state, batch.header(), batch.body()));
        }
        reopen();

        assertEquals(List.of(1L, 3L), storage.settled(document));
    }

    @Test
    void headersAreKeptUntilOthersReplaceThem() throws StorageException {
        WriterId forked = samples.writer();
        List<StoredHeader> first = List.of(samples.header(writer, 7), samples.header(forked, 3), samples.header(forked, 3));
        List<StoredHeader> second = List.of(samples.header(writer, 9), first.get(1), first.get(2), first.get(2));
        commit(new Write.Document(document, secret), new Write.Headers(document, first));
        reopen();
        assertEquals(first.stream().sorted().toList(), storage.headers(document));

        commit(new Write.Snapshot(document, 9, samples.bytes(5)), new Write.Headers(document, second));
        commit(new Write.Headers(document, second));
        reopen();

        assertEquals(second.stream().distinct().sorted().toList(), storage.headers(document));
        assertEquals(9, storage.snapshotRevision(document));
        commit(new Write.Headers(document, List.of()));
        assertEquals(List.of(), storage.headers(document));
        assertEquals(List.of(), storage.writers(document));
    }

    @Test
    void writerThatIsKnownFromTheLogOnlyIsNotListed() throws StorageException {
        commit(new Write.Document(document, secret), samples.batch(document, writer, 1, 5));

        assertEquals(List.of(), storage.writers(document));
    }

    @Test
    void callersMistakeCostsItsCommitOnly() throws StorageException {
        assertThrows(IllegalArgumentException.class, () -> commit(new Write.Setting("a", Bytes.EMPTY),
                new Write.Document(samples.document(), secret), samples.batch(document, writer, 1, 5)));

        assertEquals(Optional.empty(), storage.setting("a"));
        assertEquals(List.of(), storage.documents());
        commit(new Write.Document(document, secret), samples.batch(document, writer, 1, 5));
        assertEquals(1, storage.batches(document, 0, ALL).getFirst().revision());
    }

    @Test
    void largestBodyIsKept() throws StorageException {
        Write.Batch batch = samples.batch(document, writer, 1, 256 * 1024);
        commit(new Write.Document(document, secret), batch);
        reopen();

        assertEquals(batch.body(), storage.batches(document, 0, ALL).getFirst().body());
    }

    @Test
    void commitsOfManyThreadsAreAllSeenWhenTheyReturn() throws Exception {
        commit(new Write.Document(document, secret));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                var mine = new Samples(thread);
                WriterId me = mine.writer();
                all.add(threads.submit(() -> {
                    for (int i = 1; i <= 25; i++) {
                        Write.Batch batch = mine.batch(document, me, i, 20);
                        commit(batch);
                        assertTrue(storage.batches(document, 0, ALL).stream().anyMatch(it -> it.header().equals(batch.header())));
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertEquals(100, storage.batches(document, 0, ALL).size());
    }

    @Test
    void closedStorageRefuses() throws StorageException {
        storage.close();
        storage.close();

        assertThrows(StorageException.class, () -> commit(new Write.Document(document, secret)));
        assertThrows(StorageException.class, () -> storage.documents());
    }

    @Test
    void randomWritesReadAsInTheModel() throws StorageException {
        var script = new RandomWrites(new Samples(42));
        try (Storage model = new MemoryDisk().open()) {
            for (int i = 0; i < 150; i++) {
                List<Write> writes = script.next();
                model.commit(writes);
                storage.commit(writes);
                if (i % 50 == 0) {
                    reopen();
                }
            }
            script.assertSame(model, storage);
            reopen();
            script.assertSame(model, storage);
        }
    }
}
