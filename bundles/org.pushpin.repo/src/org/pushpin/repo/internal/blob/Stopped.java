// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.internal.document.Services;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/** The blobs that a person does not want to be fetched for now; remembered. Any thread. */
final class Stopped {

    static final String SETTING = "blobs.stopped";

    /** On which nobody waits for it. */
    private static final String LANE = "links";

    private final Services services;
    private final Set<BlobId> blobs = ConcurrentHashMap.newKeySet();

    Stopped(Services services) throws StorageException {
        this.services = services;
        Optional<Bytes> stored = services.commits().storage().setting(SETTING);
        for (int at = 0; at + BlobId.LENGTH <= stored.map(Bytes::length).orElse(0); at += BlobId.LENGTH) {
            blobs.add(new BlobId(stored.get().slice(at, at + BlobId.LENGTH)));
        }
    }

    boolean contains(BlobId blob) {
        return blobs.contains(blob);
    }

    /** @return whether that is news */
    boolean add(BlobId blob) {
        boolean news = blobs.add(blob);
        if (news) {
            remember();
        }
        return news;
    }

    void remove(BlobId blob) {
        if (blobs.remove(blob)) {
            remember();
        }
    }

    private synchronized void remember() {
        List<Bytes> ids = new TreeSet<>(blobs).stream().map(BlobId::hash).toList();
        services.commits().submit(List.of(new Write.Setting(SETTING, Bytes.concat(ids.toArray(Bytes[]::new)))), LANE, failure -> { });
    }
}
