// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.pushpin.storage.StorageException;

/**
 * Brings a database of an older version to the present one: a new file is made beside it, filled from it, checked, and then takes its
 * name in one step. The old one stays as {@code profile.db.v1}, by its version; whoever is content may remove it. A crash, a full
 * disk or a loss of power at any point leaves the old database, and the next opening begins anew.
 */
final class Migration {

    private static final String DRAFT = Database.FILE + ".migrating";

    /** All tables of version 1 are as they are now; a version that changes one says here what its rows become. */
    private static final String COPY = "INSERT INTO main.%1$s SELECT * FROM old.%1$s";

    private final Path file;
    private final Path draft;

    private Migration(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(DRAFT);
    }

    /** Nothing, if the version is the present one. @throws StorageException also if it is none that is known */
    static void run(Path file) throws StorageException {
        try {
            Files.deleteIfExists(file.resolveSibling(DRAFT));
            Files.deleteIfExists(file.resolveSibling(DRAFT + "-journal"));
            long version = standAlone(file);
            if (version < Schema.VERSION) {
                new Migration(file).run(version);
            }
        } catch (SQLException failure) {
            throw Failures.explain(failure);
        } catch (IOException failure) {
            throw new StorageException("The profile could not be brought to the present version: "
                    + Failures.explain(failure, file).getMessage(), failure);
        }
    }

    /** An older database gets all that its journal has, and no longer needs one. */
    private static long standAlone(Path file) throws SQLException, StorageException {
        try (Session session = Database.at(file).session()) {
            long version = Schema.check(session);
            if (version < Schema.VERSION) {
                session.run("PRAGMA journal_mode = DELETE");
            }
            return version;
        }
    }

    private void run(long version) throws SQLException, StorageException, IOException {
        boolean done = false;
        try {
            OwnerOnly.createFile(draft);
            try (Session session = Database.at(draft).session()) {
                Schema.create(session);
                fill(session);
            }
            Durable.sync(draft);
            Durable.keep(file, file.resolveSibling(Database.FILE + ".v" + version)); // that its journal is gone becomes durable, too
            Durable.publish(draft, file);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private void fill(Session session) throws SQLException, StorageException {
        session.update("ATTACH ? AS old", file.toAbsolutePath().toString());
        session.run("BEGIN IMMEDIATE");
        List<String> tables = session.all("SELECT name FROM main.sqlite_schema WHERE type = 'table'", row -> row.getString("name"));
        for (String table : tables) {
            session.run(COPY.formatted(table));
            if (session.number("SELECT count(*) FROM main." + table) != session.number("SELECT count(*) FROM old." + table)) {
                throw new StorageException("The profile's database is damaged: rows of the table " + table + " cannot be found.");
            }
        }
        session.run("COMMIT");
        session.run("DETACH old");
        if (!Check.isWhole(session)) {
            throw new StorageException("The disk does not keep what is written to it; the profile was left as it is.");
        }
    }
}
