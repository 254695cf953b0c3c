// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;

import org.pushpin.search.Query;

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
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        Indexing.await(services, console);
        Waiting.on(services.search().search(Query.all()), Saving.LIMIT, "the titles", console)
                .forEach(result -> console.out(services.repo().status(result.url().id()).holders().size() + "\t" + result.url() + "\t"
                        + result.url().contentType() + "\t" + result.title().text()));
        return ExitCode.DONE;
    }
}
