// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.pushpin.repo.Profile;
import org.pushpin.repo.Restoring;

/** Makes a profile of a backup; the only command for a profile that is not there. */
public final class RestoreCommand implements Command {

    private final Restoring restoring;
    private final Profile profile;

    /** @param restoring null where the command is only named */
    public RestoreCommand(Restoring restoring, Profile profile) {
        this.restoring = restoring;
        this.profile = profile;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "FILE";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console) throws CommandException {
        Options options = new Options(this, arguments);
        Path file = directory.resolve(options.next("FILE"));
        options.end();
        if (restoring == null) {
            throw new CommandException(ExitCode.PROFILE, "this profile is in use, so nothing can be restored into it");
        }
        Mebibytes progress = new Mebibytes(console, "read");
        try {
            restoring.restore(file, profile, bytes -> {
                progress.moved(bytes);
                return !console.closed();
            });
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandException(console.closed() ? ExitCode.INTERRUPTED : ExitCode.FAILED, e.getMessage());
        }
    }
}
