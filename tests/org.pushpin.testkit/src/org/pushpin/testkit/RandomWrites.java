// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredEntry;
import org.pushpin.storage.StoredHeader;
import org.pushpin.storage.Write;

/** Commits of every kind over a few documents and writers, as a function of a seed, and a comparison of all that can be read. One thread. */
public final class RandomWrites {

    private static final int DOCUMENTS = 5;
    private static final int WRITERS = 4;

    private final Samples samples;
    private final List<DocumentId> documents = new ArrayList<>();
    private final List<WriterId> writers = new ArrayList<>();
    private final List<Write.Batch> sent = new ArrayList<>();
    private long sequence;

    public RandomWrites(Samples samples) {
        this.samples = samples;
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(samples.document());
        }
        for (int i = 0; i < WRITERS; i++) {
            writers.add(samples.writer());
        }
    }

    /** The next commit; the first one makes the documents known. */
    public List<Write> next() {
        List<Write> writes = new ArrayList<>();
        if (sequence == 0) {
            documents.forEach(document -> writes.add(new Write.Document(document, samples.secret())));
        }
        int size = 1 + samples.below(5);
        for (int i = 0; i < size; i++) {
            writes.add(write(documents.get(samples.below(DOCUMENTS)), writers.get(samples.below(WRITERS))));
        }
        return writes;
    }

    private Write write(DocumentId document, WriterId writer) {
        sequence++;
        return switch (samples.below(14)) {
            case 0 -> new Write.Document(document, samples.secret());
            case 1 -> new Write.Genesis(document, samples.bytes(150));
            case 2 -> sent.isEmpty() ? new Write.BatchState(1, Write.State.WAITING) : sent.get(samples.below(sent.size()));
            case 3 -> new Write.BatchState(1 + samples.below(1 + sent.size()), Write.State.values()[samples.below(4)]);
            case 4 -> new Write.Writer(document, writer, samples.bytes(samples.below(100)), sequence, samples.bytes(32));
            case 5 -> new Write.DocumentFingerprint(document, samples.fingerprint());
            case 6 -> new Write.Snapshot(document, sequence, samples.bytes(samples.below(5000)));
            case 7 -> new Write.Links(document, Set.of("a" + samples.below(3), "b" + samples.below(3), "c" + samples.below(3)));
            case 8 -> new Write.Setting("name." + samples.below(4), samples.bytes(samples.below(40)));
            case 9 -> new Write.Acknowledged(Bytes.of((byte) samples.below(3)), document, samples.fingerprint());
            case 10 -> new Write.Headers(document, headers());
            case 11 -> new Write.Forget(document, List.of(1L + samples.below(1 + sent.size()), 1L + samples.below(1 + sent.size())));
            default -> batch(document, writer);
        };
    }

    private List<StoredHeader> headers() {
        List<StoredHeader> headers = new ArrayList<>();
        for (int i = samples.below(4); i > 0; i--) {
            headers.add(samples.header(writers.get(samples.below(WRITERS)), 1 + samples.below(3)));
        }
        return headers;
    }

    private Write.Batch batch(DocumentId document, WriterId writer) {
        Write.Batch batch = samples.batch(document, writer, sequence, samples.below(3000));
        sent.add(batch);
        return batch;
    }

    private static List<StoredEntry> each(Storage storage) throws StorageException {
        List<StoredEntry> each = new ArrayList<>();
        storage.eachDocument(each::add);
        return each;
    }

    /** Everything that can be read from one is read from the other. */
    public void assertSame(Storage expected, Storage actual) throws StorageException {
        assertEquals(expected.documents(), actual.documents());
        assertEquals(each(expected), each(actual));
        for (String target : List.of("a", "b1", "c2")) {
            assertEquals(expected.linking(target, Integer.MAX_VALUE), actual.linking(target, Integer.MAX_VALUE));
        }
        assertEquals(expected.settings("name."), actual.settings("name."));
        for (DocumentId document : documents) {
            assertEquals(expected.document(document), actual.document(document));
            assertEquals(expected.batches(document, 0, Long.MAX_VALUE), actual.batches(document, 0, Long.MAX_VALUE));
            assertEquals(expected.writers(document), actual.writers(document));
            assertEquals(expected.snapshot(document), actual.snapshot(document));
            assertEquals(expected.snapshotRevision(document), actual.snapshotRevision(document));
            assertEquals(expected.headers(document), actual.headers(document));
            assertEquals(expected.settled(document), actual.settled(document));
            assertEquals(expected.links(document), actual.links(document));
            assertEquals(expected.acknowledged(document), actual.acknowledged(document));
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.setting("name." + i), actual.setting("name." + i));
        }
        assertEquals(expected.damage(), actual.damage());
    }
}
