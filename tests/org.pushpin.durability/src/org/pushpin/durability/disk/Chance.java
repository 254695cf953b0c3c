// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import java.util.random.RandomGenerator;

/**
 * How much of what was not fsynced is there after all.
 *
 * @param ofNames of each name
 * @param kind of the sectors of each file
 */
record Chance(double ofNames, Kind kind) {

    private enum Kind { NONE, ALL, MIXED }

    private static final double[] MIXTURE = {0, 0.1, 0.5, 0.9, 1};

    static Chance draw(RandomGenerator random) {
        double ofNames = MIXTURE[random.nextInt(MIXTURE.length)];
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Chance(ofNames, Kind.NONE);
            case 2 -> new Chance(1, Kind.ALL);
            default -> new Chance(ofNames, Kind.MIXED);
        };
    }

    /** Drawn anew for each file. */
    double ofSectors(RandomGenerator random) {
        return switch (kind) {
            case NONE -> 0;
            case ALL -> 1;
            case MIXED -> MIXTURE[random.nextInt(MIXTURE.length)];
        };
    }
}
