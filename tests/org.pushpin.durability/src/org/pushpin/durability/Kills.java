// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Kills a process where it stands, again and again, and judges each time what it has left. */
public final class Kills {

    /** After so many a new folder is begun, so that what there is stays small and beginnings are killed, too. */
    private static final int LIVES = 25;
    private static final int LONGEST_LIFE = 40;

    private final Trial trial;
    private final Sin sin;
    private final RandomGenerator random;

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
                runAndKill(root, scratch, judge, random.nextInt(LONGEST_LIFE));
                judge(judge, root, kill + life);
            }
            Folders.delete(root);
        }
    }

    private void runAndKill(Path root, Path scratch, Judge judge, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(trial.command(root, scratch, sin, Long.MAX_VALUE >> 1))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = process.inputReader()) {
            String line = "";
            for (int i = 0; i < lines && line != null; i++) {
                line = listen(out, judge);
            }
            pause(random.nextInt(2_000_000));
            process.toHandle().destroyForcibly(); // unlike the process's own, it leaves what was printed to be read
            do {
                line = listen(out, judge);
            } while (line != null);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void judge(Judge judge, Path root, int kill) throws Exception {
        try {
            judge.judge(root);
        } catch (Exception | AssertionError lost) {
            if (sin != Sin.NONE && !(lost instanceof Loss)) {
                return; // of a sinner only what it was made for is of interest
            }
            throw new AssertionError("after kill " + kill + " (" + root + "): " + lost.getMessage(), lost);
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
    private static void pause(int nanos) {
        LockSupport.parkNanos(nanos);
    }
}
