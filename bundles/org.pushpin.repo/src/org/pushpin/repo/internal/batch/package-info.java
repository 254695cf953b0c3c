// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Signed batches: made, read and proved, as values, without a store, a lane or a peer.
 *
 * <p><b>Batches</b> (formats §3). {@link org.pushpin.crypto.BatchHeader}, {@link org.pushpin.crypto.BatchBody} and
 * {@link org.pushpin.crypto.SnapshotBody} have the byte tables. What is decided here:
 * <ul>
 * <li>{@code prev} is the writer's own change hash at {@code seqFrom − 1}, zero at the beginning: a commitment that does not
 * depend on how changes were cut into batches. {@code auth} is {@link org.pushpin.crypto.Genesis#hash()}.</li>
 * <li>A body of kind 1 or 2 holds the writer's certificate if and only if {@code seqFrom} is 1; it must, then.</li>
 * <li>A change that does not fit into a batch is carried in parts ({@link org.pushpin.crypto.BatchPart}), up to 16 MiB as it is
 * stored (deflated); a larger one is refused when it is made.</li>
 * <li>A batch of kind 2 is a batch of kind 1 in all but its number: the same changes, cut anew by the one who signed them.</li>
 * <li>A batch of kind 3 has the range 0 to 0: it says what others signed, and nothing of its signer but for whom he vouches.</li>
 * </ul>
 *
 * <p><b>Retention</b> (rule R2). A header at n vouches for its writer's changes 1 to n, because an Automerge hash commits to all that
 * a change builds on. So of a writer's headers the newest is kept, for every branch where the writer forked, and one for about every
 * 1,024 changes or 256 KiB on the way ({@link org.pushpin.repo.internal.batch.Waypoints}), which is where a revocation can cut and
 * a damaged tail be dropped.
 *
 * <p><b>Snapshots</b> (rule R3). See {@link org.pushpin.repo.internal.batch.Vouching}: every change that is not here already must be
 * one of a writer whose signed header is at hand, or of an actor that is no writer's and for whom the signer vouches.
 */
package org.pushpin.repo.internal.batch;
