// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.time.Instant;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Rescue;

/** A file: any mix of chunks, with lengths and checksums made right, and as it is: what is whole in it can be rescued. */
public final class ChunkFuzz {
    private ChunkFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Budget.INTAKE.run("loading as it is", () -> Doc.load(data)).ifPresent(Oracle::check);
        byte[] file = Framing.repaired(data);
        Budget.INTAKE.run("loading", () -> Doc.load(file)).ifPresent(Oracle::check);
        Budget.INTAKE.run("loading without verification", () -> Doc.loadDeferred(file)).ifPresent(Oracle::read);
        Doc rescued = Budget.USE.run("rescuing", () -> Rescue.of(data, Samples.C, Instant.EPOCH)).orElseThrow().document();
        Oracle.check(rescued);
    }
}
