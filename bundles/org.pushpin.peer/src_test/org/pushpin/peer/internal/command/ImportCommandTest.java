// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.export.Importer;

/** What the command line refuses before anything is read. */
class ImportCommandTest {

    @TempDir
    Path folder;

    private final RecordingConsole console = new RecordingConsole();

    private ExitCode run(String... arguments) throws InterruptedException {
        Importer importer = (Importer) Proxy.newProxyInstance(Importer.class.getClassLoader(), new Class<?>[] {Importer.class},
                (proxy, method, given) -> {
                    throw new AssertionError("nothing is read");
                });
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        return new Commands().run(new Services(null, null, null, null, null, importer, null), folder, all, console);
    }

    @Test
    void whatMakesNoSenseIsOneLineAndNothingIsRead() throws Exception {
        assertEquals(ExitCode.USAGE, run());
        assertEquals(ExitCode.USAGE, run("a.canvas", "b.canvas"));
        assertEquals(ExitCode.USAGE, run("a.canvas", "--onto"));
        assertEquals(ExitCode.USAGE, run("a.canvas", "--onto", "nonsense"));
        assertEquals(ExitCode.NOT_FOUND, run("a.canvas"));
        assertEquals(5, console.progress.size());
        assertEquals(List.of(), console.out);
    }
}
