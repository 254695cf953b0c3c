// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import org.pushpin.crdt.Doc;

/** A file: any mix of chunks, as it is and with lengths and checksums made right. */
public final class ChunkFuzz {
    private ChunkFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Budget.INTAKE.run("loading as it is", () -> Doc.load(data)).ifPresent(Oracle::check);
        byte[] file = Framing.repaired(data);
        Budget.INTAKE.run("loading", () -> Doc.load(file)).ifPresent(Oracle::check);
        Budget.INTAKE.run("loading without verification", () -> Doc.loadDeferred(file)).ifPresent(Oracle::read);
    }
}
