// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

    static final int COMMITS = 120;

    /** What the old database is called then. */
    static final String KEPT = "profile.db.v1";

    private static final int LONGEST_LIFE_NANOS = 250_000_000;

    private final Path before;
    private final RandomGenerator random;
    private final Finds finds = new Finds();

    /** Makes the profile, with something left in its journal. */
    public OldProfile(Path folder, RandomGenerator random) throws Exception {
        this.random = random;
        this.before = folder.resolve("before");
        Path profile = folder.resolve("made/profile");
        new Profile(profile).create();
        RandomWrites script = StorageLoad.script();
        try (Storage storage = Adapter.product().open(profile)) {
            for (int number = 1; number <= COMMITS; number++) {
                storage.commit(StorageLoad.commit(script, number));
            }
        }
        makeOld(profile);
        leaveJournal(folder.resolve("made"), before);
    }

    /** Copies the profile while a connection has it open that has written something there and back. */
    private static void leaveJournal(Path from, Path to) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from.resolve("profile/profile.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE doc SET rev = rev + 1");
            statement.executeUpdate("UPDATE doc SET rev = rev - 1");
            Folders.copy(from, to);
        }
        assertTrue(Files.size(to.resolve("profile/profile.db-wal")) > 0);
        Folders.delete(from);
    }

    /** Makes version 1 of a profile that is closed: it had no index of links by target, and pages that came free stayed in the file. */
    static void makeOld(Path profile) throws SQLException {
        Path database = profile.resolve("profile.db");
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

    /** Whether the database as it was is there still, beside what was made of it. */
    static void assertKept(Path profile) throws SQLException {
        Path old = profile.resolve(KEPT);
        assertTrue(Files.exists(old), "the old database is gone");
        assertEquals(1, version(old));
        assertEquals(2, version(profile.resolve("profile.db")));
    }

    static long version(Path database) throws SQLException {
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
        finds.look(root.resolve("profile"));
        Judge judge = new StorageJudge();
        judge.heard("commit " + COMMITS);
        judge.judge(root);
        assertKept(root.resolve("profile"));
    }

    @Override
    public Finds finds() {
        return finds;
    }

    /** A copy of the profile. */
    void copy(Path root) throws IOException {
        Folders.copy(before, root);
    }
}
