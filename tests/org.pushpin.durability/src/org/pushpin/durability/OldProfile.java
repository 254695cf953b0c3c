// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

import org.pushpin.repo.Profile;
import org.pushpin.storage.Storage;
import org.pushpin.testkit.RandomWrites;

/**
 * A profile of version 1 that is brought to the present version by opening it, in a process that is killed or loses its power
 * meanwhile: everything is there, in the old version or the present one, and the old file is kept.
 */
public final class OldProfile implements Judge {

    private static final int COMMITS = 120;
    private static final int LONGEST_LIFE_NANOS = 250_000_000;

    private final Path before;
    private final RandomGenerator random;
    private int kept;

    /** Makes the profile, with something left in its journal. */
    public OldProfile(Path folder, RandomGenerator random) throws Exception {
        this.random = random;
        this.before = folder.resolve("before");
        Path profile = before.resolve("profile");
        new Profile(profile).create();
        RandomWrites script = StorageLoad.script();
        try (Storage storage = Adapter.product().open(profile)) {
            for (int number = 1; number <= COMMITS; number++) {
                storage.commit(StorageLoad.commit(script, number));
            }
        }
        makeOld(profile.resolve("profile.db"));
    }

    /** Version 1 had no index of links by target, and pages that came free stayed in the file. */
    private static void makeOld(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 1024");
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("DROP INDEX link_dst");
            statement.execute("PRAGMA auto_vacuum = NONE");
            statement.execute("VACUUM");
            statement.execute("PRAGMA user_version = 1");
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static long version(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.getLong(1);
        }
    }

    /** The process: opens the profile, says what it found, and ends. */
    public static void main(String[] arguments) throws Exception {
        var voice = new Voice();
        voice.say("open");
        try (Storage storage = Adapter.product().open(Path.of(arguments[0], "profile"))) {
            voice.say("commit " + StorageLoad.count(storage));
        }
    }

    /** @throws AssertionError when something is lost */
    public void kill(Path folder, int kills) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("library"));
        for (int kill = 0; kill < kills; kill++) {
            Path root = folder.resolve("root" + kill);
            Folders.copy(before, root);
            Process process = new ProcessBuilder(Programs.java(scratch, OldProfile.class, root.toString()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            assertEquals("open", process.inputReader().readLine());
            LockSupport.parkNanos(random.nextInt(LONGEST_LIFE_NANOS));
            process.destroyForcibly().waitFor();
            judge(root);
            Folders.delete(root);
        }
    }

    /** @throws AssertionError when something is lost */
    public void cut(Path folder, int points) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("library"));
        new Outages(Sin.NONE, random).run(folder, before, root -> Programs.java(scratch, OldProfile.class, root.toString()), this, points);
    }

    /** All that counts was there before. */
    @Override
    public void heard(String line) {
        assertTrue(line.equals("open") || line.equals("commit " + COMMITS), line);
    }

    @Override
    public void judge(Path root) throws Exception {
        Path old = root.resolve("profile/profile.db.v1");
        boolean wasKept = Files.exists(old);
        Judge judge = new StorageJudge();
        judge.heard("commit " + COMMITS);
        judge.judge(root);
        kept += wasKept ? 1 : 0;
        assertTrue(Files.exists(old), "the old database is gone");
        assertEquals(1, version(old));
        assertEquals(2, version(root.resolve("profile/profile.db")));
    }

    /** How often the old database had been kept under its other name when the process ended. */
    public int kept() {
        return kept;
    }
}
