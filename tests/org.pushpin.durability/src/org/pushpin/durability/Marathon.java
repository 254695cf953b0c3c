// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Runs for as long as it is told to: {@code kill|power|flip|migrate STORAGE|REPO [TIMES [SEED [SIN]]]}. */
public final class Marathon {

    /** One process does so much, and is cut off at so many points. */
    private static final int AMOUNT = 250;
    private static final int POINTS = 500;

    /** A database of so many MiB counts as large. */
    private static final int LARGE = 64;

    private Marathon() {}

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length > 0 ? arguments[0] : "";
        if (arguments.length < 2 || !List.of("kill", "power", "flip", "migrate").contains(what)) {
            System.err.println("usage: kill|power|flip|migrate STORAGE|REPO [TIMES [SEED [NONE|EARLY|UNSYNCED]]]");
            System.exit(2);
        }
        Trial trial = Trial.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
        Sin sin = arguments.length > 4 ? Sin.valueOf(arguments[4]) : Sin.NONE;
        Path folder = Files.createTempDirectory("pushpin-durability");
        System.out.println(what + " " + trial + " " + times + ", seed " + seed + ", in " + folder);
        long began = System.nanoTime();
        switch (what) {
            case "kill" -> new Kills(trial, sin, new Random(seed)).run(folder, times);
            case "migrate" -> migrate(seed, folder, times);
            case "flip" -> flip(trial, seed, folder, times);
            default -> cut(trial, sin, seed, folder, times);
        }
        Folders.delete(folder);
        System.out.println("nothing was lost in " + times + " (" + (System.nanoTime() - began) / 1_000_000_000 + " s)");
        System.exit(0);
    }

    private static void migrate(long seed, Path folder, int times) throws Exception {
        var old = new OldProfile(folder, new Random(seed));
        old.kill(folder.resolve("kill"), times / 10);
        old.cut(folder.resolve("power"), times);
    }

    /** A whole repo's profile is large. */
    private static void flip(Trial trial, long seed, Path folder, int times) throws Exception {
        var flips = new Flips(folder, new Random(seed), trial == Trial.REPO ? LARGE : 0);
        flips.run(times);
        System.out.println(flips.summary());
    }

    /** Every other process finds an old profile. */
    private static void cut(Trial trial, Sin sin, long seed, Path folder, int times) throws Exception {
        var random = new Random(seed);
        var outages = new Outages(sin, random);
        for (int points = 0; points < times; points += POINTS) {
            Path trace = folder.resolve("trace" + points);
            outages.run(trial, trace, AMOUNT, Math.min(POINTS, times - points), sin == Sin.NONE && points / POINTS % 2 == 1);
            Folders.delete(trace);
        }
    }
}
