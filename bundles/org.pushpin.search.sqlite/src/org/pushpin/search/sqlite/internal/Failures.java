// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.sqlite.internal;

import java.sql.SQLException;

import org.pushpin.search.SearchException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one sentence what SQLite means, and whether a new index would help. */
final class Failures {

    private static final int PRIMARY = 0xff;

    private Failures() {}

    static SearchException explain(SQLException failure) {
        SQLiteErrorCode code = failure instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY) : SQLiteErrorCode.SQLITE_MISUSE;
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> refused("Another program is using the search index.", failure);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN ->
                refused("The search index cannot be written: check the permissions of the profile's folder.", failure);
            case SQLITE_FULL -> refused("The disk is full, so search is not up to date. Free some space.", failure);
            case SQLITE_IOERR -> refused("The disk failed while the search index was read or written.", failure);
            case SQLITE_NOMEM -> refused("There is not enough memory for the search index.", failure);
            case SQLITE_MISUSE -> refused("The search index is closed.", failure);
            default -> damage(failure); // our own SQL fails only where something else than we wrote is in the file
        };
    }

    static SearchException damage(Exception cause) {
        return new SearchException("The search index is damaged.", true, cause);
    }

    private static SearchException refused(String message, SQLException cause) {
        return new SearchException(message, false, cause);
    }
}
