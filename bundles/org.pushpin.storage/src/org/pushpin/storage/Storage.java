// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.Fingerprint;

/**
 * What a profile remembers: documents, the signed batches that made them, snapshots, writers, links and small settings.
 *
 * <p>An adapter promises: {@link #commit} is atomic and returns only when everything in it is durable (fsynced);
 * commits take effect in the order of their calls; reads see every commit that has returned; what is read back is
 * what was written, verified by a hash, else it is set aside and reported through {@link #damage()}; a failed commit
 * leaves nothing of itself behind, and after one every later commit fails until the storage is opened again, because
 * after a failed fsync nobody knows what is on the disk: what was to be committed may even turn up, whole, at the next opening.
 * Only where there was no room ({@link NoSpaceException}) later commits are tried, and succeed when there is room again.
 *
 * <p>Any thread may call; commits are serialised inside. Costs: a commit is one fsync however many writes it holds.
 */
public interface Storage extends AutoCloseable {

    /**
     * Makes all of {@code writes} durable, or none; they take effect in their order.
     *
     * @throws NoSpaceException if there is no room; nothing is written, and later commits are not affected
     * @throws StorageException if the disk refuses otherwise; nothing more is saved then until the storage is opened again
     * @throws IllegalArgumentException if a write names a document that no {@link Write.Document} has made known; nothing is
     *         written, and later commits are not affected
     */
    void commit(List<Write> writes) throws StorageException;

    /** Every document of this profile, in the order in which it was first written. */
    List<DocumentId> documents() throws StorageException;

    /** Every document with what is known of it, in the same order, in one pass. The consumer must not ask this storage anything. */
    void eachDocument(Consumer<StoredEntry> consumer) throws StorageException;

    Optional<StoredDocument> document(DocumentId document) throws StorageException;

    /**
     * Batches of a document in arrival order, which is causal, but for those that were {@linkplain Write.Forget forgotten}.
     *
     * @param afterRevision only those with a greater {@link StoredBatch#revision()}; 0 for all
     * @param limitBytes stop after the batch with which the bodies exceed this many bytes; at least one batch is given
     */
    List<StoredBatch> batches(DocumentId document, long afterRevision, long limitBytes) throws StorageException;

    /** The writers of a document as last written, by their ids, with the highest sequence number of each that is stored. */
    List<StoredWriter> writers(DocumentId document) throws StorageException;

    /** The newest snapshot of a document. */
    Optional<StoredSnapshot> snapshot(DocumentId document) throws StorageException;

    /** Through which revision the newest snapshot goes, without reading it; 0 if there is none. */
    long snapshotRevision(DocumentId document) throws StorageException;

    /** The headers that are kept beside the log, in their order. */
    List<StoredHeader> headers(DocumentId document) throws StorageException;

    /** The revisions of all batches in a document's log that are applied or forked, ascending; without reading the batches. */
    List<Long> settled(DocumentId document) throws StorageException;

    /** Targets (document and blob URLs as text, without secrets being removed) that a document links to. */
    Set<String> links(DocumentId source) throws StorageException;

    /**
     * Documents with a link whose target begins with {@code target}, in the order in which they were first written: what links here.
     * Costs what is given, not what is stored.
     *
     * @param limit at most so many
     */
    List<DocumentId> linking(String target, int limit) throws StorageException;

    /** What each peer, by its key, has acknowledged to hold of a document. */
    Map<Bytes, Fingerprint> acknowledged(DocumentId document) throws StorageException;

    /** A small value of this profile by its name; names are lower case with dots, like {@code device.seed}. */
    Optional<Bytes> setting(String name) throws StorageException;

    /** All small values whose names begin with {@code prefix}. */
    Map<String, Bytes> settings(String prefix) throws StorageException;

    /** What was found damaged since opening: one sentence each, for the log and the person. */
    List<String> damage();

    /** Blobs of this profile. */
    BlobStore blobs();

    /**
     * Writes all that is here, blobs included, as it is at one moment, while commits go on. {@link StorageFactory#restore} of the same
     * adapter reads it. It holds the keys of the profile. What is damaged here is not in it. Memory is bounded by a chunk.
     *
     * @param target is neither flushed nor closed
     * @throws IOException if {@code target} fails, or {@code progress} ends it
     */
    void backup(OutputStream target, Transfer progress) throws StorageException, IOException;

    @Override
    void close() throws StorageException;
}
