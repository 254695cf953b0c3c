// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.SQLException;
import java.util.List;

import org.pushpin.storage.StorageException;

/**
 * Looks for damage that row hashes cannot show: pages that are lost or point elsewhere, indexes that miss rows. A small database is
 * checked before it is used, a large one beside its use.
 */
final class Check {

    private final Database database;
    private final DamageReport damage;

    Check(Database database, DamageReport damage) {
        this.database = database;
        this.damage = damage;
    }

    void atOpening(Session writer) throws SQLException, StorageException {
        if (database.smallEnoughToCheck()) {
            checkNow(writer);
        } else {
            Thread.ofPlatform().daemon().name("io-storage-check").start(this::checkBeside);
        }
    }

    private void checkNow(Session writer) throws SQLException, StorageException {
        if (isWhole(writer)) {
            return;
        }
        writer.run("REINDEX");
        if (!isWhole(writer)) {
            throw new StorageException("The profile's database is damaged: parts of its file are lost or mixed up.");
        }
        damage.report("An index of the profile's database was damaged and has been made anew.");
    }

    private void checkBeside() {
        try (Session session = database.reader()) {
            if (!isWhole(session)) {
                damage.report("The profile's database is damaged: parts of its file are lost or mixed up.");
            }
        } catch (SQLException failure) {
            damage.report(Failures.explain(failure).getMessage());
        }
    }

    private static boolean isWhole(Session session) throws SQLException {
        return session.all("PRAGMA integrity_check(1)", row -> row.getString(1)).equals(List.of("ok"));
    }
}
