// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes the whole profile into one file while it is used. */
final class BackupCommand implements Command {

    /** For a disk that writes 100 MiB in a minute, some 140 GiB. */
    private static final Duration LIMIT = Duration.ofDays(1);

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "FILE";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        Path file = directory.resolve(options.next("FILE"));
        options.end();
        Mebibytes progress = new Mebibytes(console, "written");
        Waiting.on(services.repo().backup(file, progress::moved), LIMIT, "the backup", console);
        console.progress("the file holds this profile's keys: who has it can read and write everything in it");
        return ExitCode.DONE;
    }
}
