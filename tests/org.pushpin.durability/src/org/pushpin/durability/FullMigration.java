// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;

import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;

/** Brings an old profile to the present version where there is too little room: it stays as it is, and is brought there later. */
final class FullMigration {

    private static final int STEP = 8 << 10;
    private static final int MOST = 16 << 20;

    private final Path root;
    private final Path profile;
    private final OldProfile old;
    private final FullDisk disk;
    private int full;

    FullMigration(Path disk) throws Exception {
        this.root = disk.resolve("tried");
        this.profile = root.resolve("profile");
        this.old = new OldProfile(disk.resolve("old"), new Random(7));
        this.disk = new FullDisk(disk);
    }

    void run() throws Exception {
        long room = 0;
        boolean migrated = false;
        for (; !migrated && room < MOST; room += STEP) {
            old.copy(root);
            disk.leave(room);
            migrated = migrate();
            disk.free();
            judge();
        }
        assertTrue(migrated && full > 10, "the disk was full " + full + " times, last with room for " + room + " bytes");
    }

    /** @return whether there was room */
    private boolean migrate() throws IOException, SQLException {
        try (Storage storage = Adapter.product().open(profile)) {
            assertEquals(OldProfile.COMMITS, StorageLoad.count(storage));
            return true;
        } catch (StorageException refused) {
            full++;
            FullDisk.assertSentence(refused);
            assertFalse(Files.exists(profile.resolve("profile.db.migrating")));
            return false;
        }
    }

    /** As soon as there is room. */
    private void judge() throws Exception {
        Path database = profile.resolve("profile.db");
        assertEquals(Files.exists(profile.resolve(OldProfile.KEPT)) ? 2 : 1, OldProfile.version(database));
        Judge judge = new StorageJudge();
        judge.heard("commit " + OldProfile.COMMITS);
        judge.judge(root);
        OldProfile.assertKept(profile);
        Folders.delete(root);
    }
}
