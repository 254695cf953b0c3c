// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Sessions with peers and the replication of documents and blobs, as plain code: no threads, no sockets, no clock of
 * its own. Everything runs on one lane of the {@link org.pushpin.repo.Scheduler}; documents are reached through
 * {@link org.pushpin.repo.internal.replication.Replica}, peers through {@link org.pushpin.network.Connection}.
 *
 * <h2>A session (design, formats §5)</h2>
 * The initiator says Hello with padded tags, the responder answers Matches; both show their device key, the initiator
 * first; both send all their tags. Then the initiator compares the digest of what both know, and opens a channel for
 * each document that differs. A document counts as shared only when the peer's tag proved that it knows the secret.
 *
 * <h2>A document</h2>
 * Each side asks (Sync) with its clock and is sent what it lacks, in the arrival order of the other side, and from then
 * on whatever is new there. Have says how far the sender is, both as an acknowledgement and as the end of a round.
 * Whoever lacks something after the end of a round asks again, with growing pauses, and in the end for everything.
 * Nothing of this is remembered beyond the session, so no loss or restart can wedge it.
 */
package org.pushpin.repo.internal.replication;
