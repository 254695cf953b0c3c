// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.Write;
import org.pushpin.testkit.Samples;

/** What is forgotten leaves the file: a folded profile is about as large as its snapshots and headers. */
class FoldedSizeTest {

    private static final int BATCHES = 4_000;
    private static final int SNAPSHOT = 60_000;

    @TempDir
    Path profile;

    @Test
    void theFileShrinksToWhatIsKept() throws Exception {
        var samples = new Samples(1);
        DocumentId document = samples.document();
        WriterId writer = samples.writer();
        Path file = profile.resolve("profile.db");
        try (Storage storage = new SqliteStorageFactory().open(profile)) {
            storage.commit(List.of(new Write.Document(document, samples.secret())));
            for (int i = 1; i <= BATCHES; i += 100) {
                List<Write> writes = new ArrayList<>();
                for (int k = i; k < i + 100; k++) {
                    writes.add(samples.batch(document, writer, k, 120));
                }
                storage.commit(writes);
            }
        }
        long before = Files.size(file);
        try (Storage storage = new SqliteStorageFactory().open(profile)) {
            storage.commit(List.of(new Write.Snapshot(document, BATCHES, samples.bytes(SNAPSHOT)),
                    new Write.Headers(document, List.of(samples.header(writer, 1024), samples.header(writer, BATCHES)))));
            List<Long> settled = storage.settled(document);
            for (int i = 0; i < BATCHES; i += 256) {
                storage.commit(List.of(new Write.Forget(document, settled.subList(i, Math.min(BATCHES, i + 256)))));
            }
            assertEquals(List.of(), storage.settled(document));
            assertEquals(2, storage.headers(document).size());
        }
        long after = Files.size(file);
        assertTrue(before > 2_000_000, "before: " + before);
        assertTrue(after < SNAPSHOT * 3 / 2 + 40_000, "after: " + after);
    }
}
