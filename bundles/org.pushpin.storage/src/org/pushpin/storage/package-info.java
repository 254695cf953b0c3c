// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The port behind which a profile is kept. Adapters (SQLite, memory, a cluster) are OSGi services of type {@link
 * org.pushpin.storage.StorageFactory}, one in a product.
 *
 * <h2>What an adapter promises</h2>
 * <ol>
 * <li><em>All or nothing.</em> A commit is there whole or not at all, also after a crash or a loss of power in the middle of it.
 * <li><em>Durable.</em> When a commit, or the finishing of a blob, has returned, it survives both; whatever had to be fsynced for that
 *     (content, names, folders) has been. Nothing is sent to a peer before.
 * <li><em>In order.</em> Commits take effect in the order of their calls: what is found after a crash is everything that had returned,
 *     and of the rest what came first. Revisions only grow, and none is given twice.
 * <li><em>Visible.</em> A read sees every commit that has returned, on any thread.
 * <li><em>As written.</em> What is read was written, or is left out and reported by {@link org.pushpin.storage.Storage#damage()}; that
 *     something is missing is reported, too. Damage to one document costs no other one.
 * <li><em>Failing well.</em> Where there is no room, the commit's {@link org.pushpin.storage.NoSpaceException} says that nothing of it is
 *     there, reads go on, and so do later commits. After any other failure all commits fail until the storage is opened again.
 * <li><em>Bounded.</em> Memory does not grow with blobs, nor files and threads with documents.
 * <li><em>Giving back.</em> What {@link org.pushpin.storage.BlobStore#remove} has removed stays removed and its room is free; what somebody
 *     imports or downloads at the same time is not lost; a crash in the middle leaves a blob whole, or nothing that can be read.
 * <li><em>Backups.</em> One stream, as of one moment, under load; what is restored is whole or is not there, whatever the stream holds.
 * </ol>
 *
 * <h2>How it is shown</h2>
 * Extend {@code StorageConformance}, {@code BackupConformance}, {@code BlobConformance} and {@code BlobRemovalConformance} of {@code
 * tests/org.pushpin.testkit} with the adapter's factory: they ask for everything above that can be asked for in one process. Crashes, loss of power and full disks are tried by {@code
 * tests/org.pushpin.durability}, which drives any factory through the port.
 */
package org.pushpin.storage;
