// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A profile as one SQLite database, {@code profile.db} (WAL, synchronous FULL), and a folder of blobs.
 *
 * <h2>Tables, version 2</h2>
 * {@code user_version} is the version, {@code application_id} is "PPin". A column {@code sum} is the row's {@link
 * org.pushpin.storage.sqlite.internal.RowSum} over the fields named in parentheses.
 * <pre>
 * meta    name, sum (name, value), value                        small values of the profile
 * doc     id, docid, fingerprint, rev, sum (docid, fingerprint, rev)
 *                                                               rev: the log's end when the fingerprint was written, or when
 *                                                               batches were forgotten; no rev is given twice
 * secret  doc, sum (docid, bytes), bytes                        the document's secret
 * writer  id, doc, pub, cert, seq, head, sum (docid, pub, cert, seq, head)
 *                                                               head NULL: known from the log only
 * header  doc, writer, auth, seq, sum (docid, pub, auth, seq, bytes), bytes
 *                                                               headers kept when the log below a snapshot is folded: 292 bytes
 *                                                               each, several in a row where the writer forked there
 * log     rev, doc, writer, seq0, seq1, state, sum (docid, pub, rev, seq0, seq1, state, header, body), header, body
 *                                                               rev only grows; state 0 applied 1 waiting 2 forked 3 quarantined
 *                                                               9 damaged, set aside; sum is empty
 * chunk   doc, kind, seq, sum (docid, kind, seq, body), body    kind 3: snapshot through revision seq
 * auth    doc, kind, sum (docid, kind, bytes), bytes            kind 0: Genesis
 * peer    id, pub
 * ack     doc, peer, fingerprint, sum (docid, pub, fingerprint)
 * link    src, dst, sum (docid, dst)                           indexed by dst since version 2
 * blob    id, manifest                                          the id is a hash of the manifest
 * </pre>
 *
 * <h2>Blobs</h2>
 * <pre>
 * blobs/ab/cdef…   a blob's content as it is, named by its id in hex; visible once its row is in the table blob
 * blobs/import/    imports that are not finished; emptied when the profile is opened
 * blobs/partial/   downloads that are not finished, named by id; verified chunk by chunk when gone on with
 * blobs/damaged/   what did not match its hashes
 * </pre>
 */
package org.pushpin.storage.sqlite.internal;
