// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A profile as one SQLite database, {@code profile.db} (WAL, synchronous FULL), and a folder of blobs.
 *
 * <h2>Tables, version 2</h2>
 * {@code user_version} is the version, {@code application_id} is "PPin". Version 1 lacked what is marked so below, in a file that never
 * gave pages back ({@code auto_vacuum} was off); {@link org.pushpin.storage.sqlite.internal.Migration} makes of it the present one.
 * A column {@code sum} is the row's {@link
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
 * <h2>Files beside the database</h2>
 * <pre>
 * profile.db-wal, -shm       SQLite's journal and its index; the journal is emptied 2 s after the last commit, and above 16 MiB
 * profile.db-kept            how much of the journal had been fsynced: "PPw1", the journal's two salts as they stand in it (8), number
 *                            of frames u32, CRC-32 of these (4); big-endian; written in place without an fsync
 * profile.db-wal.damaged     a copy of a journal that did not hold what it must
 * profile.db.v1              the database as it was before it was brought to the present version
 * profile.db.damaged         the database as it was before what could be read of it was saved; the new one has the setting
 *                            storage.salvaged until something is written to it
 * profile.db.doubtful        empty; the database is to be checked before it is opened, however large
 * profile.db.new, .migrating, .salvaging, .restoring, .backup
 *                            on their way to be the database, or into a backup; removed or begun anew by the next opening
 * </pre>
 *
 * <h2>Blobs</h2>
 * <pre>
 * blobs/ab/cdef…   a blob's content as it is, named by its id in hex; visible once its row is in the table blob. A removed one loses
 *                  first its row, then its file; a crash between leaves a file without a row, which the next collection removes
 * blobs/import/    imports that are not finished; emptied when the profile is opened
 * blobs/partial/   downloads that are not finished, and blobs in which a chunk did not match its hash, named by id; verified chunk by
 *                  chunk when gone on with
 * </pre>
 */
package org.pushpin.storage.sqlite.internal;
