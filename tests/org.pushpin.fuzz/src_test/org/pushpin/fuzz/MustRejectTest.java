// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.Doc;

/** The broken files of the Automerge project: refused, and cheaply. */
class MustRejectTest {
    private static final List<String> BROKEN = List.of("counter_value_has_incorrect_meta.automerge", "counter_value_is_overlong.automerge",
            "64bit_obj_id_change.automerge", "64bit_obj_id_doc.automerge", "broken_zero_width_mark.automerge");

    private static Path folder() {
        Path project = Path.of(System.getProperty("pushpin.root", "")).toAbsolutePath();
        for (Path at = project; at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/conformance/automerge");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        assumeTrue(false, "no shared/conformance beside the project");
        return null;
    }

    @Test
    void everyBrokenFileIsRefusedAtLittleCost() throws IOException {
        Path folder = folder();
        try (Stream<Path> rejected = Files.list(folder.resolve("must-reject"))) {
            for (Path file : Stream.concat(rejected, BROKEN.stream().map(folder::resolve)).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertFalse(Budget.INTAKE.run(file.toString(), () -> Doc.load(bytes)).isPresent(), file.toString());
                ChunkFuzz.fuzzerTestOneInput(bytes);
                ChangeFuzz.fuzzerTestOneInput(bytes);
            }
        }
    }
}
