// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;

/**
 * Everything that a storage gives.
 *
 * @param items one for each thing, with what it belongs to
 * @param unreadable documents that it refuses to read, for which it says that they are damaged
 */
record Contents(Set<Object> items, Set<DocumentId> unreadable) {

    static Contents of(Storage storage) throws StorageException {
        Set<Object> items = new HashSet<>();
        Set<DocumentId> unreadable = new HashSet<>();
        for (DocumentId document : storage.documents()) {
            try {
                addDocument(items, storage, document);
            } catch (StorageException damaged) {
                assertTrue(damaged.getMessage().contains("damaged"), damaged.getMessage());
                unreadable.add(document);
            }
        }
        for (String name : List.of("name.0", "name.1", "name.2", "name.3", StorageLoad.COUNT)) {
            storage.setting(name).ifPresent(value -> items.add(List.of(name, value)));
        }
        try {
            addFiles(items, storage);
        } catch (IOException failure) {
            throw new StorageException(failure.getMessage(), failure);
        }
        return new Contents(items, unreadable);
    }

    private static void addDocument(Set<Object> items, Storage storage, DocumentId document) throws StorageException {
        storage.document(document).ifPresent(it -> {
            items.add(it.id());
            items.add(List.of(document, it.secret()));
            it.genesis().ifPresent(genesis -> items.add(List.of(document, "genesis", genesis)));
            it.fingerprint().ifPresent(fingerprint -> items.add(List.of(document, fingerprint)));
        });
        storage.batches(document, 0, Long.MAX_VALUE).forEach(it -> items.add(List.of(document, it)));
        storage.headers(document).forEach(it -> items.add(List.of(document, it)));
        storage.writers(document).forEach(it -> items.add(List.of(document, it)));
        storage.snapshot(document).ifPresent(it -> items.add(List.of(document, it)));
        storage.links(document).forEach(it -> items.add(List.of(document, "link", it)));
        storage.acknowledged(document).forEach((peer, fingerprint) -> items.add(List.of(document, peer, fingerprint)));
    }

    /** A file that cannot be read is reported by the storage. */
    private static void addFiles(Set<Object> items, Storage storage) throws IOException {
        for (BlobId blob : new ArrayList<>(storage.blobs().list())) {
            BlobManifest manifest = storage.blobs().manifest(blob).orElse(null);
            if (manifest == null) {
                continue;
            }
            ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(manifest.length()));
            try {
                storage.blobs().read(blob, 0, content);
            } catch (IOException damaged) {
                continue;
            }
            items.add(List.of(blob, Bytes.copy(content.flip())));
        }
    }
}
