// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;

/**
 * Prints a line per document of the profile, those changed last first: link, type, title, separated by tabs. From the index, so
 * no document is opened.
 */
final class ListCommand implements Command {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        new Options(this, arguments).end();
        Titles.all(services, console).forEach(document -> console.out(Titles.line(document)));
        return ExitCode.DONE;
    }
}
