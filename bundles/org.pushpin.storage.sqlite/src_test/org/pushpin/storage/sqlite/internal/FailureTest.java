// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.Bytes;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.NoSpaceException;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/** The disk or another program in the way. */
final class FailureTest {

    @TempDir
    Path profile;

    private static final Write SMALL = new Write.Setting("small", Bytes.zeros(10));
    private static final Write LARGE = new Write.Setting("large", Bytes.zeros(1 << 20));

    @Test
    void fullDiskIsSaidAndLaterCommitsAreTried() throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(profile)) {
            storage.transact(session -> session.run("PRAGMA max_page_count = 60"));

            StorageException full = assertThrows(NoSpaceException.class, () -> storage.commit(List.of(SMALL, LARGE)));
            assertTrue(full.getMessage().startsWith("The disk is full."), full.getMessage());
            assertEquals(Optional.empty(), storage.setting("small"), "nothing of it is left");
            storage.commit(List.of(SMALL));
            storage.transact(session -> session.run("PRAGMA max_page_count = 60000"));
            storage.commit(List.of(LARGE));
        }
        try (Storage storage = SqliteStorage.open(profile)) {
            assertEquals(Optional.of(Bytes.zeros(10)), storage.setting("small"));
            assertEquals(Optional.of(Bytes.zeros(1 << 20)), storage.setting("large"));
        }
    }

    @Test
    void anotherProgramThatHoldsTheDatabaseIsNamed() throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(profile);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + profile.resolve("profile.db"));
                Statement statement = other.createStatement()) {
            storage.transact(session -> session.run("PRAGMA busy_timeout = 10"));
            statement.execute("BEGIN IMMEDIATE");

            StorageException busy = assertThrows(StorageException.class, () -> storage.commit(List.of(SMALL)));
            assertTrue(busy.getMessage().startsWith("Another program is using"), busy.getMessage());
        }
    }

    @Test
    void missingFolderIsSaid() {
        StorageException refused = assertThrows(StorageException.class, () -> SqliteStorage.open(profile.resolve("none")));
        assertTrue(refused.getMessage().contains("cannot be written"), refused.getMessage());
    }

    @Test
    void onlyTheOwnerMayReadAnyFile() throws Exception {
        Assumptions.assumeTrue(profile.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Storage storage = SqliteStorage.open(profile)) {
            storage.commit(List.of(SMALL));
            try (BlobStore.Import in = storage.blobs().begin()) {
                in.write(ByteBuffer.allocate(10));
                in.finish();
            }
            for (Path path : everything()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertTrue(permissions.endsWith("------"), path + " " + permissions);
            }
        }
    }

    private List<Path> everything() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(profile)) {
            files.filter(path -> !path.equals(profile) && !path.startsWith(profile.resolve("native"))).forEach(all::add);
        }
        assertTrue(all.contains(profile.resolve("profile.db-wal")));
        return all;
    }
}
