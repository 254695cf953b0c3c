// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.search.SearchException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/** The database file of an index: how it comes to be, is checked, connected to and thrown away. */
final class IndexFile {

    /** The version that this program writes, and the only one that it reads. */
    static final int VERSION = 1;

    /** "PPsr". */
    static final int APPLICATION = 0x50507372;

    /** Below this the whole file is checked whenever it is opened, in a few milliseconds; a larger one by {@link SqliteIndex#check}. */
    private static final long CHECKED_AT_OPEN = 1L << 20;

    private static final String FILE = "search.db";
    private static final int BUSY_MILLIS = 5_000;
    private static final long JOURNAL_BYTES = 8L << 20;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE doc(id INTEGER PRIMARY KEY, docid BLOB NOT NULL UNIQUE, fingerprint BLOB)",
            "CREATE TABLE link(src INTEGER, dst INTEGER, type TEXT, PRIMARY KEY(src, dst, type)) WITHOUT ROWID",
            "CREATE INDEX link_dst ON link(dst, type)",
            "CREATE TABLE entry(id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, type TEXT NOT NULL, maker TEXT NOT NULL,"
                    + " title TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, UNIQUE(doc, type))",
            "CREATE INDEX entry_changed ON entry(changed)",
            "CREATE INDEX entry_maker ON entry(type, maker)",
            "CREATE TABLE author(entry INTEGER, device BLOB, PRIMARY KEY(entry, device)) WITHOUT ROWID",
            "CREATE TABLE body(entry INTEGER PRIMARY KEY, names TEXT NOT NULL, text TEXT NOT NULL)",
            "CREATE VIRTUAL TABLE words USING fts5(title, names, text, content='', contentless_delete=1, tokenize='ascii', prefix='1 2')");

    private final Path file;

    IndexFile(Path profile) {
        this.file = profile.resolve(FILE);
    }

    /** Opens the one connection that writes. @throws SearchException damage, if the file is not what this version writes */
    Session writer() throws SearchException {
        try {
            boolean fresh = createIfAbsent();
            Session session = connect();
            try {
                if (fresh) {
                    create(session);
                } else {
                    check(session);
                }
                return session;
            } catch (SQLException | SearchException failure) {
                session.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        } catch (IOException failure) {
            throw new SearchException("The search index cannot be made: " + failure.getMessage(), false, failure);
        }
    }

    /** A new file is for its owner only: it holds what a person wrote. */
    private boolean createIfAbsent() throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        deleteJournal();
        Files.createFile(file, owner);
        return true;
    }

    private static void create(Session session) throws SQLException {
        session.run("BEGIN IMMEDIATE");
        for (String table : TABLES) {
            session.run(table);
        }
        session.run("INSERT INTO words(words, rank) VALUES('rank', 'bm25(10.0, 4.0, 1.0)')");
        session.run("PRAGMA application_id = " + APPLICATION);
        session.run("PRAGMA user_version = " + VERSION);
        session.run("COMMIT");
    }

    private void check(Session session) throws SQLException, SearchException {
        boolean ours = session.number("PRAGMA application_id") == APPLICATION && session.number("PRAGMA user_version") == VERSION;
        Set<String> missing = new HashSet<>(TABLES);
        session.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", row -> row.getString(1)).forEach(missing::remove);
        if (!ours || !missing.isEmpty() || size() <= CHECKED_AT_OPEN && !isWhole(session)) {
            throw Failures.damage(null);
        }
    }

    /** Reads all of it. */
    static boolean isWhole(Session session) throws SQLException {
        session.run("INSERT INTO words(words) VALUES('integrity-check')");
        return session.all("PRAGMA quick_check(1)", row -> row.getString(1)).equals(List.of("ok"));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException absent) {
            return 0;
        }
    }

    /** Opens one more connection. */
    Session connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Long.toString(JOURNAL_BYTES));
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return new Session(source.getConnection());
    }

    void delete() throws SearchException {
        try {
            Files.deleteIfExists(file);
            deleteJournal();
        } catch (IOException failure) {
            throw new SearchException("The search index cannot be thrown away: " + failure.getMessage(), false, failure);
        }
    }

    private void deleteJournal() throws IOException {
        Files.deleteIfExists(file.resolveSibling(FILE + "-wal"));
        Files.deleteIfExists(file.resolveSibling(FILE + "-shm"));
    }
}
