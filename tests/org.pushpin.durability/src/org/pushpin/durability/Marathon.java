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
        if (what.equals("kill")) {
            new Kills(trial, sin, new Random(seed)).run(folder, times);
        } else if (what.equals("migrate")) {
            var old = new OldProfile(folder, new Random(seed));
            old.kill(folder.resolve("kill"), times / 10);
            old.cut(folder.resolve("power"), times);
        } else if (what.equals("flip")) {
            var flips = new Flips(folder, new Random(seed));
            flips.run(times);
            System.out.println(flips.summary());
        } else {
            var random = new Random(seed);
            for (int points = 0; points < times; points += POINTS) {
                new Outages(sin, random).run(trial, folder.resolve("trace" + points), AMOUNT, Math.min(POINTS, times - points));
                Folders.delete(folder.resolve("trace" + points));
            }
        }
        Folders.delete(folder);
        System.out.println("nothing was lost in " + times + " (" + (System.nanoTime() - began) / 1_000_000_000 + " s)");
        System.exit(0);
    }
}
