// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;

/** What survives the crash of a {@link ModelReplica}. */
final class ModelDisk {
    /** A document: its secret, its Genesis once it is here, its batches in arrival order. */
    static final class Stored {
        final DocumentSecret secret;
        Bytes genesis;
        final List<ModelChange> changes = new ArrayList<>();

        Stored(DocumentSecret secret) {
            this.secret = secret;
        }
    }

    final Map<DocumentId, Stored> documents = new LinkedHashMap<>();
    final Map<BlobId, List<Bytes>> blobs = new LinkedHashMap<>();
    final Map<BlobId, TreeMap<Integer, Bytes>> partial = new LinkedHashMap<>();

    /** A backup. */
    ModelDisk copy() {
        ModelDisk copy = new ModelDisk();
        documents.forEach((id, stored) -> {
            Stored same = new Stored(stored.secret);
            same.genesis = stored.genesis;
            same.changes.addAll(stored.changes);
            copy.documents.put(id, same);
        });
        copy.blobs.putAll(blobs);
        partial.forEach((blob, chunks) -> copy.partial.put(blob, new TreeMap<>(chunks)));
        return copy;
    }
}
