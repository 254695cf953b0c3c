// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.pushpin.storage.NoSpaceException;
import org.pushpin.storage.StorageException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one sentence, fit to be shown, what SQLite means by its result codes. */
final class Failures {

    static final String NO_SPACE = "The disk is full. Nothing can be saved until there is some space.";

    private static final int PRIMARY = 0xff;

    /** With less than this a write of a chunk may have failed for want of room. */
    private static final long ROOM = 1 << 20;

    private Failures() {}

    static StorageException explain(SQLException failure) {
        return isFull(failure) ? new NoSpaceException(NO_SPACE, failure) : new StorageException(sentence(failure), failure);
    }

    /** The journal's index cannot grow where the disk is full; nothing has been fsynced then, either. */
    private static boolean isFull(SQLException failure) {
        return code(failure) == SQLiteErrorCode.SQLITE_FULL
                || failure instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }

    /** Whether pages of the database are not what they should be. */
    static boolean isDamage(SQLException failure) {
        return code(failure) == SQLiteErrorCode.SQLITE_CORRUPT;
    }

    /** What a file could not take: says so if that is because there is no room, which Java says in the system's language. */
    static IOException explain(IOException failure, Path file) {
        try {
            boolean full = !(failure instanceof InterruptedIOException) && Files.getFileStore(file).getUsableSpace() < ROOM;
            return full ? new IOException(NO_SPACE, failure) : failure;
        } catch (IOException unknown) {
            return failure;
        }
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static String sentence(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return "The profile's database failed: " + failure.getMessage();
        }
        return switch (code(failure)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program is using the profile's database. Close it and try again.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "The profile's database must not be written: check the permissions of the profile's folder.";
            case SQLITE_IOERR -> "The disk failed while the profile's database was read or written (" + sqlite.getResultCode() + ").";
            case SQLITE_CANTOPEN -> "The profile's database cannot be opened: check that its folder exists and may be written.";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "The profile's database is damaged beyond reading (" + sqlite.getResultCode() + ").";
            case SQLITE_NOMEM -> "There is not enough memory for the profile's database.";
            case SQLITE_TOOBIG -> "That is too large for the profile's database.";
            default -> "The profile's database failed: " + failure.getMessage();
        };
    }
}
