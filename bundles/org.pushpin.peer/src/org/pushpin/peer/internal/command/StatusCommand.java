// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;

/**
 * Prints a line per document of the profile, those changed last first: on how many other devices all of it is, as these have
 * acknowledged (0: only here), link, type, title, separated by tabs. No document is opened.
 */
final class StatusCommand implements Command {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        new Options(this, arguments).end();
        Titles.all(services, console).forEach(document -> console.out(
                services.repo().status(document.url().id()).holders().size() + "\t" + Titles.line(document)));
        return ExitCode.DONE;
    }
}
