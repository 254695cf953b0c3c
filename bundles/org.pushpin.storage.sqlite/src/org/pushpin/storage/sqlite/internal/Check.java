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
 * Looks for damage that row hashes cannot show: pages that are lost or point elsewhere, indexes that miss rows. A small database is
 * checked before it is used, a large one beside its use; where something is found then, the file {@code profile.db.doubtful} has the next
 * opening look first.
 */
final class Check {

    private final Database database;
    private final DamageReport damage;

    Check(Database database, DamageReport damage) {
        this.database = database;
        this.damage = damage;
    }

    /** Opens the connection that writes, to a database that can be used: if need be, one made of what can be read of the present one. */
    Session writer() throws SQLException, StorageException {
        Session writer = database.writer();
        boolean opened = false;
        try {
            if (!database.smallEnoughToCheck() && Files.notExists(doubtful())) {
                Thread.ofPlatform().daemon().name("io-storage-check").start(this::checkBeside);
            } else if (isWhole(writer)) {
                found(writer);
            } else {
                writer.close();
                Salvage.run(database.file());
                writer = database.writer();
                found(writer);
            }
            tellIfSalvaged(writer);
            opened = true;
            return writer;
        } finally {
            if (!opened) {
                writer.close();
            }
        }
    }

    private void found(Session writer) throws SQLException, StorageException {
        findUnreachable(writer);
        try {
            Files.deleteIfExists(doubtful());
        } catch (IOException failure) {
            throw new StorageException("The profile's folder cannot be written: " + failure.getMessage(), failure);
        }
    }

    /** Before anybody goes on writing. */
    private void tellIfSalvaged(Session writer) throws SQLException {
        if (Salvage.isMarked(writer)) {
            damage.salvaged();
        }
    }

    private Path doubtful() {
        return database.file().resolveSibling(Database.FILE + ".doubtful");
    }

    private void checkBeside() {
        try (Session session = database.reader()) {
            if (!isWhole(session)) {
                damage.report("The profile's database is damaged: parts of its file are lost or mixed up. What can be read of it is saved"
                        + " when the profile is opened again.");
                Files.write(doubtful(), new byte[0]);
            }
            findUnreachable(session);
        } catch (SQLException failure) {
            damage.report(Failures.explain(failure).getMessage());
        } catch (IOException failure) {
            damage.report("The profile's folder cannot be written: " + failure.getMessage());
        }
    }

    /** Finds rows whose damaged keys hide them from every question that is asked; the others are checked when they are read. */
    private void findUnreachable(Session session) throws SQLException {
        session.each("SELECT rev FROM log WHERE doc NOT IN (SELECT id FROM doc)", row -> {
            damage.reportBatch(row.getLong("rev"));
            return true;
        });
        for (String table : List.of("writer", "secret", "auth", "chunk", "ack", "header")) {
            reportIfAny(session, table, "doc NOT IN (SELECT id FROM doc)");
        }
        reportIfAny(session, "link", "src NOT IN (SELECT id FROM doc)");
        reportIfAny(session, "ack", "peer NOT IN (SELECT id FROM peer)");
        reportIfAny(session, "auth", "kind <> 0");
        reportIfAny(session, "chunk", "kind <> 3");
        session.each("SELECT name, sum, value FROM meta", row -> {
            String name = row.getString("name");
            if (!RowSum.of("meta", name, Session.bytes(row, "value")).equals(Session.bytes(row, "sum"))) {
                damage.row("the setting " + name);
            }
            return true;
        });
        BlobTable.check(session, damage);
    }

    private void reportIfAny(Session session, String table, String condition) throws SQLException {
        if (session.number("SELECT count(*) FROM " + table + " WHERE " + condition) > 0) {
            damage.row("rows of the table " + table);
        }
    }

    static boolean isWhole(Session session) throws SQLException {
        try {
            return session.all("PRAGMA integrity_check(1)", row -> row.getString(1)).equals(List.of("ok"));
        } catch (SQLException failure) {
            if (Failures.isDamage(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
