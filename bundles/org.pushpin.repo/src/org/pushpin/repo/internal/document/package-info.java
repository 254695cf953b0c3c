// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * An open document: how changes become durable, how batches from others are admitted, how it is read back.
 *
 * <p><b>Batches</b> and what proves them are in {@code org.pushpin.repo.internal.batch}.
 *
 * <p><b>Admission</b> (formats §3): R1 (actor, n) needs n − 1, namely {@code prev}, in its causal past, and an operation's counter
 * exceeds those of all that it depends on. The change hash at {@code seqTo} must be {@code head}; the actor must be the writer's.
 * What breaks a rule is refused whole. What only waits for a dependency is stored as waiting, at most 64 MiB a document.
 *
 * <p><b>Clock.</b> One entry for every end of a writer's chain of applied changes; a writer whose chain forked has several. In the
 * storage such a writer has the sequence number 0: who wants to know its ends opens the document. What waits is in no clock.
 *
 * <p><b>Folding</b> (rules R2 and R3). When the log has become long, or somewhat long and nobody writes, a snapshot is stored beside it
 * together with the headers that prove it, in one commit, and then the batches for which they stand are taken out of the log, some in
 * each commit ({@link org.pushpin.repo.internal.document.Folding}). A snapshot in the storage is a
 * {@link org.pushpin.crypto.SnapshotBody} without headers and certificates, which have tables of their own. Whatever of the log is found
 * beside it when the document is read, and is in it, is left over from a process that died, and goes. What waits is in no snapshot and
 * stays in the log. A snapshot from a peer ({@link org.pushpin.repo.internal.document.Adoption}) is a row of the log like any batch, but
 * is folded soon.
 */
package org.pushpin.repo.internal.document;
