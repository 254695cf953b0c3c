// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.blob;

import java.util.Collection;
import java.util.Set;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.storage.StorageException;

/** What documents link to, as one needs to know it who removes what they do not link to. Any thread; waits for the disk. */
public interface Links {

    /**
     * Whether the links that are stored are those of the documents as they are now, those that are not open included: nothing is on its
     * way to the disk, and everything was crawled.
     */
    boolean areSettled() throws StorageException;

    /** Moves on with whatever is stored of any document. */
    long moment();

    /** Every document of the profile. */
    Collection<DocumentId> documents();

    /** All blobs to which a document links, however many. */
    Set<BlobId> blobs(DocumentId document) throws StorageException;

    /** Whether any document links to a blob. */
    boolean isLinked(BlobId blob) throws StorageException;
}
