// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The index of a profile as one SQLite database, {@code search.db} (WAL, synchronous NORMAL): after a loss of power the last writes
 * may be missing, which their fingerprints show.
 *
 * <h2>Tables, version 1</h2>
 * {@code user_version} is the version, {@code application_id} is "PPsr". A file of any other version is thrown away.
 * <pre>
 * doc     id, docid, fingerprint        fingerprint NULL: not indexed, or to be indexed again
 * link    src, dst, type                src links to dst as to a document of this type
 * entry   id, doc, type, maker, title, created, changed      times in seconds since 1970
 * author  entry, device
 * body    entry, names, text            what is indexed, for snippets
 * words   title, names, text            FTS5 without content, by entry.id: the forms of the words
 * </pre>
 * The forms come from {@link org.pushpin.search.Words}, so the tokenizer only parts them at spaces ({@code ascii} takes all
 * else that is in them for letters). Beginnings of one and two characters have an index of their own.
 */
package org.pushpin.search.sqlite.internal;
