// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.pushpin.durability.disk.Replay;
import org.pushpin.durability.disk.Trace;

/** Records what a process does to its files, and judges what may be found if the power goes, at many moments of it. */
public final class Outages {

    private final Sin sin;
    private final RandomGenerator random;
    private final Finds finds = new Finds();

    public Outages(Sin sin, RandomGenerator random) {
        this.sin = sin;
        this.random = random;
    }

    /** What the processes that lost their power had been about. */
    public Finds finds() {
        return finds;
    }

    /**
     * @param amount how much the process does
     * @param old whether it finds a profile of an older version, in which as much has been done
     * @throws AssertionError when something is lost; its message says with which seed and at which line
     */
    public void run(Trial trial, Path folder, long amount, int points, boolean old) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("library"));
        Path before = folder.resolve("before");
        Judge judge = trial.judge();
        if (old) {
            complete(trial.command(before, scratch, sin, amount)).lines().forEach(judge::heard);
            OldProfile.makeOld(before.resolve("profile"));
        }
        run(folder, before, root -> trial.command(root, scratch, sin, amount), judge, points);
    }

    /** @param before what the process finds; may be absent */
    void run(Path folder, Path before, Function<Path, List<String>> command, Judge judge, int points) throws Exception {
        Path root = folder.resolve("root");
        Path calls = folder.resolve("calls");
        if (Files.exists(before)) {
            Folders.copy(before, root);
        } else {
            Files.createDirectories(root);
        }
        record(command.apply(root), calls);
        Trace trace = Trace.read(calls);
        Files.delete(calls);
        int[] lines = random.ints(points, 0, trace.lines()).sorted().toArray();
        var replay = new Replay(trace, root, before);
        int said = 0;
        for (int line : lines) {
            replay.until(line);
            replay.said().subList(said, replay.said().size()).forEach(judge::heard);
            said = replay.said().size();
            judge(replay, judge, folder.resolve("image"), line, random.nextLong());
        }
        finds.add(judge.finds());
        System.out.println("cut " + points + " times, found " + finds);
    }

    private static void record(List<String> load, Path calls) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Trace.command(calls));
        command.addAll(load);
        complete(command);
    }

    /** @return what the process said */
    private static String complete(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the load failed: " + output);
        }
        return output;
    }

    private void judge(Replay replay, Judge judge, Path image, int line, long seed) throws Exception {
        Folders.delete(image);
        replay.image(image, new Random(seed));
        try {
            judge.judge(image);
        } catch (Exception | AssertionError lost) {
            if (sin != Sin.NONE && !(lost instanceof Loss)) {
                return; // of a sinner only what it was made for is of interest
            }
            throw new AssertionError("power gone at line " + line + ", image " + seed + " (" + image + "): " + lost.getMessage(), lost);
        }
    }
}
