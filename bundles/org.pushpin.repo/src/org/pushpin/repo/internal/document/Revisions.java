// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.Write;

/** Where in the storage's order the batches are that wait. Looks only when asked. Confined to the document's lane. */
final class Revisions {

    private static final long PAGE_BYTES = 4L << 20;

    private final DocumentId document;
    private final Map<Bytes, Long> waiting = new HashMap<>();
    private long last;

    Revisions(DocumentId document) {
        this.document = document;
    }

    /** Takes note of a row that was read. */
    void note(StoredBatch row) {
        last = Math.max(last, row.revision());
        if (row.state() == Write.State.WAITING) {
            waiting.put(row.header(), row.revision());
        }
    }

    /** The revision of a waiting batch; forgets it. */
    OptionalLong take(Storage storage, Bytes header) throws StorageException {
        if (!waiting.containsKey(header)) {
            scan(storage);
        }
        Long revision = waiting.remove(header);
        return revision == null ? OptionalLong.empty() : OptionalLong.of(revision);
    }

    private void scan(Storage storage) throws StorageException {
        for (List<StoredBatch> page = page(storage); !page.isEmpty(); page = page(storage)) {
            page.forEach(this::note);
        }
    }

    private List<StoredBatch> page(Storage storage) throws StorageException {
        return storage.batches(document, last, PAGE_BYTES);
    }
}
