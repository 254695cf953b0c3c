// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.pushpin.storage.StorageException;

/** The tables; their meaning is in the package's description. */
final class Schema {

    /** "PPin", by which {@code file} and we tell a profile from any other SQLite database. */
    static final int APPLICATION = 0x5050696e;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE meta(name TEXT PRIMARY KEY, sum BLOB NOT NULL, value BLOB NOT NULL) WITHOUT ROWID",
            "CREATE TABLE doc(id INTEGER PRIMARY KEY, docid BLOB NOT NULL UNIQUE, fingerprint BLOB, rev INTEGER NOT NULL,"
                    + " sum BLOB NOT NULL)",
            "CREATE TABLE secret(doc INTEGER PRIMARY KEY, sum BLOB NOT NULL, bytes BLOB NOT NULL)",
            "CREATE TABLE writer(id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, pub BLOB NOT NULL, cert BLOB, seq INTEGER NOT NULL,"
                    + " head BLOB, sum BLOB NOT NULL, UNIQUE(doc, pub))",
            "CREATE TABLE header(doc INTEGER, writer INTEGER, auth BLOB, seq INTEGER, sum BLOB NOT NULL, bytes BLOB NOT NULL,"
                    + " PRIMARY KEY(doc, writer, auth, seq)) WITHOUT ROWID",
            "CREATE TABLE log(rev INTEGER PRIMARY KEY, doc INTEGER NOT NULL, writer INTEGER NOT NULL, seq0 INTEGER NOT NULL,"
                    + " seq1 INTEGER NOT NULL, state INTEGER NOT NULL, sum BLOB NOT NULL, header BLOB NOT NULL, body BLOB NOT NULL)",
            "CREATE INDEX log_doc ON log(doc)",
            "CREATE INDEX log_writer ON log(writer, seq1)",
            "CREATE TABLE chunk(doc INTEGER, kind INTEGER, seq INTEGER, sum BLOB NOT NULL, body BLOB NOT NULL,"
                    + " PRIMARY KEY(doc, kind, seq))",
            "CREATE TABLE auth(doc INTEGER, kind INTEGER, sum BLOB NOT NULL, bytes BLOB NOT NULL,"
                    + " PRIMARY KEY(doc, kind, sum)) WITHOUT ROWID",
            "CREATE TABLE peer(id INTEGER PRIMARY KEY, pub BLOB NOT NULL UNIQUE)",
            "CREATE TABLE ack(doc INTEGER, peer INTEGER, fingerprint BLOB NOT NULL, sum BLOB NOT NULL,"
                    + " PRIMARY KEY(doc, peer)) WITHOUT ROWID",
            "CREATE TABLE link(src INTEGER, dst TEXT, sum BLOB NOT NULL, PRIMARY KEY(src, dst)) WITHOUT ROWID",
            "CREATE TABLE blob(id BLOB PRIMARY KEY, manifest BLOB NOT NULL)");

    /** What came with each version after the first. */
    private static final List<List<String>> LATER = List.of(List.of("CREATE INDEX link_dst ON link(dst)"));

    /** The version that this program writes, and the newest that it reads: one more than there are additions. */
    static final int VERSION = 2;

    private Schema() {}

    /** Pages that come free can be given back to the file system a few at a time: that must be said before there is anything. */
    static void create(Session session) throws SQLException {
        session.run("PRAGMA auto_vacuum = INCREMENTAL");
        session.run("BEGIN IMMEDIATE");
        for (String table : tables(VERSION)) {
            session.run(table);
        }
        session.run("PRAGMA application_id = " + APPLICATION);
        session.run("PRAGMA user_version = " + VERSION);
        session.run("COMMIT");
    }

    private static List<String> tables(long version) {
        List<String> tables = new ArrayList<>(TABLES);
        LATER.subList(0, (int) version - 1).forEach(tables::addAll);
        return tables;
    }

    /**
     * Refuses, before anything is written, what this program must not touch.
     *
     * @return the version, which may be an older one
     */
    static long check(Session session) throws SQLException, StorageException {
        if (session.number("PRAGMA application_id") != APPLICATION) {
            throw new StorageException("The profile's database is damaged or was not written by PushPin.");
        }
        long version = session.number("PRAGMA user_version");
        if (version > VERSION) {
            throw new StorageException("This profile was written by a newer version of PushPin (its data have version " + version
                    + ", this program reads up to " + VERSION + "): a newer version is needed to open it.");
        }
        List<String> found = session.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ", row -> row.getString(1));
        if (version < 1 || found.size() != tables(version).size() || !Set.copyOf(found).equals(Set.copyOf(tables(version)))) {
            throw new StorageException("The profile's database is damaged: its tables are not those of version " + version + ".");
        }
        return version;
    }
}
