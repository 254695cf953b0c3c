// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.peer.internal.command.RecordingConsole;
import org.pushpin.peer.internal.command.ExitCode;

class ControlSocketTest {

    @TempDir
    Path profile;

    private final RecordingConsole console = new RecordingConsole();

    @Test
    void aCommandRunsWhereTheProfileIsHeld() throws IOException {
        Files.write(profile.resolve("note"), document());

        try (ControlServer server = new ControlServer(profile, () -> null)) {
            OptionalInt exit = new ControlClient().run(profile, profile, List.of("cat", "note"), console);

            assertEquals(ExitCode.DONE.code(), exit.getAsInt());
            assertEquals("{\n  \"title\": \"Silt\"\n}", String.join("\n", console.out));
        }
    }

    @Test
    void aProblemIsOneLineAndAnExitCode() throws IOException {
        try (ControlServer server = new ControlServer(profile, () -> null)) {
            OptionalInt exit = new ControlClient().run(profile, profile, List.of("cat", "absent"), console);

            assertEquals(ExitCode.NOT_FOUND.code(), exit.getAsInt());
            assertEquals(1, console.progress.size());
        }
    }

    @Test
    void aCommandThatBreaksIsOneLineToo() throws IOException {
        try (ControlServer server = new ControlServer(profile, () -> null)) { // no services: every other command breaks
            OptionalInt exit = new ControlClient().run(profile, profile, List.of("list"), console);

            assertEquals(ExitCode.FAILED.code(), exit.getAsInt());
            assertEquals(1, console.progress.size());
        }
    }

    @Test
    void nobodyAnswersWhereNobodyHoldsTheProfile() throws IOException {
        assertTrue(new ControlClient().run(profile, profile, List.of("list"), console).isEmpty());
    }

    @Test
    void aSocketLeftBehindIsNobody() throws IOException {
        Files.createFile(profile.resolve("control.sock"));

        assertTrue(new ControlClient().run(profile, profile, List.of("list"), console).isEmpty());
    }

    @Test
    void onlyTheOwnerMayConnect() throws IOException {
        try (ControlServer server = new ControlServer(profile, () -> null)) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(profile.resolve("control.sock"))));
        }
        assertFalse(Files.exists(profile.resolve("control.sock")));
    }

    @Test
    void aLongProfilePathStillHasASocket() throws IOException {
        Path deep = Files.createDirectories(profile.resolve("x".repeat(120)));
        Files.write(deep.resolve("note"), document());

        try (ControlServer server = new ControlServer(deep, () -> null)) {
            assertEquals(0, new ControlClient().run(deep, deep, List.of("cat", "note"), console).getAsInt());
        }
    }

    private static byte[] document() {
        Edit edit = Doc.empty().edit(ActorId.random());
        edit.put(ObjectId.ROOT, "title", "Silt");
        return edit.commit(null, java.time.Instant.EPOCH).orElseThrow().document().save();
    }
}
