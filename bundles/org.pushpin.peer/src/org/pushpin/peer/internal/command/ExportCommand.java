// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.nio.file.Path;
import java.util.List;

import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/** Writes a document to a file; the ending says how. */
final class ExportCommand implements Command {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "URL --to FILE.automerge|.json|.png|.svg [--dark]";
    }

    @Override
    public ExitCode run(Services services, Path directory, List<String> arguments, Console console)
            throws CommandException, InterruptedException {
        Options options = new Options(this, arguments);
        String to = options.value("--to").orElse(null);
        Theme theme = options.flag("--dark") ? Theme.DARK : Theme.LIGHT;
        DocumentUrl url = options.url("URL");
        options.end();
        if (to == null) {
            throw new CommandException(ExitCode.USAGE, "missing: --to FILE");
        }
        if (services.repo().local(url.id()).isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, url.withoutCapability() + " is not in this profile; fetch it"
                    + " with: pushpin sync URL --join HOST:PORT");
        }
        Waiting.on(services.exporter().export(url, directory.resolve(to), theme), Saving.LIMIT.multipliedBy(10),
                "the export", console);
        return ExitCode.DONE;
    }
}
