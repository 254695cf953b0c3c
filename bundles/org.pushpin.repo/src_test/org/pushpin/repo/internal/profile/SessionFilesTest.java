// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crypto.Bytes;
import org.pushpin.repo.internal.profile.SessionMemory.Session;
import org.pushpin.testkit.MemoryDisk;

class SessionFilesTest {

    private static final Bytes PROFILE = Bytes.fromHex("00112233445566778899aabbccddeeff");

    @TempDir
    Path folder;
    private Path machine;
    private SessionFiles files;

    @BeforeEach
    void machine() throws IOException {
        machine = Files.writeString(folder.resolve("machine-id"), "one\n");
        files = new SessionFiles(folder.resolve("state/pushpin"), machine);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Session plain = new Session(Bytes.of((byte) 1), Optional.empty());
        Session turning = new Session(Bytes.of((byte) 1), Optional.of(Bytes.of((byte) 2)));
        assertTrue(files.read(PROFILE).isEmpty());
        files.write(PROFILE, plain);
        assertEquals(Optional.of(plain), files.read(PROFILE));
        files.write(PROFILE, turning);
        assertEquals(Optional.of(turning), files.read(PROFILE));
        assertTrue(files.read(Bytes.of((byte) 9)).isEmpty());
    }

    @Test
    void anotherMachineOrABrokenFileRemembersNothing() throws IOException {
        files.write(PROFILE, new Session(Bytes.of((byte) 1), Optional.empty()));
        Files.writeString(machine, "two");
        assertTrue(files.read(PROFILE).isEmpty());
        Files.writeString(machine, "one");
        Files.writeString(folder.resolve("state/pushpin").resolve(PROFILE.toHex()), "rubbish");
        assertTrue(files.read(PROFILE).isEmpty());
    }

    @Test
    void theSameProfileHereIsTheSameIncarnation() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        Bytes first = Device.open(disk.open(), files, new Random(1)).incarnation();
        assertEquals(first, Device.open(disk.open(), files, new Random(2)).incarnation());
        MemoryDisk copy = disk.copy();
        assertEquals(first, Device.open(disk.open(), files, new Random(3)).incarnation());

        Device restored = Device.open(copy.open(), files, new Random(4));

        assertNotEquals(first, restored.incarnation());
        Files.writeString(machine, "another machine");
        assertNotEquals(restored.incarnation(), Device.open(copy.open(), files, new Random(5)).incarnation());
    }

    @Test
    void aBackupTakenDuringASessionDoesNotMatchAfterItsEnd() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        var storage = disk.open();
        Device device = Device.open(storage, files, new Random(1));
        MemoryDisk backup = disk.copy();
        device.close(storage);

        assertNotEquals(device.incarnation(), Device.open(backup.open(), files, new Random(2)).incarnation());
    }

    @Test
    void oneProcessHoldsAProfile() throws IOException {
        Path profile = folder.resolve("profile");
        try (ProfileLock lock = ProfileLock.acquire(profile)) {
            IOException refused = assertThrows(IOException.class, () -> ProfileLock.acquire(profile));
            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
        }
        ProfileLock.acquire(profile).close();
    }
}
