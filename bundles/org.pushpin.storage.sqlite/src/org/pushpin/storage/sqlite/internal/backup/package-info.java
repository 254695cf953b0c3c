// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A profile as one stream of bytes: the database, then the files. All integers are big-endian.
 *
 * <pre>
 * "PPbackup" u16 version (1)
 * then records, each u8 kind, u32 length, payload:
 *   1  at most 256 KiB of the database, a SQLite file of the schema that its user_version says; they follow one another
 *   2  a file begins: its id (32); the database has its manifest
 *   3  a chunk of it: u32 index, then 1 to 256 KiB. Ascending; a chunk that is damaged where the backup was taken is not there
 *   4  the end: SHA-256 of all bytes before this record (32). Nothing follows
 * </pre>
 *
 * The hash tells damage and cut-off copies, not forgery: a backup is as secret as the profile, whose keys it holds.
 */
package org.pushpin.storage.sqlite.internal.backup;
