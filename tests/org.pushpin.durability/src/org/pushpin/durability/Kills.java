// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Kills a process where it stands, again and again, and judges each time what it has left. Some find a profile of an older version,
 * and some of these are killed before they have brought it to the present one.
 */
public final class Kills {

    /** After so many a new folder is begun, so that what there is stays small and beginnings are killed, too. */
    private static final int LIVES = 25;
    private static final int LONGEST_LIFE = 120;
    private static final int LONGEST_PAUSE_NANOS = 2_000_000;

    /** One in so many finds an old profile; one in so many others is killed while it opens. */
    private static final int OLD = 6;
    private static final int SHORT = 12;

    private final Trial trial;
    private final Sin sin;
    private final RandomGenerator random;
    private final Finds finds = new Finds();

    /** How long opening takes at present, until the first thing is acknowledged. */
    private long opening = 250_000_000;

    public Kills(Trial trial, Sin sin, RandomGenerator random) {
        this.trial = trial;
        this.sin = sin;
        this.random = random;
    }

    /** @throws AssertionError when something is lost */
    public void run(Path folder, int kills) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("library"));
        for (int kill = 0; kill < kills; kill += LIVES) {
            Path root = folder.resolve("root" + kill);
            Judge judge = trial.judge();
            for (int life = 0; life < Math.min(LIVES, kills - kill); life++) {
                live(root, scratch, judge, kill + life);
            }
            Folders.delete(root);
            finds.add(judge.finds());
            System.out.println("killed " + Math.min(kills, kill + LIVES) + ", found " + finds);
        }
    }

    /** What the processes that were killed had been about. */
    public Finds finds() {
        return finds;
    }

    private void live(Path root, Path scratch, Judge judge, int kill) throws Exception {
        Path profile = root.resolve("profile");
        boolean old = sin == Sin.NONE && Files.exists(profile.resolve("profile.db")) && random.nextInt(OLD) == 0;
        if (old) {
            OldProfile.makeOld(profile);
        }
        int lines = random.nextInt(old ? 2 : SHORT) == 0 ? 0 : random.nextInt(1, LONGEST_LIFE);
        runAndKill(root, scratch, judge, lines);
        try {
            judge.judge(root);
            if (old) {
                OldProfile.assertKept(profile);
                Files.delete(profile.resolve(OldProfile.KEPT));
            }
        } catch (Exception | AssertionError lost) {
            if (sin != Sin.NONE && !(lost instanceof Loss)) {
                return; // of a sinner only what it was made for is of interest
            }
            throw new AssertionError("after kill " + kill + " (" + root + "): " + lost.getMessage(), lost);
        }
    }

    /** @param lines how many to hear once the profile is being opened; none to kill it then */
    private void runAndKill(Path root, Path scratch, Judge judge, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(trial.command(root, scratch, sin, Long.MAX_VALUE >> 1))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = process.inputReader()) {
            String line = listen(out, judge);
            long began = System.nanoTime();
            for (int i = 0; i < lines && line != null; i++) {
                line = listen(out, judge);
                opening = i == 1 ? System.nanoTime() - began : opening;
            }
            pause(lines == 0 ? opening : LONGEST_PAUSE_NANOS);
            process.toHandle().destroyForcibly(); // unlike the process's own, it leaves what was printed to be read
            do {
                line = listen(out, judge);
            } while (line != null);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String listen(BufferedReader out, Judge judge) throws IOException {
        String line = out.readLine();
        if (line != null) {
            judge.heard(line);
        }
        return line;
    }

    /** So that it is not always hit while it prints. */
    private void pause(long longestNanos) {
        LockSupport.parkNanos(random.nextLong(longestNanos));
    }
}
