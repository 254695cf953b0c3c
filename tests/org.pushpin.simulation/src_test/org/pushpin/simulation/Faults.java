// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.util.Random;

/**
 * What may happen in a run besides edits.
 *
 * @param folding logs are folded at random moments, also right before a profile dies, and not only when it is worth while
 * @param staleBackups a profile is put back to what it was some time ago
 * @param savedBeforeStored the fault that the oracle must find: what is said to be saved is not yet on the disk
 */
record Faults(boolean crashes, boolean partitions, boolean loss, boolean folding, boolean staleBackups, boolean savedBeforeStored) {
    static final Faults NONE = new Faults(false, false, false, false, false, false);

    /** About half of the faults, as a function of the seed. */
    static Faults of(long seed) {
        Random random = new Random(seed);
        return new Faults(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextInt(4) > 0,
                random.nextInt(4) == 0, false);
    }
}
