// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

import org.pushpin.storage.StorageException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/** The database file of a profile: how it comes to be, is checked, and is connected to. */
final class Database {

    /** Below this the whole file is checked whenever it is opened: some 30 ms for all of it. */
    private static final long CHECKED_AT_OPEN = 16L << 20;

    /** A commit writes whole pages, so small ones: a keystroke's commit costs 5 KB of WAL, and 14 KB with pages of 4096. */
    private static final int PAGE = 1024;

    private static final int CHECKPOINT_PAGES = 4_000;
    static final int BUSY_MILLIS = 5_000;
    static final String FILE = "profile.db";
    private static final String NATIVE = "org.sqlite.tmpdir";

    private final Path file;
    private final SynchronousMode synchronous;

    private Database(Path file, SynchronousMode synchronous) {
        this.file = file;
        this.synchronous = synchronous;
    }

    /**
     * Finds or creates the database. A new one gets its tables under another name and is renamed then, so an empty or headless file
     * of the real name is damage, never a profile that has just begun.
     *
     * @param synchronous FULL, but for tests that have to lose something
     */
    static Database in(Path profile, SynchronousMode synchronous) throws StorageException {
        Path file = profile.resolve(FILE);
        try {
            useNativeLibraryFolder(profile);
            if (Files.notExists(file)) {
                refuseOrphanedJournal(file);
                create(file);
            }
            OwnerOnly.restrict(file);
            Files.deleteIfExists(file.resolveSibling(BackupSource.COPY));
            return new Database(file, synchronous);
        } catch (IOException failure) {
            throw new StorageException("The profile's folder cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** A database that is no profile's, or not yet. */
    static Database at(Path file) {
        return new Database(file, SynchronousMode.FULL);
    }

    /** SQLite would play the journal of a lost database into the new one. */
    private static void refuseOrphanedJournal(Path file) throws StorageException {
        Path journal = file.resolveSibling(FILE + "-wal");
        if (Files.exists(journal)) {
            throw new StorageException("The profile's database " + FILE + " is lost, but its journal " + journal.getFileName()
                    + " is there: bring the database back, or move the journal away to begin anew.");
        }
    }

    /** SQLite's library is unpacked where programs may run, which is not everywhere so for temporary files; crashes leave copies. */
    static void useNativeLibraryFolder(Path profile) throws IOException {
        if (System.getProperty(NATIVE) != null) {
            return;
        }
        Path folder = profile.resolve("native");
        OwnerOnly.createFolder(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path copy : left) {
                Files.deleteIfExists(copy);
            }
        }
        System.setProperty(NATIVE, folder.toAbsolutePath().toString());
    }

    private static void create(Path file) throws StorageException, IOException {
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        OwnerOnly.createFile(draft);
        try (Session session = at(draft).connect(JournalMode.DELETE)) {
            Schema.create(session);
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        }
        Durable.sync(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Durable.syncFolder(file.toAbsolutePath().getParent());
    }

    /** Opens the one connection that writes, after checking that the file is whole. */
    Session writer() throws SQLException, StorageException {
        refuseEmpty();
        Session session = connect(null);
        try {
            Schema.check(session);
            session.run("PRAGMA journal_mode = WAL");
            session.run("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            return session;
        } catch (SQLException | StorageException failure) {
            session.close();
            throw failure;
        }
    }

    private void refuseEmpty() throws StorageException {
        if (size() == 0) {
            throw new StorageException("The profile's database is damaged: the file is empty.");
        }
    }

    /** Opens a connection that may do anything. */
    Session session() throws SQLException {
        return connect(null);
    }

    /** Opens a connection that only reads. */
    Session reader() throws SQLException {
        Session session = connect(null);
        session.run("PRAGMA query_only = ON");
        return session;
    }

    Path file() {
        return file;
    }

    Path journal() {
        return file.resolveSibling(FILE + "-wal");
    }

    boolean smallEnoughToCheck() {
        return size() <= CHECKED_AT_OPEN;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException absent) {
            return 0;
        }
    }

    private Session connect(JournalMode mode) throws SQLException {
        var config = new SQLiteConfig();
        config.setSynchronous(synchronous);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(TempStore.MEMORY);
        config.setPageSize(PAGE);
        if (mode != null) {
            config.setJournalMode(mode);
        }
        config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return new Session(source.getConnection());
    }
}
