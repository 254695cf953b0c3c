// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;
import org.pushpin.testkit.Samples;

/**
 * Fills a profile until its database has grown by so much: many documents, with batches of all sizes, so that there are pages that
 * overflow and trees and indexes of several levels. One thread.
 */
final class LargeProfile {

    private static final int DOCUMENTS = 40;
    private static final int WRITERS = 3;
    private static final int FILES = 6;

    private final Samples samples;
    private final Storage storage;
    private long sequence;

    LargeProfile(Samples samples, Storage storage) {
        this.samples = samples;
        this.storage = storage;
    }

    void fill(long bytes) throws StorageException, IOException {
        List<DocumentId> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(samples.document());
            begin(documents.get(i));
        }
        List<WriterId> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(samples.writer());
        }
        for (long written = 0; written < bytes;) {
            List<Write> writes = new ArrayList<>();
            DocumentId document = documents.get(samples.below(DOCUMENTS));
            for (int i = 0; i < 20; i++) {
                Write.Batch batch = samples.batch(document, writers.get(samples.below(WRITERS)), ++sequence, size());
                written += batch.body().length();
                writes.add(batch);
            }
            writes.add(new Write.DocumentFingerprint(document, samples.fingerprint()));
            storage.commit(writes);
        }
        importFiles();
    }

    private void begin(DocumentId document) throws StorageException {
        Set<String> links = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            links.add("pushpin:/" + samples.bytes(40).toHex());
        }
        storage.commit(List.of(new Write.Document(document, samples.secret()), new Write.Genesis(document, samples.bytes(150)),
                new Write.Links(document, links), new Write.Snapshot(document, 0, samples.bytes(size())),
                new Write.Headers(document, List.of(samples.header(samples.writer(), 1), samples.header(samples.writer(), 2))),
                new Write.Acknowledged(Bytes.of((byte) 1), document, samples.fingerprint())));
    }

    /** Most are short; a few fill hundreds of pages. */
    private int size() {
        return switch (samples.below(10)) {
            case 0 -> samples.below(200_000);
            case 1, 2 -> samples.below(10_000);
            default -> samples.below(800);
        };
    }

    private void importFiles() throws IOException {
        for (int i = 0; i < FILES; i++) {
            try (BlobStore.Import in = storage.blobs().begin()) {
                in.write(ByteBuffer.wrap(samples.bytes(1 + samples.below(1_000_000)).toByteArray()));
                in.finish();
            }
        }
    }
}
