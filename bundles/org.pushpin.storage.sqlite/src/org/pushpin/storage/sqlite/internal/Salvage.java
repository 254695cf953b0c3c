// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.pushpin.crypto.Bytes;
import org.pushpin.storage.StorageException;

/**
 * Makes a new database of what can be read of one whose pages are damaged, so that a page costs what is on it and not the profile. Each
 * table is read from its beginning and, where a page cannot be read, from its end; what is damaged inside a row is found by the row's
 * hash whenever it is read, as always. The new database then gets the name in one step; the damaged one stays as {@code
 * profile.db.damaged}. A crash, or a full disk, leaves the damaged one, and the next opening begins anew.
 *
 * <p>That it happened is written in it, and reported at every opening until something else is: who goes on writing must have been told.
 */
final class Salvage {

    static final String SENTENCE = "The profile's database was damaged: parts of its file are lost or mixed up. What could be read is here;"
            + " the damaged file was kept as " + Database.FILE + ".damaged.";

    private static final String DRAFT = Database.FILE + ".salvaging";
    private static final String KEPT = Database.FILE + ".damaged";
    private static final String MARK = "storage.salvaged";

    /** How the rows of tables are ordered that have no row ids. */
    private static final Map<String, List<String>> KEYS = Map.of("meta", List.of("name"),
            "header", List.of("doc", "writer", "auth", "seq"), "auth", List.of("doc", "kind", "sum"), "ack", List.of("doc", "peer"),
            "link", List.of("src", "dst"));

    private final Path file;
    private final Path draft;

    private Salvage(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(DRAFT);
    }

    /** @param file a database that nobody has open @throws StorageException if nothing can be made of it; it is left as it is */
    static void run(Path file) throws StorageException {
        var salvage = new Salvage(file);
        try {
            salvage.run();
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        } catch (IOException failure) {
            throw new StorageException("The profile's database is damaged, and could not be mended: "
                    + Failures.explain(failure, file).getMessage(), failure);
        }
    }

    /** Whether the database is one that was made here, and nothing has been written to it since. */
    static boolean isMarked(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM meta WHERE name = ?", MARK) > 0;
    }

    /** In a transaction that writes something else. */
    static void unmark(Session session) throws SQLException {
        session.update("DELETE FROM meta WHERE name = ?", MARK);
    }

    private void run() throws SQLException, StorageException, IOException {
        boolean done = false;
        try {
            remove();
            standAlone();
            OwnerOnly.createFile(draft);
            try (Session damaged = Database.at(file).reader(); Session session = Database.at(draft).session()) {
                Schema.create(session);
                fill(session, damaged);
            }
            Durable.sync(draft);
            Durable.keep(file, file.resolveSibling(KEPT));
            Durable.publish(draft, file);
            done = true;
        } finally {
            if (!done) {
                remove();
            }
        }
    }

    /** A draft that this attempt, or a crash, has left. */
    private void remove() throws IOException {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(draft.resolveSibling(DRAFT + "-journal"));
    }

    /** The damaged database gets all that its journal has, which must not be played into the new one. */
    private void standAlone() throws SQLException, StorageException {
        try (Session session = Database.at(file).session()) {
            if (!session.all("PRAGMA journal_mode = DELETE", row -> row.getString(1)).equals(List.of("delete"))) {
                throw new StorageException("The profile's database is damaged, and its journal cannot be played into it.");
            }
        }
    }

    /** By connections of their own: what is damaged in one would end the transaction in the other. */
    private static void fill(Session session, Session damaged) throws SQLException, StorageException {
        session.run("BEGIN IMMEDIATE");
        for (String table : session.all("SELECT name FROM sqlite_schema WHERE type = 'table'", row -> row.getString("name"))) {
            copy(damaged, session, table);
        }
        findDocuments(damaged, session);
        Bytes value = Bytes.utf8(SENTENCE);
        session.update("INSERT OR REPLACE INTO meta(name, sum, value) VALUES (?, ?, ?)", MARK, RowSum.of("meta", MARK, value), value);
        session.run("COMMIT");
        if (!Check.isWhole(session)) {
            throw new StorageException("The profile's database is damaged: parts of its file are lost or mixed up.");
        }
    }

    /** What lies between the first page that cannot be read and the last one is lost. */
    private static void copy(Session damaged, Session session, String table) throws SQLException {
        List<String> keys = KEYS.getOrDefault(table, List.of("rowid"));
        if (!copy(damaged, session, table, String.join(", ", keys))) {
            copy(damaged, session, table, keys.stream().map(key -> key + " DESC").collect(Collectors.joining(", ")));
        }
    }

    private static boolean copy(Session damaged, Session session, String table, String order) throws SQLException {
        try {
            damaged.each("SELECT * FROM " + table + " NOT INDEXED ORDER BY " + order, row -> insert(session, table, row));
            return true;
        } catch (SQLException failure) {
            if (!Failures.isDamage(failure)) {
                throw failure;
            }
            return false;
        }
    }

    /** The index of documents has what ties them to their rows elsewhere; what else is in theirs is made anew. */
    private static void findDocuments(Session damaged, Session session) throws SQLException {
        String documents = "SELECT id, docid FROM doc INDEXED BY sqlite_autoindex_doc_1 ORDER BY docid";
        for (String order : List.of("", " DESC")) {
            try {
                damaged.each(documents + order, row -> session.update("INSERT OR IGNORE INTO doc(id, docid, rev, sum)"
                        + " VALUES (?, ?, 0, x'')", row.getLong("id"), Session.bytes(row, "docid")) >= 0);
            } catch (SQLException failure) {
                if (!Failures.isDamage(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean insert(Session session, String table, ResultSet row) throws SQLException {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1);
        }
        String places = String.join(", ", Collections.nCopies(values.length, "?"));
        session.update("INSERT OR IGNORE INTO " + table + " VALUES (" + places + ")", values);
        return true;
    }
}
