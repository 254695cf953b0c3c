// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;

import org.pushpin.search.Query;

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
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        Indexing.await(services, console);
        Waiting.on(services.search().search(Query.all()), Saving.LIMIT, "the titles", console)
                .forEach(result -> console.out(result.url() + "\t" + result.url().contentType() + "\t" + result.title().text()));
        return ExitCode.DONE;
    }
}
