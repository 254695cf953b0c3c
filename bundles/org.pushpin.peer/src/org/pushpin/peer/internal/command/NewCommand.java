// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.pushpin.content.Seed;
import org.pushpin.crypto.DocumentUrl;

/** Makes a document of a type and prints its link. */
final class NewCommand implements Command {

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String usage() {
        return "TYPE [--title TITLE]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        String title = options.value("--title").orElse("");
        String type = options.next("TYPE");
        options.end();
        if (services.registry().type(type).isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "there is no card type " + type + "; there are "
                    + String.join(", ", services.registry().types().stream().map(known -> known.descriptor(Locale.getDefault()).type()).toList()));
        }
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        DocumentUrl url = services.factory().create(type, new Seed.Blank(title));
        services.home().visited(url);
        Saving.await(services, List.of(url), console);
        console.out(url.toString());
        return ExitCode.DONE;
    }
}
