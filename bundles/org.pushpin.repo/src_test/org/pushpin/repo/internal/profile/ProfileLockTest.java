// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileLockTest {

    @TempDir
    Path folder;

    @Test
    void aNewProfileIsItsOwnersOnly() throws IOException {
        Path profile = folder.resolve("deep/profile");

        try (ProfileLock lock = ProfileLock.acquire(profile)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.resolve("lock"))));
        }
    }

    @Test
    void oneHoldsAProfileAtATime() throws IOException {
        try (ProfileLock lock = ProfileLock.acquire(folder)) {
            assertThrows(IOException.class, () -> ProfileLock.acquire(folder));
        }
        ProfileLock.acquire(folder).close();
    }
}
