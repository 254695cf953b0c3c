// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * An open document: how changes become durable, how batches from others are admitted, how it is read back.
 *
 * <p><b>Batches.</b> {@link org.pushpin.crypto.BatchHeader} and {@link org.pushpin.crypto.BatchBody} have the byte tables. What is
 * decided here:
 * <ul>
 * <li>{@code prev} is the writer's own change hash at {@code seqFrom − 1}, zero at the beginning: a commitment that does not
 * depend on how changes were cut into batches. {@code auth} is {@link org.pushpin.crypto.Genesis#hash()}.</li>
 * <li>A body holds the writer's certificate if and only if {@code seqFrom} is 1; it must, then.</li>
 * <li>A change that does not fit into a batch is carried in parts ({@link org.pushpin.crypto.BatchPart}), up to 16 MiB as it is
 * stored (deflated); a larger one is refused when it is made.</li>
 * </ul>
 *
 * <p><b>Admission</b> (formats §3): R1 (actor, n) needs n − 1, namely {@code prev}, in its causal past, and an operation's counter
 * exceeds those of all that it depends on. The change hash at {@code seqTo} must be {@code head}; the actor must be the writer's.
 * What breaks a rule is refused whole. What only waits for a dependency is stored as waiting, at most 64 MiB a document.
 *
 * <p><b>Clock.</b> One entry for every end of a writer's chain of applied changes; a writer whose chain forked has several. In the
 * storage such a writer has the sequence number 0: who wants to know its ends opens the document. What waits is in no clock.
 *
 * <p><b>Snapshot</b>, as it is kept in the storage (rule R3):
 * <pre>
 * offset  bytes    field
 * 0       4        "PPS1"
 * 4       2        number n of headers, u16
 * 6       292 × n  batch headers: for every end of a writer's chain, the one whose head it is
 * …       rest     an Automerge document chunk
 * </pre>
 * It is believed if every header is signed and its head is in the document, and every head of the document is the head of a header.
 */
package org.pushpin.repo.internal.document;
