// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk without room: it is said, nothing is lost, and all goes on when there is some. */
final class FullDiskTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void mount() throws Exception {
        Assumptions.assumeTrue(SmallDisk.works(), "NOT TESTED: this machine does not let us mount a small disk (unshare --mount)");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSavedStaysAndAllGoesOn(SmallDisk.Subject subject) throws Exception {
        String output = SmallDisk.run(subject, folder);

        assertTrue(output.strip().endsWith("done"), output);
    }
}
