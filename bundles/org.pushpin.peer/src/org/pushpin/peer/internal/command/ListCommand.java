// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;


/** Prints a line per document that the workspace reaches: link, type, title, separated by tabs. */
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
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        new Reachable(services).from(Waiting.on(services.home().workspace(), Saving.LIMIT, "the workspace", console))
                .forEach((url, title) -> console.out(url + "\t" + url.contentType() + "\t" + title));
        return ExitCode.DONE;
    }
}
